package ml.taama.matching;

import java.util.Map;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How pairs are reviewed: by how many people, and from which probability on. */
@Component
class ReviewSettings {

    private static final String LEAST = "matching.least";
    private static final String REVIEWERS = "matching.reviewers";

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    ReviewSettings(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Probability from which a pair is shown. */
    double least() {
        return Double.parseDouble(read(LEAST, "0.2"));
    }

    /** How many must agree. */
    int reviewers() {
        return Integer.parseInt(read(REVIEWERS, "1"));
    }

    private String read(String name, String usual) {
        return jdbc.sql("select value from platform.setting where name = ?")
                .param(name)
                .query(String.class)
                .optional()
                .orElse(usual);
    }

    @Transactional
    void set(int reviewers, double least) {
        Actors.current().require(Permission.REVIEW_DUPLICATES);
        if (reviewers < 1 || reviewers > 2 || !(least >= 0.01 && least <= 0.99)) {
            throw Problem.of(PlatformProblem.WRONG_FIELD, "%", String.valueOf(least * 100), "1–99");
        }
        write(REVIEWERS, String.valueOf(reviewers));
        write(LEAST, String.valueOf(least));
        audit.note("matching.settings", "matching", "settings", "", Map.of("reviewers", reviewers, "least", least));
    }

    private void write(String name, String value) {
        jdbc.sql("insert into platform.setting values (?, ?) on conflict (name) do update set value = excluded.value")
                .params(name, value)
                .update();
    }
}
