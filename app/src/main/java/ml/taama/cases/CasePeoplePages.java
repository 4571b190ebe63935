package ml.taama.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.people.Likely;
import ml.taama.people.People;
import ml.taama.people.Person;
import ml.taama.people.PersonData;
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

/** Takes people into a case: found in the register, or registered now once nobody is like them. */
@Controller
@Needs(Permission.MANAGE_CASES)
public class CasePeoplePages {

    private static final int MOST = 10;

    /**
     * Who could be taken into a case.
     *
     * @param likely who is perhaps the same as somebody to be registered
     */
    public record CasePeoplePage(
            Shown shown,
            Case dossier,
            String question,
            List<Person> found,
            List<Likely.Match> likely,
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

    CasePeoplePages(
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

    @GetMapping("/{language}/work/cases/{id:[0-9]+}/people")
    Html people(Ui ui, @PathVariable long id) {
        return people(ui, id, Map.of(), List.of(), Optional.empty());
    }

    @PostMapping("/{language}/work/cases/{id:[0-9]+}/people")
    View search(Ui ui, @PathVariable long id, @RequestParam Map<String, String> typed) {
        return people(ui, id, typed, List.of(), Optional.empty());
    }

    @PostMapping("/{language}/work/cases/{id:[0-9]+}/people/new")
    View register(Ui ui, @PathVariable long id, @RequestParam Map<String, String> typed) {
        try {
            Case dossier = found(id);
            PersonData data = registration.read(name -> text(typed, name));
            List<Likely.Match> likely = text(typed, "step").equals("another") ? List.of() : registration.likely(data);
            return likely.isEmpty()
                    ? view.after(
                            ui, id, typed, () -> once.of(text(typed, "key"), typed, () -> registered(dossier, data)))
                    : people(ui, id, typed, likely, Optional.empty());
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.FORBIDDEN) {
                throw problem;
            }
            return people(ui, id, typed, List.of(), Optional.of(problem));
        }
    }

    private long registered(Case dossier, PersonData data) {
        long made = registration.register(dossier.organisation(), data);
        cases.takeIn(dossier.id(), made);
        return made;
    }

    private Html people(Ui ui, long id, Map<String, String> typed, List<Likely.Match> likely, Optional<Problem> fault) {
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
                new CasePeoplePage(
                        shown.of(ui, dossier.people()), dossier, question, found, likely, typed, Once.key(), fault));
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    private Case found(long id) {
        return cases.find(id).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
    }

    private static String text(Map<String, String> typed, String name) {
        return CasePages.text(typed, name);
    }
}
