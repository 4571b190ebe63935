package ml.taama.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.people.FileAccess.Level;
import ml.taama.platform.audit.AuditReader.Entry;
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

/** The page of a person: what all files say together, and which file says what. */
@Controller
@Needs({Permission.READ_PEOPLE, Permission.PROTECT_PEOPLE})
public class PersonPages {

    /**
     * A person.
     *
     * @param level how much the reader sees
     * @param kept what hangs on the files
     * @param typed fields of a small form that could not be kept
     * @param fault of what was just tried
     */
    public record PersonPage(
            Shown shown,
            Person person,
            Level level,
            Kept kept,
            List<PersonPart.Block> blocks,
            List<Entry> history,
            Map<String, String> typed,
            Optional<Problem> fault) {

        /** What was typed into a field of a small form that could not be kept. */
        public String typed(String field) {
            return typed.getOrDefault(field, "");
        }

        /** Whether a small form was just tried. */
        public boolean tried(String form) {
            return typed("form").equals(form);
        }

        /** Parts of what is known. */
        public List<String> parts() {
            return Parts.all().stream()
                    .filter(p -> !p.equals("phones") || restricted())
                    .toList();
        }

        /** What a file says about a part. */
        public List<String> lines(String part, PersonFile file) {
            return Parts.lines(shown, part, file.data());
        }

        /** Whether telephones, papers and notes are shown. */
        public boolean restricted() {
            return level != Level.OPEN;
        }

        /** Whether health, violence, children are shown, and all is given to the person. */
        public boolean guarded() {
            return level == Level.PROTECTED;
        }

        /** Whether the reader may write here at all. */
        public boolean writes() {
            return restricted() && (shown.may(Permission.REGISTER_PEOPLE) || shown.may(Permission.PROTECT_PEOPLE));
        }

        /** Whether the reader may change something: the file is not locked. */
        public boolean edits() {
            return writes() && person.files().stream().allMatch(f -> f.state().equals("open"));
        }
    }

    private final Pages pages;
    private final Shown.Maker shown;
    private final People people;
    private final FileAccess access;
    private final FileHistory history;
    private final Kept.Reader kept;
    private final List<PersonPart> parts;

    PersonPages(
            Pages pages,
            Shown.Maker shown,
            People people,
            FileAccess access,
            FileHistory history,
            Kept.Reader kept,
            List<PersonPart> parts) {
        this.pages = pages;
        this.shown = shown;
        this.people = people;
        this.access = access;
        this.history = history;
        this.kept = kept;
        this.parts = parts;
    }

    @GetMapping("/{language}/work/people/{id:[0-9]+}")
    Html person(Ui ui, @PathVariable long id) {
        return page(ui, people.open(id), Map.of(), Optional.empty());
    }

    /** The page again, with what went wrong and what was typed. */
    Html page(Ui ui, long id, Map<String, String> typed, Problem fault) {
        return page(ui, people.find(id), typed, Optional.of(fault))
                .withStatus(fault.kind().status());
    }

    private Html page(Ui ui, Optional<Person> found, Map<String, String> typed, Optional<Problem> fault) {
        Person person = found.orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        long id = person.head().id();
        Level level = access.level(id).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        return pages.page(
                "people/person",
                ui,
                new PersonPage(
                        shown.of(ui),
                        person,
                        level,
                        kept.of(person, level),
                        parts.stream().flatMap(p -> p.of(ui, person).stream()).toList(),
                        level == Level.OPEN ? List.of() : history.of(person),
                        typed,
                        fault));
    }
}
