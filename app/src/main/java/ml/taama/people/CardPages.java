package ml.taama.people;

import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.QrPicture;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The card that a person is given: the public number, to be read by people and by a camera, and a first name. */
@Controller
@Needs(Permission.READ_PEOPLE)
public class CardPages {

    /**
     * A card.
     *
     * @param picture the number as a QR code
     */
    public record CardPage(Shown shown, Person person, String picture) {

        /** The given name: a card that is lost says no more. */
        public String given() {
            return person.names().getFirst().given();
        }
    }

    private final Pages pages;
    private final Shown.Maker shown;
    private final People people;
    private final AuditTrail audit;

    CardPages(Pages pages, Shown.Maker shown, People people, AuditTrail audit) {
        this.pages = pages;
        this.shown = shown;
        this.people = people;
        this.audit = audit;
    }

    @GetMapping("/{language}/work/people/{id:[0-9]+}/card")
    Html card(Ui ui, @PathVariable long id) {
        Person person = people.find(id).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        audit.note("person.card", "person", person.head().id());
        String picture = QrPicture.of(person.head().number(), ui.t("people.card.picture"));
        return pages.page("people/card", ui, new CardPage(shown.of(ui), person, picture));
    }
}
