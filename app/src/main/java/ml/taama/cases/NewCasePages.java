package ml.taama.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ml.taama.people.Likely;
import ml.taama.people.People;
import ml.taama.people.Person;
import ml.taama.people.PersonData;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.Redirect;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Receives a request: first who, found in the register or registered now; then what. One form, and nothing typed is lost. */
@Controller
@Needs(Permission.MANAGE_CASES)
public class NewCasePages {

    private static final int MOST = 8;

    /**
     * The form.
     *
     * @param found people whom the search found and who are not chosen yet
     * @param searched whether something was searched
     * @param likely who is perhaps the same as somebody to be registered
     * @param running cases that run already for those who are chosen
     * @param key by which a repeated request is known
     */
    public record NewCasePage(
            Shown shown,
            NewCase typed,
            List<Person> found,
            boolean searched,
            List<Likely.Match> likely,
            List<Case> running,
            String key,
            Optional<Problem> fault) {}

    private final Pages pages;
    private final Shown.Maker shown;
    private final People people;
    private final QuickRegistration registration;
    private final Cases cases;
    private final CaseSearch search;
    private final Once once;
    private final Clock clock;

    NewCasePages(
            Pages pages,
            Shown.Maker shown,
            People people,
            QuickRegistration registration,
            Cases cases,
            CaseSearch search,
            Once once,
            Clock clock) {
        this.pages = pages;
        this.shown = shown;
        this.people = people;
        this.registration = registration;
        this.cases = cases;
        this.search = search;
        this.once = once;
        this.clock = clock;
    }

    /** An empty form, or one that begins with a person. */
    @GetMapping("/{language}/work/cases/new")
    Html form(Ui ui, @RequestParam(defaultValue = "0") long file) {
        NewCase empty =
                new NewCase(people.find(file).isPresent() ? List.of(file) : List.of(), new LinkedMultiValueMap<>());
        return page(ui, empty, Optional.empty());
    }

    @PostMapping("/{language}/work/cases/new")
    View send(Ui ui, @RequestParam MultiValueMap<String, String> sent) {
        NewCase typed = NewCase.of(sent);
        try {
            return switch (typed.get("action")) {
                case "register" -> likely(ui, typed);
                case "take" -> page(ui, new NewCase(typed.people(), withoutPerson(typed)), Optional.empty());
                case "another" -> registered(ui, typed, registration.read(typed::get));
                case "receive" -> {
                    long made = once.of(typed.get("key"), typed.fields(), () -> cases.receive(request(ui, typed)));
                    yield Redirect.within(ui, "/work/cases/" + made);
                }
                default -> page(ui, typed, Optional.empty());
            };
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.FORBIDDEN) {
                throw problem;
            }
            return page(ui, typed, Optional.of(problem));
        }
    }

    private Html likely(Ui ui, NewCase typed) {
        PersonData data = registration.read(typed::get);
        List<Likely.Match> matches = registration.likely(data);
        return matches.isEmpty() ? registered(ui, typed, data) : page(ui, typed, matches, Optional.empty());
    }

    private Html registered(Ui ui, NewCase typed, PersonData data) {
        long file = once.of(
                typed.get("person-key"), typed.fields(), () -> registration.register(organisation(ui, typed), data));
        return page(ui, new NewCase(typed.people(), withoutPerson(typed)).with(file), Optional.empty());
    }

    /** What was typed of the case; what was typed of a person is done with. */
    private static MultiValueMap<String, String> withoutPerson(NewCase typed) {
        MultiValueMap<String, String> rest = new LinkedMultiValueMap<>(typed.fields());
        List.of("q", "given", "surname", "sex", "birth", "nationality", "phone").forEach(rest::remove);
        return rest;
    }

    private static String organisation(Ui ui, NewCase typed) {
        List<String> own = List.copyOf(ui.visitor().actor().organisations(Permission.MANAGE_CASES));
        return own.contains(typed.get("organisation")) ? typed.get("organisation") : own.getFirst();
    }

    private Request request(Ui ui, NewCase typed) {
        LocalDate today = LocalDate.now(clock);
        String headcount = typed.get("headcount", "1");
        return new Request(
                organisation(ui, typed),
                typed.people(),
                Fields.country(ui, "case.country", typed.get("country")),
                Fields.maybe(typed.get("area")),
                Fields.choice(ui, "case.channel", typed.get("channel"), Words.CHANNELS),
                Fields.choice(ui, "case.urgency", typed.get("urgency"), Words.URGENCIES),
                Fields.number(ui, "case.headcount", headcount)
                        .min(new java.math.BigDecimal(100_000))
                        .intValue(),
                Fields.past(ui, "case.received", typed.get("received", today.toString()), today),
                typed.get("text"),
                !typed.get("secret").isEmpty(),
                "counter");
    }

    private Html page(Ui ui, NewCase typed, Optional<Problem> fault) {
        return page(ui, typed, List.of(), fault);
    }

    private Html page(Ui ui, NewCase typed, List<Likely.Match> likely, Optional<Problem> fault) {
        List<Person> found = new ArrayList<>(likely.isEmpty() ? found(typed) : List.of());
        found.removeIf(p -> p.files().stream().anyMatch(f -> typed.people().contains(f.id())));
        List<Case> running = typed.people().isEmpty()
                ? List.of()
                : search.of(typed.people()).stream()
                        .filter(c -> c.state() == CaseState.RECEIVED || c.state() == CaseState.OPEN)
                        .toList();
        NewCasePage model = new NewCasePage(
                shown.of(ui, typed.people()),
                typed,
                found,
                !typed.get("q").isEmpty() && likely.isEmpty(),
                likely,
                running,
                typed.get("key", Once.key()),
                fault);
        Html page = pages.page("cases/new", ui, model);
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    private List<Person> found(NewCase typed) {
        String question = typed.get("q", (typed.get("given") + " " + typed.get("surname")).strip());
        return question.length() < 2 ? List.of() : people.search(question, MOST);
    }
}
