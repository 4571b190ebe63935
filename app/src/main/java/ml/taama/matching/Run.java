package ml.taama.matching;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ml.taama.platform.database.Row;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Work on the whole register.
 *
 * @param kind {@code batch}, {@code training}, {@code comparison}
 * @param other second model of a comparison, or the one that was trained
 * @param stage where it is
 * @param done pairs compared so far
 * @param total pairs expected; 0 when unknown
 * @param pairs that were put before the reviewers
 * @param report what it found
 */
public record Run(
        long id,
        String kind,
        String model,
        Optional<String> other,
        String state,
        String stage,
        long done,
        long total,
        int records,
        long pairs,
        boolean cancel,
        JsonNode report,
        Instant askedAt,
        long askedBy,
        Optional<Instant> startedAt,
        Optional<Instant> movedAt,
        Optional<Instant> endedAt) {

    /** Stages that have words. */
    private static final List<String> STAGES = List.of("read", "train", "predict");

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Whether it is still to end. */
    public boolean active() {
        return state.equals("waiting") || state.equals("running");
    }

    /** The stage, when there are words for it. */
    public Optional<String> known() {
        return STAGES.stream().filter(stage::equals).findFirst();
    }

    /** How far it is, 0 to 100; nothing when that is not known. */
    public Optional<Integer> percent() {
        return total <= 0 ? Optional.empty() : Optional.of((int) Math.min(100, done * 100 / total));
    }

    /** Pairs a second, since it started. */
    public Optional<Long> rate() {
        return startedAt
                .flatMap(s -> movedAt.map(m -> Duration.between(s, m).toMillis()))
                .filter(millis -> millis > 0 && done > 0)
                .map(millis -> done * 1000 / millis);
    }

    static Run of(Row row) throws SQLException {
        return new Run(
                row.number("id").longValue(),
                row.text("kind"),
                row.text("model"),
                row.maybe("other"),
                row.text("state"),
                row.text("stage"),
                row.number("done").longValue(),
                row.number("total").longValue(),
                row.whole("records"),
                row.number("pairs").longValue(),
                row.truth("cancel"),
                JSON.readTree(row.text("report")),
                row.instant("asked_at").orElseThrow(),
                row.number("asked_by").longValue(),
                row.instant("started_at"),
                row.instant("moved_at"),
                row.instant("ended_at"));
    }
}
