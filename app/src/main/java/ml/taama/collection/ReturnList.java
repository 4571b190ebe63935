package ml.taama.collection;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ml.taama.collection.ReturnPages.ReturnLine;
import ml.taama.platform.text.Plain;
import ml.taama.ui.Orders;
import ml.taama.ui.Query;
import ml.taama.ui.Ui;

/** Finds, filters and sorts returns as a list was asked. */
final class ReturnList {

    static final Set<String> ASKED = Set.of("q", "state", "sort", "page");

    private ReturnList() {}

    static List<ReturnLine> of(Shown shown, Query query, List<ReturnLine> all) {
        Ui ui = shown.ui();
        List<ReturnLine> asked = all.stream()
                .filter(l -> query.allows("state", l.document().state().word())
                        && Plain.has(Plain.text(text(shown, l)), query.get("q")))
                .toList();
        Comparator<ReturnLine> deadline = Comparator.comparing(l -> l.call().deadline());
        return new Orders<>(
                        deadline.reversed(),
                        Map.of(
                                "title",
                                Comparator.comparing(
                                        l -> Plain.text(ui.text(l.call().title()))),
                                "organisation",
                                Comparator.comparing(l ->
                                        Plain.text(shown.shortly(l.document().organisation()))),
                                "deadline",
                                deadline,
                                "state",
                                Comparator.comparing(l -> l.document().state())))
                .sort(query, asked);
    }

    private static String text(Shown shown, ReturnLine line) {
        String organisation = line.document().organisation();
        return String.join(
                " ",
                shown.ui().text(line.call().title()),
                shown.ui().period(line.call().period()),
                shown.organisation(organisation),
                shown.shortly(organisation));
    }
}
