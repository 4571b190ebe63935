package ml.taama.cases;

import java.util.List;
import java.util.Optional;
import ml.taama.platform.database.Row;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How much each colleague follows, for supervisors; and giving many cases to somebody else at once. */
@Component
public class Caseloads {

    private final JdbcClient jdbc;
    private final Cases cases;

    Caseloads(JdbcClient jdbc, Cases cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    /**
     * What one person of an organisation follows.
     *
     * @param account nobody when the cases wait for somebody
     * @param immediate open cases of the highest urgency
     * @param late tasks whose day has passed
     */
    public record Load(
            String organisation,
            Optional<Long> account,
            int received,
            int open,
            int immediate,
            int late,
            int referrals,
            int alerts) {}

    /** Loads of the organisations that who asks supervises, the heaviest first. */
    @Transactional(readOnly = true)
    public List<Load> all() {
        return jdbc.sql("""
                select d.organisation, d.account, count(*) filter (where d.state = 'received') as received,
                  count(*) filter (where d.state = 'open') as open, count(*) filter (where d.urgency = 'immediate') as immediate,
                  sum((select count(*) from cases.task t where t.dossier = d.id and t.done_at is null and t.due_on < current_date)) as late,
                  sum((select count(*) from cases.referral r where r.dossier = d.id and r.state = 'proposed')) as referrals,
                  sum((select count(*) from cases.alert a where a.dossier = d.id and a.resolved_at is null)) as alerts
                from cases.dossier d
                where d.state in ('received', 'open') and d.organisation = any (platform.organisations('cases.supervise'))
                group by 1, 2 order by 1, count(*) desc, 2
                """)
                .query(Row.mapper(row -> new Load(
                        row.text("organisation"),
                        row.maybeNumber("account").map(Number::longValue),
                        row.whole("received"),
                        row.whole("open"),
                        row.whole("immediate"),
                        row.whole("late"),
                        row.whole("referrals"),
                        row.whole("alerts"))))
                .list();
    }

    /** Running cases of the organisations that who asks supervises, of one person or of nobody. */
    @Transactional(readOnly = true)
    public List<Case> of(Optional<Long> account) {
        return jdbc.sql(CaseRows.SELECT + """
                 where d.state in ('received', 'open') and d.organisation = any (platform.organisations('cases.supervise'))
                 and d.account is not distinct from :account::bigint
                order by array_position(array['immediate', 'high', 'normal'], d.urgency), d.received_on, d.id limit 500
                """)
                .param("account", account.orElse(null))
                .query(Row.mapper(CaseRows::read))
                .list();
    }

    /** Gives cases to somebody, all or none. */
    @Transactional
    public void give(List<Long> ids, long account) {
        if (!Actors.current().maySomewhere(Permission.SUPERVISE_CASES)) {
            Actors.current().require(Permission.SUPERVISE_CASES);
        }
        ids.stream().distinct().sorted().forEach(id -> cases.assign(id, account));
    }
}
