package ml.taama.cases;

import java.util.List;
import java.util.Optional;
import ml.taama.people.Person;
import ml.taama.people.PersonFile;
import ml.taama.people.PersonPart;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Component;

/** Cases of a person on the person's page, and where a new request begins. */
@Component
class PersonCases implements PersonPart {

    private final CaseSearch search;

    PersonCases(CaseSearch search) {
        this.search = search;
    }

    @Override
    public Optional<Block> of(Ui ui, Person person) {
        if (!ui.visitor().actor().maySomewhere(Permission.MANAGE_CASES)) {
            return Optional.empty();
        }
        List<Long> files = person.files().stream().map(PersonFile::id).toList();
        List<Line> lines = search.of(files).stream()
                .map(c -> new Line(
                        c.spaced(),
                        ui.t("case.state." + c.state().word()) + ", " + ui.day(c.receivedOn()),
                        "/work/cases/" + c.id()))
                .toList();
        Line request = new Line(
                ui.t("case.new"), "", "/work/cases/new?file=" + person.head().id());
        return Optional.of(new Block(ui.t("cases.title"), lines, Optional.of(request)));
    }
}
