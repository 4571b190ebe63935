package ml.taama.cases;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.cases.Aid.Given;
import ml.taama.cases.Journal.Line;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is given to people: by the responsible organisation, or by another one to which they were referred. */
@Component
public class Services {

    private final JdbcClient jdbc;
    private final CaseRows rows;
    private final Journal journal;
    private final AuditTrail audit;
    private final Clock clock;

    Services(JdbcClient jdbc, CaseRows rows, Journal journal, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.journal = journal;
        this.audit = audit;
        this.clock = clock;
    }

    /** Services of a case that the reader may see, the latest first; those that are over too. */
    @Transactional(readOnly = true)
    public List<Aid> of(long dossier) {
        return jdbc.sql("""
                select s.*, array(select v.file from cases.served v where v.service = s.id order by 1)::text[] as people
                from cases.service s where s.dossier = ? order by s.given_on desc, s.id desc
                """).param(dossier).query(Row.mapper(Services::service)).list();
    }

    /**
     * Writes down a service. Who gives it follows a referral, when one runs to the organisation of who writes.
     *
     * @return its number
     */
    @Transactional
    public long give(long dossier, Given given) {
        Case held = rows.hold(dossier, CaseMove.SERVE);
        long id = insert(held, given, null);
        audit.note("service.give", "case", dossier, given.organisation(), Map.of("kind", given.kind()));
        return id;
    }

    /** Corrects a service: the new one replaces it, and says why. */
    @Transactional
    public long correct(long dossier, long service, Given given, String reason) {
        Case held = rows.hold(dossier, CaseMove.SERVE);
        over(held, service, reason, "service-corrected");
        long id = insert(held, given, service);
        audit.note("service.correct", "case", dossier, given.organisation(), Map.of("service", service));
        return id;
    }

    /** Cancels a service that was not given, and says why. */
    @Transactional
    public void cancel(long dossier, long service, String reason) {
        Case held = rows.hold(dossier, CaseMove.SERVE);
        over(held, service, reason, "service-cancelled");
        audit.note("service.cancel", "case", dossier, held.organisation(), Map.of("service", service));
    }

    private void over(Case held, long service, String reason, String kind) {
        if (reason.isBlank()) {
            throw Problem.of(CaseProblem.NO_REASON);
        }
        Aid now = of(held.id()).stream()
                .filter(s -> s.id() == service)
                .findFirst()
                .orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        Actor actor = Actors.current();
        if (!actor.may(Permission.MANAGE_CASES, now.organisation())) {
            actor.require(Permission.MANAGE_CASES, held.organisation());
        }
        if (now.over()) {
            throw Problem.of(CaseProblem.SERVICE_OVER);
        }
        jdbc.sql("update cases.service set cancelled_at = now(), cancelled_by = platform.account() where id = ?")
                .param(service)
                .update();
        journal.write(
                held.id(),
                writer(held),
                Line.of(kind, "services", now.kind(), service, reason).secretly(Words.health(now.kind())));
    }

    /** The organisation for which who acts writes here: the responsible one, or the recipient of a referral. */
    private String writer(Case held) {
        Actor actor = Actors.current();
        if (actor.may(Permission.MANAGE_CASES, held.organisation())) {
            return held.organisation();
        }
        return referral(held.id()).map(Running::recipient).orElseThrow(() -> Problem.of(PlatformProblem.NOT_ALLOWED));
    }

    private record Running(long id, String recipient) {}

    private Optional<Running> referral(long dossier) {
        Actor actor = Actors.current();
        return jdbc
                .sql("""
                select id, recipient from cases.referral
                where dossier = ? and state in ('accepted', 'in-progress') and until >= current_date order by id desc
                """)
                .param(dossier)
                .query(Row.mapper(r -> new Running(r.number("id").longValue(), r.text("recipient"))))
                .list()
                .stream()
                .filter(r -> actor.may(Permission.MANAGE_CASES, r.recipient()))
                .findFirst();
    }

    private long insert(Case held, Given given, @Nullable Long replaces) {
        check(held, given);
        String writer = writer(held);
        Optional<Running> referral = writer.equals(held.organisation()) ? Optional.empty() : referral(held.id());
        long id = jdbc.sql("select nextval(pg_get_serial_sequence('cases.service', 'id'))")
                .query(Long.class)
                .single();
        boolean referred = !given.organisation().equals(held.organisation());
        jdbc.sql("""
                insert into cases.service (id, dossier, kind, level, pathway, organisation, referral, given_on, quantity, amount, currency, proof, replaces)
                overriding system value
                values (:id, :dossier, :kind, :level, :pathway, :organisation, :referral, :on, :quantity, :amount, :currency, :proof, :replaces)
                """)
                .param("id", id)
                .param("dossier", held.id())
                .param("kind", given.kind())
                .param("level", Words.health(given.kind()) ? "protected" : "restricted")
                .param("pathway", referred ? "referred" : "direct")
                .param("organisation", referral.map(Running::recipient).orElse(given.organisation()))
                .param("referral", referral.map(Running::id).orElse(null))
                .param("on", given.givenOn())
                .param("quantity", given.quantity())
                .param("amount", given.amount().orElse(null))
                .param("currency", given.currency().orElse(null))
                .param("proof", given.proof())
                .param("replaces", replaces)
                .update();
        for (Long file : CaseRows.files(given.people().stream())) {
            jdbc.sql("insert into cases.served (service, file, dossier) values (?, ?, ?)")
                    .params(id, file, held.id())
                    .update();
        }
        journal.write(
                held.id(),
                writer,
                Line.of("service", "services", given.kind(), id, given.text()).secretly(Words.health(given.kind())),
                Optional.of(given.givenOn()));
        return id;
    }

    private void check(Case held, Given given) {
        if (given.people().isEmpty() || !held.people().containsAll(given.people())) {
            throw Problem.of(CaseProblem.NOT_IN_CASE);
        }
        boolean known = Words.SERVICES.contains(given.kind())
                && Words.PROOFS.contains(given.proof())
                && given.amount().isPresent() == given.currency().isPresent()
                && given.quantity().signum() > 0
                && given.quantity().compareTo(new BigDecimal("1e9")) < 0
                && !given.givenOn().isAfter(LocalDate.now(clock));
        if (!known || (given.kind().equals("cash") && given.amount().isEmpty())) {
            throw Problem.of(PlatformProblem.WRONG_FIELD, "", "", "");
        }
    }

    private static Aid service(Row row) throws SQLException {
        return new Aid(
                row.number("id").longValue(),
                row.number("dossier").longValue(),
                row.text("kind"),
                row.text("pathway"),
                row.text("organisation"),
                row.maybeNumber("referral").map(Number::longValue),
                row.day("given_on").orElseThrow(),
                row.number("quantity").stripTrailingZeros(),
                row.maybeNumber("amount").map(BigDecimal::stripTrailingZeros),
                row.maybe("currency"),
                row.text("proof"),
                CaseRows.numbers(row.list("people")),
                row.maybeNumber("replaces").map(Number::longValue),
                row.instant("cancelled_at").isPresent());
    }
}
