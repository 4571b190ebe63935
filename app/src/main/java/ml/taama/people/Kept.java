package ml.taama.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ml.taama.people.Consents.Consent;
import ml.taama.people.FileAccess.Level;
import ml.taama.people.Papers.Paper;
import ml.taama.people.PersonNotes.PersonNote;
import ml.taama.people.Relations.Relation;
import ml.taama.people.RightsRequests.RightsRequest;
import org.springframework.stereotype.Component;

/**
 * What hangs on the files of a person, as far as the reader may see it.
 *
 * @param holders organisations that see the person
 * @param emergency until when the reader sees the person because of an emergency alone
 */
public record Kept(
        List<Consent> consents,
        List<Paper> papers,
        List<PersonNote> notes,
        List<Relation> relations,
        List<RightsRequest> requests,
        boolean photograph,
        List<String> holders,
        Optional<Instant> emergency) {

    /** Consents for a purpose, the latest first. */
    public List<Consent> consents(String purpose) {
        return consents.stream().filter(c -> c.purpose().equals(purpose)).toList();
    }

    /** Whether something holds for a purpose on a day. */
    public boolean holds(String purpose, LocalDate day) {
        return consents(purpose).stream().anyMatch(c -> c.on(day));
    }

    /** Reads it. */
    @Component("people.kept")
    static class Reader {

        private final Consents consents;
        private final Papers papers;
        private final PersonNotes notes;
        private final Relations relations;
        private final RightsRequests requests;
        private final Photographs photographs;
        private final FileAccess access;

        Reader(
                Consents consents,
                Papers papers,
                PersonNotes notes,
                Relations relations,
                RightsRequests requests,
                Photographs photographs,
                FileAccess access) {
            this.consents = consents;
            this.papers = papers;
            this.notes = notes;
            this.relations = relations;
            this.requests = requests;
            this.photographs = photographs;
            this.access = access;
        }

        Kept of(Person person, Level level) {
            long file = person.head().id();
            boolean open = level == Level.OPEN;
            return new Kept(
                    consents.of(file),
                    open ? List.of() : papers.of(file),
                    open ? List.of() : notes.of(file),
                    relations.of(person),
                    open ? List.of() : requests.of(file),
                    !open && photographs.has(file),
                    access.holders(file),
                    access.emergency(file));
        }
    }
}
