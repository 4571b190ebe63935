package ml.taama.people;

import java.util.List;
import java.util.Optional;
import ml.taama.people.Glasses.Glass;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.Redirect;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Opens a file in an emergency, and examines what was opened. */
@Controller
public class EmergencyPages {

    /** What was typed. */
    public record EmergencyPage(String number, String reason, Optional<Problem> fault) {}

    /** What was opened in emergencies. */
    public record GlassesPage(Shown shown, List<Glass> glasses, Optional<Problem> fault) {}

    private final Pages pages;
    private final Shown.Maker shown;
    private final FileAccess access;
    private final Glasses glasses;

    EmergencyPages(Pages pages, Shown.Maker shown, FileAccess access, Glasses glasses) {
        this.pages = pages;
        this.shown = shown;
        this.access = access;
        this.glasses = glasses;
    }

    @Needs(Permission.READ_PEOPLE)
    @GetMapping("/{language}/work/people/emergency")
    Html form(Ui ui) {
        return pages.page("people/emergency", ui, new EmergencyPage("", "", Optional.empty()));
    }

    @Needs(Permission.READ_PEOPLE)
    @PostMapping("/{language}/work/people/emergency")
    View open(Ui ui, @RequestParam(defaultValue = "") String number, @RequestParam(defaultValue = "") String reason) {
        try {
            return Redirect.within(ui, "/work/people/" + access.breakGlass(number, reason));
        } catch (Problem problem) {
            return pages.page("people/emergency", ui, new EmergencyPage(number, reason, Optional.of(problem)))
                    .withStatus(problem.kind().status());
        }
    }

    @Needs({Permission.SUPERVISE_CASES, Permission.PROTECT_PEOPLE})
    @GetMapping("/{language}/work/people/access")
    Html list(Ui ui) {
        return list(ui, Optional.empty());
    }

    private Html list(Ui ui, Optional<Problem> fault) {
        Html page = pages.page("people/access", ui, new GlassesPage(shown.of(ui), glasses.all(), fault));
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    @Needs({Permission.SUPERVISE_CASES, Permission.PROTECT_PEOPLE})
    @PostMapping("/{language}/work/people/access/{id:[0-9]+}/review")
    View review(Ui ui, @PathVariable long id, @RequestParam(defaultValue = "") String finding) {
        try {
            glasses.review(id, finding);
            return Redirect.within(ui, "/work/people/access");
        } catch (Problem problem) {
            return list(ui, Optional.of(problem));
        }
    }
}
