package ml.taama.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.people.People;
import ml.taama.people.Person;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** A case: its page, its file to print, its moves, its people. */
@Controller
@Needs(Permission.MANAGE_CASES)
public class CasePages {

    private static final int MOST = 10;

    /** Who could be taken into a case. */
    public record CasePeoplePage(
            Shown shown,
            Case dossier,
            String question,
            List<Person> found,
            Map<String, String> typed,
            String key,
            Optional<Problem> fault) {

        /** What was typed, or empty. */
        public String typed(String name) {
            return typed.getOrDefault(name, "");
        }
    }

    private final CaseView view;
    private final Cases cases;
    private final People people;
    private final QuickRegistration registration;
    private final Once once;
    private final Pages pages;
    private final Shown.Maker shown;

    CasePages(
            CaseView view,
            Cases cases,
            People people,
            QuickRegistration registration,
            Once once,
            Pages pages,
            Shown.Maker shown) {
        this.view = view;
        this.cases = cases;
        this.people = people;
        this.registration = registration;
        this.once = once;
        this.pages = pages;
        this.shown = shown;
    }

    @GetMapping("/{language}/work/cases/{id:[0-9]+}")
    Html show(Ui ui, @PathVariable long id) {
        return view.page(ui, "cases/case", id, Map.of(), Optional.empty());
    }

    @GetMapping("/{language}/work/cases/{id:[0-9]+}/file")
    Html print(Ui ui, @PathVariable long id) {
        return view.page(ui, "cases/file", id, Map.of(), Optional.empty());
    }

    @PostMapping("/{language}/work/cases/{id:[0-9]+}/triage")
    View triage(Ui ui, @PathVariable long id, @RequestParam Map<String, String> typed) {
        String note = text(typed, "note");
        return moved(ui, id, typed, () -> {
            if (text(typed, "decision").equals("accept")) {
                cases.accept(id, Fields.choice(ui, "case.urgency", text(typed, "urgency"), Words.URGENCIES), note);
            } else {
                cases.decline(id, Fields.choice(ui, "case.refusal", text(typed, "reason"), Words.REFUSALS), note);
            }
        });
    }

    @PostMapping("/{language}/work/cases/{id:[0-9]+}/outcome")
    View conclude(Ui ui, @PathVariable long id, @RequestParam Map<String, String> typed) {
        return moved(
                ui,
                id,
                typed,
                () -> cases.conclude(
                        id,
                        Fields.choice(ui, "case.outcome", text(typed, "outcome"), Words.OUTCOMES),
                        text(typed, "note")));
    }

    @PostMapping("/{language}/work/cases/{id:[0-9]+}/closure")
    View close(Ui ui, @PathVariable long id, @RequestParam Map<String, String> typed) {
        return moved(
                ui,
                id,
                typed,
                () -> cases.close(
                        id,
                        Fields.choice(ui, "case.closure", text(typed, "reason"), Words.CLOSURES),
                        text(typed, "note")));
    }

    @PostMapping("/{language}/work/cases/{id:[0-9]+}/reopening")
    View reopen(Ui ui, @PathVariable long id, @RequestParam Map<String, String> typed) {
        return moved(ui, id, typed, () -> cases.reopen(id, text(typed, "reason")));
    }

    /** Of two who decide upon the same page at once, the second looks again first; what was typed stays. */
    private View moved(Ui ui, long id, Map<String, String> typed, Runnable work) {
        return view.after(ui, id, typed, () -> cases.asSeen(id, text(typed, "seen"), work));
    }

    @PostMapping("/{language}/work/cases/{id:[0-9]+}/notes")
    View note(Ui ui, @PathVariable long id, @RequestParam Map<String, String> typed) {
        return view.after(
                ui,
                id,
                typed,
                () -> once.of(text(typed, "key"), typed, () -> {
                    cases.note(id, text(typed, "text"), !text(typed, "secret").isEmpty());
                    return id;
                }));
    }

    @PostMapping("/{language}/work/cases/{id:[0-9]+}/assignment")
    View assign(Ui ui, @PathVariable long id, @RequestParam(defaultValue = "0") long account) {
        return view.after(ui, id, Map.of(), () -> cases.assign(id, account));
    }

    @GetMapping("/{language}/work/cases/{id:[0-9]+}/people")
    Html people(Ui ui, @PathVariable long id) {
        return people(ui, id, Map.of(), Optional.empty());
    }

    @PostMapping("/{language}/work/cases/{id:[0-9]+}/people")
    View search(Ui ui, @PathVariable long id, @RequestParam Map<String, String> typed) {
        return people(ui, id, typed, Optional.empty());
    }

    @PostMapping("/{language}/work/cases/{id:[0-9]+}/people/new")
    View register(Ui ui, @PathVariable long id, @RequestParam Map<String, String> typed) {
        try {
            Case dossier = found(id);
            long file = once.of(text(typed, "key"), typed, () -> {
                long made = registration.register(dossier.organisation(), name -> text(typed, name));
                cases.takeIn(id, made);
                return made;
            });
            return view.after(ui, id, typed, () -> cases.takeIn(id, file));
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.FORBIDDEN) {
                throw problem;
            }
            return people(ui, id, typed, Optional.of(problem));
        }
    }

    @PostMapping("/{language}/work/cases/{id:[0-9]+}/people/{file:[0-9]+}")
    View takeIn(Ui ui, @PathVariable long id, @PathVariable long file) {
        return view.after(ui, id, Map.of(), () -> cases.takeIn(id, file));
    }

    @PostMapping("/{language}/work/cases/{id:[0-9]+}/people/{file:[0-9]+}/removal")
    View takeOut(Ui ui, @PathVariable long id, @PathVariable long file, @RequestParam Map<String, String> typed) {
        return view.after(ui, id, typed, () -> cases.takeOut(id, file, text(typed, "reason")));
    }

    private Html people(Ui ui, long id, Map<String, String> typed, Optional<Problem> fault) {
        Case dossier = found(id);
        ui.visitor().actor().require(Permission.MANAGE_CASES, dossier.organisation());
        String question = text(typed, "q");
        List<Person> found = question.length() < 2
                ? List.of()
                : people.search(question, MOST).stream()
                        .filter(p -> p.files().stream()
                                .noneMatch(f -> dossier.people().contains(f.id())))
                        .toList();
        Html page = pages.page(
                "cases/people",
                ui,
                new CasePeoplePage(shown.of(ui, dossier.people()), dossier, question, found, typed, Once.key(), fault));
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    private Case found(long id) {
        return cases.find(id).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
    }

    static String text(Map<String, String> typed, String name) {
        return typed.getOrDefault(name, "").strip();
    }
}
