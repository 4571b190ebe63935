package ml.taama.cases;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import ml.taama.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads referrals. */
@Component
class ReferralRows {

    private static final String SELECT = """
            select r.*, array(select p.file from cases.referred p where p.referral = r.id order by 1)::text[] as people,
              cases.in_force(r.id, r.state, r.until) as in_force
            from cases.referral r
            """;

    private final JdbcClient jdbc;

    ReferralRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Referral> find(long id) {
        return jdbc.sql(SELECT + " where r.id = ?")
                .param(id)
                .query(Row.mapper(ReferralRows::read))
                .optional();
    }

    List<Referral> of(long dossier) {
        return jdbc.sql(SELECT + " where r.dossier = ? order by r.id desc")
                .param(dossier)
                .query(Row.mapper(ReferralRows::read))
                .list();
    }

    /** All that the reader takes part in, those that run first, the latest first. */
    List<Referral> all(int most) {
        return jdbc.sql(SELECT + """
                 where r.sender = any (platform.organisations('cases.manage')) or r.recipient = any (platform.organisations('cases.manage'))
                order by r.state not in ('proposed', 'accepted', 'in-progress'), r.proposed_at desc, r.id desc limit ?
                """)
                .param(most)
                .query(Row.mapper(ReferralRows::read))
                .list();
    }

    /** Those that run although a consent beneath them was withdrawn. */
    List<Referral> withoutConsent() {
        return jdbc.sql(SELECT + """
                 where r.state in ('proposed', 'accepted', 'in-progress') and r.until >= current_date
                 and not cases.in_force(r.id, r.state, r.until) order by r.id
                """).query(Row.mapper(ReferralRows::read)).list();
    }

    /** Those that wait for an answer and of which nobody was reminded. */
    List<Referral> unanswered() {
        return jdbc.sql(SELECT + " where r.state = 'proposed' and r.reminded_at is null order by r.id")
                .query(Row.mapper(ReferralRows::read))
                .list();
    }

    private static Referral read(Row row) throws SQLException {
        return new Referral(
                row.number("id").longValue(),
                row.number("dossier").longValue(),
                row.text("kind").equals("transfer"),
                row.text("sender"),
                row.text("recipient"),
                row.list("needs"),
                row.list("sections"),
                row.day("until").orElseThrow(),
                row.text("basis"),
                ReferralState.of(row.text("state")),
                CaseRows.numbers(row.list("people")),
                row.truth("in_force"),
                row.instant("proposed_at").orElseThrow(),
                row.number("proposed_by").longValue(),
                row.instant("answered_at"),
                row.instant("ended_at"));
    }
}
