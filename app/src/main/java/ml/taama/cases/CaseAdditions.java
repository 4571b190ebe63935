package ml.taama.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ml.taama.cases.Journal.Line;
import ml.taama.people.Addition;
import ml.taama.people.Consents;
import ml.taama.people.Consents.Consent;
import ml.taama.people.FileAccess;
import ml.taama.people.FileAccess.Level;
import ml.taama.people.LaterAdditions;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases, services, screenings, alerts and referrals that were added while two files were one person. A case goes to the other
 * file with all that hangs on the file in it; anything else takes the other person into its case.
 */
@Component
class CaseAdditions implements LaterAdditions {

    private static final String CASE = "case";

    private static final String ADDED = """
            select a.kind, a.id, a.file, a.at, d.number from (
              select 'case' as kind, dossier as id, file, added_at as at, dossier from cases.participant where ended_at is null
              union all select 'service', v.service, v.file, s.created_at, v.dossier
                from cases.served v join cases.service s on s.id = v.service where s.cancelled_at is null
              union all select 'screening', id, file, created_at, dossier from cases.screening
              union all select 'alert', id, file, created_at, dossier from cases.alert
              union all select 'referral', p.referral, p.file, r.proposed_at, r.dossier
                from cases.referred p join cases.referral r on r.id = p.referral) as a
            join cases.dossier d on d.id = a.dossier
            where a.file = any(:files) and a.at > :from and a.at < :to order by a.at, a.kind, a.id
            """;

    /** Kinds beside the case itself, as their tables are named. */
    private static final Set<String> KINDS = Set.of("service", "screening", "alert", "referral");

    private final JdbcClient jdbc;
    private final CaseRows rows;
    private final ReferralRows referrals;
    private final Journal journal;
    private final FileAccess access;
    private final Consents consents;
    private final AuditTrail audit;
    private final Clock clock;

    CaseAdditions(
            JdbcClient jdbc,
            CaseRows rows,
            ReferralRows referrals,
            Journal journal,
            FileAccess access,
            Consents consents,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.referrals = referrals;
        this.journal = journal;
        this.access = access;
        this.consents = consents;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Addition> between(Collection<Long> files, Instant from, Instant to) {
        return jdbc.sql(ADDED)
                .param("files", files.toArray(Long[]::new))
                .param("from", OffsetDateTime.ofInstant(from, ZoneOffset.UTC))
                .param("to", OffsetDateTime.ofInstant(to, ZoneOffset.UTC))
                .query(Row.mapper(r -> new Addition(
                        r.text("kind"),
                        r.number("id").longValue(),
                        r.number("file").longValue(),
                        r.instant("at").orElseThrow(),
                        CaseNumber.spaced(r.text("number")))))
                .list();
    }

    @Override
    @Transactional
    public boolean assign(Addition addition, long file) {
        if (!addition.kind().equals(CASE) && !KINDS.contains(addition.kind())) {
            return false;
        }
        Case held = rows.hold(dossier(addition));
        Actors.current().require(Permission.MANAGE_CASES, held.organisation());
        takeIn(held, file);
        if (addition.kind().equals(CASE)) {
            // Who does not see what is protected would leave it with the other person.
            Actors.current().require(Permission.READ_PROTECTED, held.organisation());
            all(held, addition.file(), file);
            takeOut(held, addition.file());
        } else {
            one(addition.kind(), addition.id(), addition.file(), file);
        }
        audit.note("case.person-other", "case", held.id(), held.organisation(), Map.of("file", file));
        return true;
    }

    private long dossier(Addition addition) {
        return addition.kind().equals(CASE)
                ? addition.id()
                : jdbc.sql("select dossier from cases." + addition.kind() + " where id = ?")
                        .param(addition.id())
                        .query(Long.class)
                        .single();
    }

    private void takeIn(Case held, long file) {
        if (!held.people().contains(file)) {
            access.give(file, held.organisation(), Level.PROTECTED, CASE, held.id(), Optional.empty());
            jdbc.sql("""
                    insert into cases.participant (dossier, file) values (?, ?)
                    on conflict (dossier, file) do update set ended_at = null
                    """).params(held.id(), file).update();
            journal.write(held.id(), held.organisation(), Line.of("person-in", "request", "", file, ""));
        }
    }

    private void takeOut(Case held, long file) {
        jdbc.sql("update cases.participant set ended_at = now() where dossier = ? and file = ?")
                .params(held.id(), file)
                .update();
        access.end(file, held.organisation(), CASE, held.id());
        journal.write(held.id(), held.organisation(), Line.of("person-out", "request", "", file, ""));
    }

    private void all(Case held, long from, long to) {
        for (String kind : List.of("screening", "alert")) {
            jdbc.sql("update cases." + kind + " set file = ? where dossier = ? and file = ?")
                    .params(to, held.id(), from)
                    .update();
        }
        numbers("select service as id from cases.served where dossier = ? and file = ?", held, from)
                .forEach(s -> move("served", "service", s, from, to));
        numbers("""
                select p.referral as id from cases.referred p join cases.referral r on r.id = p.referral where r.dossier = ? and p.file = ?
                """, held, from).forEach(r -> refer(r, from, to));
    }

    private List<Long> numbers(String sql, Case held, long file) {
        return jdbc.sql(sql)
                .params(held.id(), file)
                .query(Row.mapper(r -> r.number("id").longValue()))
                .list();
    }

    private void one(String kind, long id, long from, long to) {
        switch (kind) {
            case "service" -> move("served", "service", id, from, to);
            case "referral" -> refer(id, from, to);
            default ->
                jdbc.sql("update cases." + kind + " set file = ? where id = ? and file = ?")
                        .params(to, id, from)
                        .update();
        }
    }

    /** Where both stood already, only the one goes. */
    private void move(String table, String key, long id, long from, long to) {
        jdbc.sql("update cases." + table + " set file = :to where " + key + " = :id and file = :from and not exists ("
                        + "select from cases." + table + " o where o." + key + " = :id and o.file = :to)")
                .param("to", to)
                .param("id", id)
                .param("from", from)
                .update();
        jdbc.sql("delete from cases." + table + " where " + key + " = ? and file = ?")
                .params(id, from)
                .update();
    }

    /** What the recipient may see follows: of nobody else any more, of the other as far and as long as before. */
    private void refer(long id, long from, long to) {
        move("referred", "referral", id, from, to);
        Referral referral = referrals.find(id).orElseThrow();
        consented(referral, to);
        access.end(referral.recipient(), "referral", id);
        if (referral.inForce()) {
            referral.people().forEach(file -> Referrals.open(access, referral, file));
        }
    }

    /** A referral that rests on consent rests on that of the person whom it is about now. */
    private void consented(Referral referral, long file) {
        boolean rests = jdbc.sql(
                        "select exists (select from cases.referred where referral = ? and file = ? and consent is not null)")
                .params(referral.id(), file)
                .query(Boolean.class)
                .single();
        if (rests) {
            Consent own = consents.holding(file, "referral", Optional.of(referral.recipient()), LocalDate.now(clock))
                    .orElseThrow(() -> Problem.of(CaseProblem.NO_CONSENT));
            jdbc.sql("update cases.referred set consent = ? where referral = ? and file = ?")
                    .params(own.id(), referral.id(), file)
                    .update();
        }
    }
}
