package ml.taama.plan;

import java.util.List;
import java.util.Optional;
import ml.taama.platform.database.Row;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.time.Period;
import ml.taama.reference.Progress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Means of implementation: budget lines and support in kind. */
@Component
public class Means {

    /**
     * Money of the State or of a partner.
     *
     * @param stage unknown, planned, committed, disbursed, executed
     */
    public record BudgetLine(
            String code,
            LocalText title,
            Optional<String> payer,
            Optional<String> beneficiary,
            Optional<Period> period,
            String stage,
            Progress progress,
            String sourceRef) {}

    /** Support of partners in kind. */
    public record Support(
            String code,
            LocalText title,
            Optional<String> provider,
            Optional<Period> period,
            Progress progress,
            String sourceRef) {}

    private final JdbcClient jdbc;

    Means(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Budget lines, in order. */
    public List<BudgetLine> budgetLines() {
        return jdbc.sql("select * from plan.budget_line order by position, code")
                .query(Row.mapper(row -> new BudgetLine(
                        row.text("code"),
                        row.local("title"),
                        row.maybe("payer"),
                        row.maybe("beneficiary"),
                        row.period("period"),
                        row.text("stage"),
                        Progress.of(row.text("status")),
                        row.text("source_ref"))))
                .list();
    }

    /** Support in kind, in order. */
    public List<Support> supports() {
        return jdbc.sql("select * from plan.support order by position, code")
                .query(Row.mapper(row -> new Support(
                        row.text("code"),
                        row.local("title"),
                        row.maybe("provider"),
                        row.period("period"),
                        Progress.of(row.text("status")),
                        row.text("source_ref"))))
                .list();
    }
}
