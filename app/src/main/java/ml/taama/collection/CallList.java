package ml.taama.collection;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ml.taama.collection.CallPages.CallLine;
import ml.taama.platform.text.Plain;
import ml.taama.ui.Orders;
import ml.taama.ui.Query;
import ml.taama.ui.Ui;

/** Finds, filters and sorts calls as a list was asked. */
final class CallList {

    static final Set<String> ASKED = Set.of("q", "state", "sort", "page");

    private CallList() {}

    static List<CallLine> of(Ui ui, Query query, List<CallLine> all) {
        List<CallLine> asked = all.stream()
                .filter(l -> query.allows("state", l.call().state().word())
                        && Plain.has(Plain.text(text(ui, l.call())), query.get("q")))
                .toList();
        return orders(ui).sort(query, asked);
    }

    static String text(Ui ui, Call call) {
        StringBuilder text =
                new StringBuilder(ui.text(call.title())).append(' ').append(ui.period(call.period()));
        call.questions()
                .forEach(q -> text.append(' ').append(q.code()).append(' ').append(ui.text(q.title())));
        return text.toString();
    }

    private static Orders<CallLine> orders(Ui ui) {
        Comparator<CallLine> deadline = Comparator.comparing(l -> l.call().deadline());
        return new Orders<>(
                deadline.reversed(),
                Map.of(
                        "title",
                        Comparator.comparing(l -> Plain.text(ui.text(l.call().title()))),
                        "period",
                        Comparator.comparing(l -> l.call().period().toString()),
                        "deadline",
                        deadline,
                        "state",
                        Comparator.comparing(l -> l.call().state()),
                        "answered",
                        Comparator.comparingLong(CallLine::sent)));
    }
}
