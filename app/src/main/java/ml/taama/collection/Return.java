package ml.taama.collection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The answer of an organisation to a call.
 *
 * @param writing version that is being written
 * @param sent last version that reviewers see; 0 when none was sent
 * @param events what became of it, the first one first
 */
public record Return(long id, long call, String organisation, int writing, int sent, List<Event> events) {

    /** Who did what to which version, when, why. */
    public record Event(String kind, int version, Instant at, long account, String reason) {}

    /** Where it stands. */
    public ReturnState state() {
        return events.isEmpty()
                ? ReturnState.DRAFT
                : ReturnState.after(events.getLast().kind());
    }

    /** When it was first sent. */
    public Optional<Instant> firstSent() {
        return events.stream().filter(e -> e.kind().equals("sent")).findFirst().map(Event::at);
    }

    /** The versions that were made, the latest first. */
    public List<Event> versions() {
        return events.reversed().stream()
                .filter(e -> e.kind().equals("sent") || e.kind().equals("corrected"))
                .toList();
    }
}
