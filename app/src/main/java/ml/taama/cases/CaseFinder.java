package ml.taama.cases;

import java.util.List;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Findable;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Component;

/** Finds a case in the search of the workspace by its number alone: names are searched where they do not stand in an address. */
@Component
class CaseFinder implements Findable {

    private final CaseSearch search;

    CaseFinder(CaseSearch search) {
        this.search = search;
    }

    @Override
    public List<Found> find(Ui ui, String question, int most) {
        boolean asks = ui.visitor().actor().maySomewhere(Permission.MANAGE_CASES)
                && CaseNumber.read(question).isPresent();
        return asks
                ? search.find(question).stream()
                        .limit(most)
                        .map(c -> new Found(
                                "entry.case",
                                c.spaced(),
                                ui.t("case.state." + c.state().word()),
                                "/work/cases/" + c.id()))
                        .toList()
                : List.of();
    }
}
