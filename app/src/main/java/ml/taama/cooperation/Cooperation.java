package ml.taama.cooperation;

import java.util.List;
import java.util.Optional;
import ml.taama.platform.database.Row;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.time.Period;
import ml.taama.reference.Progress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Trainings with their audience, communication, stakeholders. */
@Component
public class Cooperation {

    /** A training or a series of sessions, and for whom. */
    public record Training(
            String code,
            LocalText title,
            Optional<LocalText> audience,
            Optional<Period> period,
            Optional<String> place,
            Progress progress,
            String sourceRef) {}

    /** A campaign, a debate or another way to inform. */
    public record Communication(
            String code, LocalText title, Optional<Period> period, Progress progress, String sourceRef) {}

    /**
     * A kind of stakeholder, or a field of joint projects.
     *
     * @param role partner, involved, project-field
     */
    public record Stakeholder(String code, String role, LocalText name, String sourceRef) {}

    private final JdbcClient jdbc;

    Cooperation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Trainings, in order. */
    public List<Training> trainings() {
        return jdbc.sql("select * from cooperation.training order by position, code")
                .query(Row.mapper(row -> new Training(
                        row.text("code"),
                        row.local("title"),
                        row.maybeLocal("audience"),
                        row.period("period"),
                        row.maybe("place"),
                        Progress.of(row.text("status")),
                        row.text("source_ref"))))
                .list();
    }

    /** Communication, in order. */
    public List<Communication> communications() {
        return jdbc.sql("select * from cooperation.communication order by position, code")
                .query(Row.mapper(row -> new Communication(
                        row.text("code"),
                        row.local("title"),
                        row.period("period"),
                        Progress.of(row.text("status")),
                        row.text("source_ref"))))
                .list();
    }

    /** Stakeholders of a role, in order. */
    public List<Stakeholder> stakeholders(String role) {
        return jdbc.sql("select * from cooperation.stakeholder where role = ? order by position, code")
                .param(role)
                .query(Row.mapper(row ->
                        new Stakeholder(row.text("code"), row.text("role"), row.local("name"), row.text("source_ref"))))
                .list();
    }
}
