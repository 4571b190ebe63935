package ml.taama.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something to do for a case.
 *
 * @param account who does it
 * @param kind one of {@link Words#TASKS}
 * @param text what, in words
 */
public record CaseTask(
        long id,
        long dossier,
        String organisation,
        Optional<Long> account,
        String kind,
        LocalDate dueOn,
        String text,
        Optional<Instant> doneAt) {

    @Override
    public String toString() {
        return "CaseTask[" + id + "]";
    }
}
