package ml.taama.reporting.writing;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Contributors sign their sections, or say why they do not. A signature is for the words and figures as they were read. */
@Component
class Signatures {

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    Signatures(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Signatures that stand. */
    @Transactional(readOnly = true)
    public List<Signature> of(String cycle) {
        return jdbc.sql("select * from reporting.signature where cycle = ? and withdrawn_at is null order by id")
                .param(cycle)
                .query(Row.mapper(Signatures::signature))
                .list();
    }

    /**
     * Signs a section, or dissents from it, in place of what the organisation said of it before.
     *
     * @param read fingerprint of what the person read
     * @param now fingerprint of what the section says
     * @throws Problem when it changed in between, or a dissent has no words
     */
    @Transactional
    public void sign(
            String cycle,
            String section,
            String organisation,
            String read,
            String now,
            boolean dissent,
            String text,
            boolean printed) {
        Actors.current().require(Permission.SIGN_REPORTS, organisation);
        if (!read.equals(now)) {
            throw Problem.of(WritingProblem.CHANGED_SINCE_READ);
        }
        if (dissent && text.isBlank()) {
            throw Problem.of(WritingProblem.EMPTY_DISSENT);
        }
        withdraw(cycle, section, organisation);
        jdbc.sql("""
                insert into reporting.signature (cycle, section, organisation, fingerprint, stance, text, printed)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        cycle,
                        section,
                        organisation,
                        now,
                        dissent ? "dissent" : "signed",
                        text.strip(),
                        dissent && printed)
                .update();
        audit.note(
                dissent ? "section.dissent" : "section.sign",
                "section",
                cycle + "/" + section,
                organisation,
                Map.of("fingerprint", now));
    }

    /** Takes back what an organisation said of a section. */
    @Transactional
    public void withdraw(String cycle, String section, String organisation) {
        Actors.current().require(Permission.SIGN_REPORTS, organisation);
        int withdrawn = jdbc.sql("""
                update reporting.signature set withdrawn_at = now()
                where cycle = ? and section = ? and organisation = ? and withdrawn_at is null
                """).params(cycle, section, organisation).update();
        if (withdrawn > 0) {
            audit.note("section.withdraw", "section", cycle + "/" + section, organisation, Map.of());
        }
    }

    private static Signature signature(Row row) throws SQLException {
        return new Signature(
                row.number("id").longValue(),
                row.text("section"),
                row.text("organisation"),
                row.text("fingerprint"),
                row.text("stance").equals("dissent"),
                row.text("text"),
                row.truth("printed"),
                row.number("account").longValue(),
                row.instant("at").orElseThrow());
    }
}
