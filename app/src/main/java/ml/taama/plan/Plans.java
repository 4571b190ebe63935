package ml.taama.plan;

import java.util.List;
import java.util.Optional;
import ml.taama.platform.database.Row;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.time.Period;
import ml.taama.reference.Progress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plans of action. */
@Component
public class Plans {

    /** A plan of action; its period is absent where the source gives none. */
    public record Plan(
            String code,
            LocalText title,
            Optional<String> framework,
            Optional<Period> period,
            Progress progress,
            Optional<LocalText> note,
            String sourceRef) {}

    private final JdbcClient jdbc;

    Plans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All plans, in order. */
    public List<Plan> all() {
        return jdbc.sql("select * from plan.plan order by position, code")
                .query(Row.mapper(row -> new Plan(
                        row.text("code"),
                        row.local("title"),
                        row.maybe("framework"),
                        row.period("period"),
                        Progress.of(row.text("status")),
                        row.maybeLocal("note"),
                        row.text("source_ref"))))
                .list();
    }
}
