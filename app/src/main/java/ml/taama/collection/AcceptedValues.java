package ml.taama.collection;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ml.taama.collection.forms.Cell;
import ml.taama.platform.database.Row;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.time.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Values that reviewers accepted, with where they come from, for the module that keeps figures. */
@Component
public class AcceptedValues {

    /**
     * An accepted figure.
     *
     * @param document number of the return
     * @param version of the return that it was accepted in
     * @param source where the organisation has it from
     * @param setAside why another value of the same thing was chosen, if one was
     */
    public record Accepted(
            long id,
            long call,
            LocalText callTitle,
            String organisation,
            long document,
            int version,
            Instant sentAt,
            String indicator,
            Period period,
            String place,
            Cell cell,
            BigDecimal value,
            String source,
            String method,
            String explanation,
            long acceptedBy,
            Optional<String> setAside) {}

    private final JdbcClient jdbc;

    AcceptedValues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of some values that are accepted figures. */
    @Transactional(readOnly = true)
    public List<Accepted> read(List<Long> values) {
        return jdbc.sql("""
                select v.*, r.call, r.organisation, r.sent, c.title, q.code, d.account as accepted_by, s.reason as set_aside,
                  (select max(e.at) from collection.return_event e
                   where e.return = r.id and e.kind in ('sent', 'corrected')) as sent_at
                from collection.value v
                join collection.return r on r.id = v.return
                join collection.call c on c.id = r.call
                join collection.question q on q.id = v.question and q.kind = 'figure'
                join lateral (select * from collection.decision d where d.value = v.id order by d.id desc limit 1) d
                  on d.kind = 'accepted'
                left join collection.settlement s on s.call = r.call and s.question = v.question and s.period = v.period
                  and s.place = v.place and s.cell = v.cell and s.undone_at is null and s.chosen <> v.id
                where v.id = any (?) and v.value is not null
                """)
                .param(values.toArray(Long[]::new))
                .query(Row.mapper(row -> new Accepted(
                        row.number("id").longValue(),
                        row.number("call").longValue(),
                        row.local("title"),
                        row.text("organisation"),
                        row.number("return").longValue(),
                        row.whole("sent"),
                        row.instant("sent_at").orElseThrow(),
                        row.text("code"),
                        row.period("period").orElseThrow(),
                        row.text("place"),
                        Cell.tryParse(row.text("cell")).orElse(Cell.TOTAL),
                        row.number("value"),
                        row.text("source"),
                        row.text("method"),
                        row.text("explanation"),
                        row.number("accepted_by").longValue(),
                        row.maybe("set_aside"))))
                .list();
    }
}
