package ml.taama.people;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import ml.taama.platform.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people agreed to, for which purpose, how, before whom; and what stands in place of consent. */
@Component
public class Consents {

    /** Purposes, in the order in which they are asked. */
    public static final List<String> PURPOSES = List.of("service", "referral", "statistics", "tracing", "follow-up");

    /** How consent was given. */
    public static final List<String> FORMS = List.of("written", "recorded", "oral-certified", "proxy");

    /** What may stand in place of consent. */
    public static final List<String> BASES = List.of("consent", "vital-interest", "legal-obligation", "public-task");

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Vault vault;
    private final ApplicationEventPublisher events;

    Consents(JdbcClient jdbc, AuditTrail audit, Vault vault, ApplicationEventPublisher events) {
        this.events = events;
        this.jdbc = jdbc;
        this.audit = audit;
        this.vault = vault;
    }

    /**
     * A consent, or what stands in its place.
     *
     * @param recipient organisation to which a referral is agreed to
     * @param witness who certified an oral consent or gave it by proxy, when the reader may know
     */
    public record Consent(
            long id,
            long file,
            String purpose,
            Optional<String> recipient,
            String basis,
            String form,
            LocalDate givenOn,
            String language,
            String witness,
            String organisation,
            Instant createdAt,
            long createdBy,
            Optional<LocalDate> withdrawnOn) {

        /** Whether it holds on a day. */
        public boolean on(LocalDate day) {
            return !givenOn.isAfter(day)
                    && withdrawnOn.filter(w -> !w.isAfter(day)).isEmpty();
        }

        @Override
        public String toString() {
            return "Consent[" + id + "]";
        }
    }

    /** What a person agreed to, for all files of the person, the latest first. */
    @Transactional(readOnly = true)
    public List<Consent> of(long file) {
        return jdbc.sql("""
                select c.* from people.consent c join people.file f on f.id = c.file
                where f.head = (select head from people.file where id = ?) order by c.given_on desc, c.id desc
                """).param(file).query(Row.mapper(this::consent)).list();
    }

    /** Whether something holds today for a purpose; a referral names its recipient. */
    @Transactional(readOnly = true)
    public Optional<Consent> holding(long file, String purpose, Optional<String> recipient, LocalDate today) {
        return of(file).stream()
                .filter(c -> c.purpose().equals(purpose) && c.recipient().equals(recipient) && c.on(today))
                .findFirst();
    }

    /** Writes down a consent, or what stands in its place. */
    @Transactional
    public long give(
            long file,
            String organisation,
            String purpose,
            Optional<String> recipient,
            String basis,
            String form,
            LocalDate givenOn,
            String language,
            String witness) {
        Actors.current().require(Permission.REGISTER_PEOPLE, organisation);
        if (!form.equals("written") && basis.equals("consent") && !form.equals("recorded") && witness.isBlank()) {
            throw Problem.of(PeopleProblem.WRONG_CONSENT);
        }
        long id = jdbc.sql("""
                insert into people.consent (file, purpose, recipient, basis, form, given_on, language, witness, organisation)
                values (:file, :purpose, :recipient, :basis, :form, :on, :language, :witness, :organisation) returning id
                """)
                .param("file", file)
                .param("purpose", purpose)
                .param("recipient", recipient.orElse(null))
                .param("basis", basis)
                .param("form", basis.equals("consent") ? form : "none")
                .param("on", givenOn)
                .param("language", language)
                .param("witness", witness.isBlank() ? null : vault.seal(place(file), witness.strip()))
                .param("organisation", organisation)
                .query(Long.class)
                .single();
        audit.note("consent.give", "person", file, organisation, java.util.Map.of("purpose", purpose, "basis", basis));
        return id;
    }

    /** The person withdraws a consent from a day on. */
    @Transactional
    public void withdraw(long file, long consent, LocalDate on) {
        int changed = jdbc.sql("""
                update people.consent set withdrawn_on = :on, withdrawn_at = now(), withdrawn_by = platform.account()
                where id = :id and file in (select id from people.file where head = (select head from people.file where id = :file))
                  and withdrawn_on is null
                """)
                .param("on", on)
                .param("id", consent)
                .param("file", file)
                .update();
        if (changed > 0) {
            audit.note("consent.withdraw", "person", file);
            events.publishEvent(new ConsentWithdrawn(file, consent));
        }
    }

    private static String place(long file) {
        return "people.consent " + file;
    }

    private Consent consent(Row row) throws SQLException {
        long file = row.number("file").longValue();
        return new Consent(
                row.number("id").longValue(),
                file,
                row.text("purpose"),
                row.maybe("recipient"),
                row.text("basis"),
                row.text("form"),
                row.day("given_on").orElseThrow(),
                row.text("language"),
                row.bytes("witness").map(w -> vault.open(place(file), w)).orElse(""),
                row.text("organisation"),
                row.instant("created_at").orElseThrow(),
                row.number("created_by").longValue(),
                row.day("withdrawn_on"));
    }
}
