package ml.taama.cases;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import ml.taama.people.StillNeeded;
import ml.taama.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People of cases that run, of referrals in force, and of cases that were closed not long ago. */
@Component
class NeededByCases implements StillNeeded {

    private final JdbcClient jdbc;

    NeededByCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<Long> since(LocalDate day) {
        return new HashSet<>(jdbc.sql("""
                select p.file from cases.participant p join cases.dossier d on d.id = p.dossier
                where p.ended_at is null and (d.state in ('received', 'open') or d.changed_at >= :day)
                union
                select p.file from cases.referred p join cases.referral r on r.id = p.referral
                where cases.in_force(r.id, r.state, r.until)
                """)
                .param("day", day)
                .query(Row.mapper(r -> r.number("file").longValue()))
                .list());
    }
}
