package ml.taama.cases;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who helps with what, where, when, for how many: read by all who follow cases, kept by supervisors. */
@Component
public class ServiceDirectory {

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    ServiceDirectory(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** All lines, those that ended last. */
    @Transactional(readOnly = true)
    public List<Offer> all() {
        return jdbc.sql("select * from cases.offer order by ended_at is not null, country, area, kind, provider, id")
                .query(Row.mapper(ServiceDirectory::offer))
                .list();
    }

    /** Adds a line, or changes one: a number of 0 is a new one. */
    @Transactional
    public long put(Offer offer) {
        Actors.current().require(Permission.SUPERVISE_CASES, offer.organisation());
        boolean known = Words.SERVICES.contains(offer.kind())
                && offer.country().matches("[A-Z]{2}")
                && !offer.provider().isBlank();
        if (!known) {
            throw Problem.of(PlatformProblem.WRONG_FIELD, "", "", "");
        }
        String sql = offer.id() == 0 ? """
                insert into cases.offer (organisation, provider, kind, country, area, address, hours, capacity, contact, note)
                values (:organisation, :provider, :kind, :country, :area, :address, :hours, :capacity, :contact, :note) returning id
                """ : """
                update cases.offer set provider = :provider, kind = :kind, country = :country, area = :area, address = :address,
                  hours = :hours, capacity = :capacity, contact = :contact, note = :note, changed_at = now(), changed_by = platform.account()
                where id = :id and organisation = :organisation returning id
                """;
        long id = jdbc.sql(sql)
                .param("id", offer.id())
                .param("organisation", offer.organisation())
                .param("provider", offer.provider())
                .param("kind", offer.kind())
                .param("country", offer.country())
                .param("area", offer.area().orElse(null))
                .param("address", offer.address().strip())
                .param("hours", offer.hours().strip())
                .param("capacity", offer.capacity().orElse(null))
                .param("contact", offer.contact().strip())
                .param("note", offer.note().strip())
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        audit.note("offer.put", "offer", id, offer.organisation(), Map.of());
        return id;
    }

    /** Ends a line, or brings it back. */
    @Transactional
    public void end(long id, boolean ended) {
        int changed = jdbc.sql("update cases.offer set ended_at = case when ? then now() end where id = ?")
                .params(ended, id)
                .update();
        if (changed == 0) {
            throw Problem.of(PlatformProblem.NOT_ALLOWED);
        }
        audit.note(ended ? "offer.end" : "offer.resume", "offer", id);
    }

    private static Offer offer(Row row) throws SQLException {
        return new Offer(
                row.number("id").longValue(),
                row.text("organisation"),
                row.text("provider"),
                row.text("kind"),
                row.text("country"),
                row.maybe("area"),
                row.text("address"),
                row.text("hours"),
                row.maybeNumber("capacity").map(Number::intValue),
                row.text("contact"),
                row.text("note"),
                row.instant("changed_at").orElseThrow(),
                row.instant("ended_at").map(e -> e));
    }

    /** Lines in use that help with one of some needs; all when none is named. */
    @Transactional(readOnly = true)
    public List<Offer> helping(List<String> needs, Optional<String> country) {
        return all().stream()
                .filter(o -> o.endedAt().isEmpty())
                .filter(o -> needs.isEmpty() || needs.contains(o.kind()))
                .filter(o -> country.isEmpty() || country.get().equals(o.country()))
                .toList();
    }
}
