package ml.taama.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.people.FileAccess.Level;
import ml.taama.people.RightsRequests.RightsRequest;
import ml.taama.platform.audit.AuditReader.Entry;
import ml.taama.platform.audit.AuditTrail;
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

/** What people ask about their own data, and the file that they are given. */
@Controller
public class RightsPages {

    /** One request and the person who asks. */
    public record RequestPage(Shown shown, RightsRequest request, Person person, Optional<Problem> fault) {}

    /** Everything about a person, on paper. */
    public record ExtractPage(
            Shown shown, Person person, Kept kept, List<PersonPart.Block> blocks, List<Entry> history) {

        /** What a file says, part by part. */
        public List<String> lines(String part, PersonFile file) {
            return Parts.lines(shown, part, file.data());
        }

        /** Parts of what is known. */
        public List<String> parts() {
            return Parts.all();
        }
    }

    private final Pages pages;
    private final Shown.Maker shown;
    private final People people;
    private final FileAccess access;
    private final FileStates states;
    private final FileHistory history;
    private final RightsRequests requests;
    private final Kept.Reader kept;
    private final PersonPages person;
    private final List<PersonPart> parts;
    private final AuditTrail audit;

    RightsPages(
            Pages pages,
            Shown.Maker shown,
            People people,
            FileAccess access,
            FileStates states,
            FileHistory history,
            RightsRequests requests,
            Kept.Reader kept,
            PersonPages person,
            List<PersonPart> parts,
            AuditTrail audit) {
        this.pages = pages;
        this.shown = shown;
        this.people = people;
        this.access = access;
        this.states = states;
        this.history = history;
        this.requests = requests;
        this.kept = kept;
        this.person = person;
        this.parts = parts;
        this.audit = audit;
    }

    @Needs({Permission.REGISTER_PEOPLE, Permission.PROTECT_PEOPLE})
    @PostMapping("/{language}/work/people/{id:[0-9]+}/requests")
    View receive(Ui ui, @PathVariable long id, @RequestParam Map<String, String> sent) {
        try {
            requests.receive(id, sent.getOrDefault("request", ""), sent.getOrDefault("detail", ""));
            return Redirect.within(ui, "/work/people/" + id);
        } catch (Problem problem) {
            return person.page(ui, id, sent, problem);
        }
    }

    @Needs(Permission.PROTECT_PEOPLE)
    @GetMapping("/{language}/work/people/requests/{id:[0-9]+}")
    Html request(Ui ui, @PathVariable long id) {
        return request(ui, id, Optional.empty());
    }

    private Html request(Ui ui, long id, Optional<Problem> fault) {
        RightsRequest request = requests.find(id).orElseThrow(RightsPages::missing);
        Person asking = people.open(request.file()).orElseThrow(RightsPages::missing);
        Html page = pages.page("people/request", ui, new RequestPage(shown.of(ui), request, asking, fault));
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    private static Problem missing() {
        return Problem.of(PlatformProblem.PAGE_NOT_FOUND);
    }

    @Needs(Permission.PROTECT_PEOPLE)
    @PostMapping("/{language}/work/people/requests/{id:[0-9]+}")
    View decide(
            Ui ui,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String answer) {
        try {
            boolean there = requests.decide(id, decision.equals("grant"), answer);
            return Redirect.within(ui, there ? "/work/people/requests/" + id : "/work/people/protection");
        } catch (Problem problem) {
            return request(ui, id, Optional.of(problem));
        }
    }

    @Needs(Permission.PROTECT_PEOPLE)
    @PostMapping("/{language}/work/people/{id:[0-9]+}/lock")
    View lock(Ui ui, @PathVariable long id, @RequestParam(defaultValue = "true") boolean locked) {
        states.lock(id, locked);
        return Redirect.within(ui, "/work/people/" + id);
    }

    /** Everything that is kept about a person and who read it, to print and hand over. */
    @Needs({Permission.READ_PROTECTED, Permission.PROTECT_PEOPLE})
    @GetMapping("/{language}/work/people/{id:[0-9]+}/extract")
    Html extract(Ui ui, @PathVariable long id) {
        Person found = people.find(id).orElseThrow(RightsPages::missing);
        long head = found.head().id();
        if (access.level(head).filter(l -> l == Level.PROTECTED).isEmpty()) {
            throw missing();
        }
        audit.note("person.extract", "person", head);
        return pages.page(
                "people/extract",
                ui,
                new ExtractPage(
                        shown.of(ui),
                        found,
                        kept.of(found, Level.PROTECTED),
                        parts.stream().flatMap(p -> p.of(ui, found).stream()).toList(),
                        history.of(found)));
    }
}
