package ml.taama.people;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ml.taama.people.FileAccess.Level;
import ml.taama.people.FileWriting.Desk;
import ml.taama.people.SealedValues.Label;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes on a person, by kind. Those on health, violence, children, trafficking are read and written by those alone who may. */
@Component
public class PersonNotes {

    /** Kinds that everybody reads who sees telephone and papers. */
    public static final List<String> USUAL = List.of("general", "journey", "work-life");

    /** Kinds that ask for the right to read what is protected. */
    public static final List<String> PROTECTED =
            List.of("health", "psychosocial", "violence", "child-protection", "trafficking");

    private static final String NOTE = "note";

    private final SealedValues values;
    private final FileWriting writing;
    private final FileAccess access;
    private final AuditTrail audit;

    PersonNotes(SealedValues values, FileWriting writing, FileAccess access, AuditTrail audit) {
        this.values = values;
        this.writing = writing;
        this.access = access;
        this.audit = audit;
    }

    /** A note. */
    public record PersonNote(
            long id, String kind, boolean guarded, String text, String organisation, Instant at, long by) {

        @Override
        public String toString() {
            return "PersonNote[" + id + "]";
        }
    }

    /** Notes that the reader may see, the latest first. */
    @Transactional(readOnly = true)
    public List<PersonNote> of(long file) {
        return values.of(file, NOTE).stream()
                .map(s -> new PersonNote(
                        s.id(), s.subject(), s.level().equals("protected"), s.text(), s.organisation(), s.at(), s.by()))
                .toList();
    }

    /** Kinds that the reader may write. */
    public static List<String> kinds(Level level) {
        return level == Level.PROTECTED
                ? Stream.concat(USUAL.stream(), PROTECTED.stream()).toList()
                : USUAL;
    }

    /** Writes a note. */
    @Transactional
    public void add(long file, String kind, String text) {
        Desk desk = writing.of(file);
        Level level = access.level(file).orElseThrow();
        if (text.isBlank()) {
            throw Problem.of(PeopleProblem.NO_REASON);
        }
        if (!kinds(level).contains(kind)) {
            throw Problem.of(PlatformProblem.NOT_ALLOWED);
        }
        boolean guarded = PROTECTED.contains(kind);
        values.add(
                desk,
                new Label(NOTE, guarded ? "protected" : "restricted", kind, Optional.empty(), Optional.empty()),
                text.strip().getBytes(StandardCharsets.UTF_8),
                Optional.empty());
        audit.note("note.add", "person", desk.file().id(), desk.organisation(), Map.of("guarded", guarded));
    }

    /** Takes back a note that one wrote oneself. */
    @Transactional
    public void remove(long file, long note) {
        Desk desk = writing.of(file);
        boolean own = of(file).stream()
                .anyMatch(n -> n.id() == note && n.by() == Actors.current().account());
        if (!own || !values.remove(desk.person(), NOTE, note)) {
            throw Problem.of(PlatformProblem.PAGE_NOT_FOUND);
        }
        audit.note("note.remove", "person", desk.file().id(), desk.organisation(), Map.of());
    }
}
