package ml.taama.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.cases.Screening.Finding;
import ml.taama.platform.problem.PlatformProblem;
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

/** The form that screens vulnerability, short or full. */
@Controller
@Needs(Permission.MANAGE_CASES)
public class ScreeningPages {

    /** The form with what was typed. */
    public record ScreeningPage(
            Shown shown,
            Case dossier,
            boolean full,
            List<Factor> factors,
            Map<String, String> typed,
            String key,
            Optional<Problem> fault) {

        /** What was typed, or empty. */
        public String typed(String name) {
            return typed.getOrDefault(name, "");
        }

        /** Factors of a level. */
        public List<Factor> of(String level) {
            return factors.stream().filter(f -> f.level().equals(level)).toList();
        }
    }

    private final Pages pages;
    private final Shown.Maker shown;
    private final Cases cases;
    private final Screenings screenings;
    private final Once once;
    private final Clock clock;

    ScreeningPages(Pages pages, Shown.Maker shown, Cases cases, Screenings screenings, Once once, Clock clock) {
        this.pages = pages;
        this.shown = shown;
        this.cases = cases;
        this.screenings = screenings;
        this.once = once;
        this.clock = clock;
    }

    @GetMapping("/{language}/work/cases/{id:[0-9]+}/screening")
    Html form(Ui ui, @PathVariable long id, @RequestParam Map<String, String> typed) {
        return page(ui, id, typed, Optional.empty());
    }

    private Html page(Ui ui, long id, Map<String, String> typed, Optional<Problem> fault) {
        Case dossier = cases.find(id).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        boolean full = CasePages.text(typed, "kind").equals("full");
        ui.visitor()
                .actor()
                .require(full ? Permission.READ_PROTECTED : Permission.MANAGE_CASES, dossier.organisation());
        Html page = pages.page(
                "cases/screening",
                ui,
                new ScreeningPage(
                        shown.of(ui, dossier.people()),
                        dossier,
                        full,
                        screenings.form(full),
                        typed,
                        Once.key(),
                        fault));
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    @PostMapping("/{language}/work/cases/{id:[0-9]+}/screening")
    View keep(Ui ui, @PathVariable long id, @RequestParam Map<String, String> typed) {
        boolean full = CasePages.text(typed, "kind").equals("full");
        try {
            once.of(
                    CasePages.text(typed, "key"),
                    typed,
                    () -> screenings.keep(
                            id,
                            file(typed),
                            full,
                            Fields.country(ui, "case.country", CasePages.text(typed, "country")),
                            Fields.past(ui, "case.screening.day", CasePages.text(typed, "on"), LocalDate.now(clock)),
                            findings(full, typed)));
            return Redirect.within(ui, "/work/cases/" + id);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.FORBIDDEN || problem.kind() == Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            return page(ui, id, typed, Optional.of(problem));
        }
    }

    private List<Finding> findings(boolean full, Map<String, String> typed) {
        List<Finding> findings = new ArrayList<>();
        for (Factor factor : screenings.form(full)) {
            String answer = CasePages.text(typed, "f:" + factor.code());
            if (!answer.isEmpty()) {
                findings.add(new Finding(factor.code(), answer, CasePages.text(typed, "e:" + factor.code())));
            }
        }
        return findings;
    }

    private static long file(Map<String, String> typed) {
        String file = CasePages.text(typed, "file");
        return file.matches("\\d{1,18}") ? Long.parseLong(file) : 0;
    }
}
