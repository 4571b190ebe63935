package ml.taama.people;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ml.taama.accounts.Account;
import ml.taama.accounts.Accounts;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files that were opened in an emergency: each is examined by a supervisor, of a service that knows the person or of the one
 * who opened it, or by the data-protection officer.
 */
@Component
public class Glasses {

    private static final Actor READER = Actor.system("people");

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final FileAccess access;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Glasses(JdbcClient jdbc, Accounts accounts, FileAccess access, AuditTrail audit, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.access = access;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * A file opened in an emergency.
     *
     * @param number public number of the person
     * @param finding what was found about it; empty while nobody examined it
     */
    public record Glass(
            long id,
            long file,
            String number,
            long account,
            String reason,
            Instant at,
            Instant until,
            Optional<Instant> reviewedAt,
            long reviewedBy,
            String finding) {}

    /** Those that who asks watches over, the latest first. */
    public List<Glass> all() {
        return watched(system("""
                select a.*, f.number from people.access a join people.file f on f.id = a.file
                where a.basis = 'break-glass' order by a.given_at desc limit 500
                """));
    }

    private List<Glass> watched(List<Glass> all) {
        Actor actor = Actors.current();
        if (actor.may(Permission.PROTECT_PEOPLE)) {
            return all;
        }
        Set<String> own = actor.organisations(Permission.SUPERVISE_CASES);
        return own.isEmpty()
                ? List.of()
                : all.stream().filter(g -> watches(own, g)).toList();
    }

    private List<Glass> system(String sql) {
        return Actors.as(
                READER,
                () -> java.util.Objects.requireNonNull(transaction.execute(status ->
                        jdbc.sql(sql).query(Row.mapper(Glasses::glass)).list())));
    }

    private boolean watches(Set<String> own, Glass glass) {
        return access.holders(glass.file()).stream().anyMatch(own::contains)
                || accounts.find(glass.account()).filter(a -> worksIn(a, own)).isPresent();
    }

    private static boolean worksIn(Account account, Set<String> own) {
        return account.holdings().stream().anyMatch(h -> own.contains(h.organisation()));
    }

    /** How many nobody has examined. */
    public long waiting() {
        return watched(system("""
                        select a.*, f.number from people.access a join people.file f on f.id = a.file
                        where a.basis = 'break-glass' and a.reviewed_at is null
                        """)).size();
    }

    /** Says what was found about one; nobody examines the own. */
    public void review(long id, String finding) {
        Actor actor = Actors.current();
        Glass glass = all().stream()
                .filter(g -> g.id() == id && g.account() != actor.account())
                .findFirst()
                .orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        if (finding.strip().length() < 3) {
            throw Problem.of(PeopleProblem.NO_REASON);
        }
        Actors.run(
                READER,
                () -> transaction.executeWithoutResult(status -> jdbc.sql("""
                        update people.access set reviewed_at = now(), reviewed_by = ?, finding = ? where id = ? and reviewed_at is null
                        """)
                        .params(actor.account(), finding.strip(), id)
                        .update()));
        transaction.executeWithoutResult(
                status -> audit.note("access.review", "person", glass.file(), "", Map.of("access", id)));
    }

    private static Glass glass(Row row) throws SQLException {
        return new Glass(
                row.number("id").longValue(),
                row.number("file").longValue(),
                row.text("number"),
                row.number("account").longValue(),
                row.text("reason"),
                row.instant("given_at").orElseThrow(),
                row.instant("valid_to").orElseThrow(),
                row.instant("reviewed_at"),
                row.maybeNumber("reviewed_by").map(n -> n.longValue()).orElse(0L),
                row.maybe("finding").orElse(""));
    }
}
