package ml.taama.people;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.Redirect;
import ml.taama.ui.Ui;
import ml.taama.ui.WorkEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Where people are looked for and registered. What is asked is personal: it never stands in an address. */
@Controller
@Needs({Permission.READ_PEOPLE, Permission.PROTECT_PEOPLE})
public class RegisterPages {

    private static final int MOST = 25;
    private static final int RECENT = 10;
    private static final int LONGEST = 200;

    /** Who was found; without a question, who was registered last. */
    public record SearchPage(Shown shown, String question, List<Person> found, List<Person> recent) {

        /** Whether more may be found than is shown. */
        public boolean full() {
            return found.size() == MOST;
        }
    }

    /**
     * The form of a new person.
     *
     * @param faults keys of sentences by field
     * @param key by which a repeated request is known
     * @param organisation for which is registered
     */
    public record NewPersonPage(
            Shown shown, PersonForm form, Map<String, String> faults, String key, String organisation) {}

    /** Who is perhaps the same as somebody who is being registered. */
    public record LikelyPage(
            Shown shown,
            List<Likely.Match> matches,
            PersonForm form,
            PersonData data,
            String key,
            String organisation) {

        /** Parts of what was typed. */
        public List<String> parts() {
            return Parts.all();
        }

        /** What was typed about a part. */
        public List<String> lines(String part) {
            return Parts.lines(shown, part, data);
        }
    }

    private final Pages pages;
    private final Shown.Maker shown;
    private final People people;
    private final Registrations registrations;
    private final Likely likely;

    RegisterPages(Pages pages, Shown.Maker shown, People people, Registrations registrations, Likely likely) {
        this.pages = pages;
        this.shown = shown;
        this.people = people;
        this.registrations = registrations;
        this.likely = likely;
    }

    @Bean
    static WorkEntry peopleEntry() {
        return new WorkEntry(
                15,
                "people.title",
                "/work/people",
                "person-vcard",
                a -> a.maySomewhere(Permission.READ_PEOPLE) || a.may(Permission.PROTECT_PEOPLE),
                List.of("/work/merges"));
    }

    @GetMapping("/{language}/work/people")
    Html search(Ui ui, HttpServletResponse response) {
        return search(ui, "", response);
    }

    @PostMapping("/{language}/work/people/search")
    Html search(Ui ui, @RequestParam(defaultValue = "") String q, HttpServletResponse response) {
        response.setHeader("Permissions-Policy", "geolocation=(), camera=(self), microphone=()");
        String question = q.strip().substring(0, Math.min(LONGEST, q.strip().length()));
        List<Person> found = question.length() < 2 ? List.of() : people.search(question, MOST);
        List<Person> recent = question.length() < 2 ? people.recent(RECENT) : List.of();
        return pages.page("people/search", ui, new SearchPage(shown.of(ui), question, found, recent));
    }

    @Needs(Permission.REGISTER_PEOPLE)
    @GetMapping("/{language}/work/people/new")
    Html form(Ui ui) {
        PersonForm empty = PersonForm.read(Map.of(), "");
        return form(shown.of(ui), empty, Map.of(), UUID.randomUUID().toString(), "");
    }

    private Html form(Shown words, PersonForm form, Map<String, String> faults, String key, String organisation) {
        Html page = pages.page("people/new", words.ui(), new NewPersonPage(words, form, faults, key, organisation));
        return faults.isEmpty() ? page : page.withStatus(HttpServletResponse.SC_BAD_REQUEST);
    }

    /** Registers; or adds a row, shows what is wrong, shows who is perhaps the same. */
    @Needs(Permission.REGISTER_PEOPLE)
    @PostMapping("/{language}/work/people/new")
    View register(
            Ui ui,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String more,
            @RequestParam(defaultValue = "") String step) {
        Optional<Long> made = registrations.made(key);
        if (made.isPresent()) {
            return Redirect.within(ui, "/work/people/" + made.get());
        }
        Shown words = shown.of(ui);
        PersonForm form = PersonForm.read(sent, "");
        if (PersonForm.PARTS.containsKey(more)) {
            return form(words, form.more(more, 1), Map.of(), key, organisation);
        }
        FormReading reading = FormReading.of(form, words);
        if (!reading.faults().isEmpty() || step.equals("back")) {
            return form(words, form, reading.faults(), key, organisation);
        }
        String own = words.own().containsKey(organisation)
                ? organisation
                : words.own().keySet().iterator().next();
        List<Likely.Match> matches = step.equals("another") ? List.of() : likely.of(reading.data());
        if (!matches.isEmpty()) {
            return pages.page("people/likely-step", ui, new LikelyPage(words, matches, form, reading.data(), key, own));
        }
        String once = key.isEmpty() ? UUID.randomUUID().toString() : key;
        return Redirect.within(ui, "/work/people/" + registrations.register(once, reading.data(), own));
    }
}
