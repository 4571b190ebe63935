package ml.taama.collection;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ml.taama.platform.text.Plain;
import ml.taama.ui.Orders;
import ml.taama.ui.Query;

/** Finds, filters and sorts agreements as a list was asked. */
final class AgreementList {

    static final Set<String> ASKED = Set.of("q", "state", "sort", "page");

    /** What the page tells of an agreement: it holds, it was ended, it does not hold today. */
    static final List<String> STATES = List.of("holds", "ended", "not-now");

    private AgreementList() {}

    static List<Agreement> of(Shown shown, Query query, LocalDate today, List<Agreement> all) {
        Comparator<Agreement> organisation =
                Comparator.comparing(a -> Plain.text(shown.organisation(a.organisation())));
        List<Agreement> asked = all.stream()
                .filter(a ->
                        query.allows("state", a.state(today)) && Plain.has(Plain.text(text(shown, a)), query.get("q")))
                .toList();
        return new Orders<>(
                        organisation,
                        Map.of(
                                "organisation",
                                organisation,
                                "basis",
                                Comparator.comparing(a -> Plain.text(a.basis())),
                                "from",
                                Comparator.comparing(Agreement::from),
                                "state",
                                Comparator.comparingInt(a -> STATES.indexOf(a.state(today)))))
                .sort(query, asked);
    }

    static String text(Shown shown, Agreement agreement) {
        return String.join(
                " ",
                shown.organisation(agreement.organisation()),
                shown.shortly(agreement.organisation()),
                agreement.basis(),
                agreement.note(),
                String.join(" ", agreement.scope()));
    }
}
