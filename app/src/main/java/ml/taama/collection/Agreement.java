package ml.taama.collection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ml.taama.collection.forms.Question;

/**
 * An agreement on the sharing of data.
 *
 * @param basis on which law or document it rests
 * @param everything whether its scope is all data asked for
 * @param scope codes of datasets and indicators otherwise
 * @param to last day, if one is set
 */
public record Agreement(
        long id,
        String organisation,
        String basis,
        boolean everything,
        List<String> scope,
        LocalDate from,
        Optional<LocalDate> to,
        String note,
        Instant at,
        long account,
        Optional<Instant> endedAt,
        String endReason) {

    /** Whether it holds on a day. */
    public boolean on(LocalDate day) {
        return endedAt.isEmpty()
                && !day.isBefore(from)
                && to.filter(day::isAfter).isEmpty();
    }

    /** How it stands on a day: {@code holds}, {@code ended} or {@code not-now}. */
    public String state(LocalDate day) {
        return endedAt.isPresent() ? "ended" : on(day) ? "holds" : "not-now";
    }

    /** Whether the answer to a question is within its scope. */
    public boolean covers(Question question) {
        return everything
                || scope.contains(question.code())
                || question.datasets().stream().anyMatch(scope::contains);
    }
}
