package ml.taama.people;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.accounts.Notices;
import ml.taama.people.FileWriting.Desk;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import ml.taama.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people ask about their own data: received by any service that knows them, decided by the data-protection officer. */
@Component
public class RightsRequests {

    /** What can be asked. */
    public static final List<String> KINDS = List.of("access", "correction", "locking", "erasure");

    private final JdbcClient jdbc;
    private final FileWriting writing;
    private final FileStates states;
    private final Erasure erasure;
    private final Notices notices;
    private final AuditTrail audit;
    private final Vault vault;
    private final Clock clock;

    RightsRequests(
            JdbcClient jdbc,
            FileWriting writing,
            FileStates states,
            Erasure erasure,
            Notices notices,
            AuditTrail audit,
            Vault vault,
            Clock clock) {
        this.jdbc = jdbc;
        this.writing = writing;
        this.states = states;
        this.erasure = erasure;
        this.notices = notices;
        this.audit = audit;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * A request.
     *
     * @param dueOn the day by which it is answered; nothing while no deadline is set
     * @param detail what the person said
     * @param state whether it waits, was granted or refused
     */
    public record RightsRequest(
            long id,
            long file,
            String kind,
            LocalDate receivedOn,
            Optional<LocalDate> dueOn,
            String detail,
            String state,
            String answer,
            String organisation,
            long createdBy,
            Optional<Instant> decidedAt,
            long decidedBy) {

        /** Whether it waits for an answer. */
        public boolean open() {
            return state.equals("received");
        }

        @Override
        public String toString() {
            return "RightsRequest[" + id + "]";
        }
    }

    /** Requests of a person, the latest first. */
    @Transactional(readOnly = true)
    public List<RightsRequest> of(long file) {
        return jdbc.sql("""
                select r.* from people.rights_request r join people.file f on f.id = r.file
                where f.head = (select head from people.file where id = ?) order by r.id desc
                """).param(file).query(Row.mapper(this::request)).list();
    }

    /** Requests that wait, those that are due first. */
    @Transactional(readOnly = true)
    public List<RightsRequest> open() {
        return all().stream().filter(RightsRequest::open).toList();
    }

    /** All requests that the reader may see, those that are due first. */
    @Transactional(readOnly = true)
    public List<RightsRequest> all() {
        return jdbc.sql("select * from people.rights_request order by state <> 'received', due_on nulls last, id")
                .query(Row.mapper(this::request))
                .list();
    }

    /** One request. */
    @Transactional(readOnly = true)
    public Optional<RightsRequest> find(long id) {
        return jdbc.sql("select * from people.rights_request where id = ?")
                .param(id)
                .query(Row.mapper(this::request))
                .optional();
    }

    /** Writes down what a person asks; the data-protection officer is told. */
    @Transactional
    public long receive(long file, String kind, String detail) {
        Desk desk = writing.even(file);
        if (!KINDS.contains(kind)) {
            throw Problem.of(PlatformProblem.PAGE_NOT_FOUND);
        }
        long own = desk.file().id();
        long id = jdbc.sql("""
                insert into people.rights_request (file, kind, received_on, due_on, detail, organisation)
                values (:file, :kind, :today::date,
                  :today::date + (select value::integer from platform.setting where name = 'people.deadline.' || :kind), :detail, :organisation)
                returning id
                """)
                .param("file", own)
                .param("kind", kind)
                .param("today", LocalDate.now(clock))
                .param("detail", detail.isBlank() ? null : vault.seal(place(own), detail.strip()))
                .param("organisation", desk.organisation())
                .query(Long.class)
                .single();
        audit.note("request.receive", "person", own, desk.organisation(), Map.of("kind", kind));
        notices.tell(
                Permission.PROTECT_PEOPLE, desk.organisation(), "people.request", "/work/people/requests/" + id, null);
        return id;
    }

    /** Deadlines changed: requests that wait are due by the new ones. */
    @Transactional
    public void reckon() {
        Actors.current().require(Permission.PROTECT_PEOPLE);
        jdbc.sql("""
                update people.rights_request r set due_on =
                  r.received_on + (select value::integer from platform.setting where name = 'people.deadline.' || r.kind)
                where r.state = 'received'
                """).update();
    }

    /**
     * Answers a request; what is granted is done at once: a file is locked, or a person erased.
     *
     * @param answer what the person is told; a refusal has a reason
     * @return whether the person is still in the register
     */
    @Transactional
    public boolean decide(long id, boolean granted, String answer) {
        Actors.current().require(Permission.PROTECT_PEOPLE);
        RightsRequest request =
                find(id).filter(RightsRequest::open).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        if (!granted && answer.isBlank()) {
            throw Problem.of(PeopleProblem.NO_REASON);
        }
        jdbc.sql("""
                update people.rights_request set state = ?, answer = ?, decided_at = now(), decided_by = platform.account() where id = ?
                """)
                .params(granted ? "granted" : "refused", answer.strip(), id)
                .update();
        audit.note(
                granted ? "request.grant" : "request.refuse",
                "person",
                request.file(),
                request.organisation(),
                Map.of("kind", request.kind()));
        boolean erases = granted && request.kind().equals("erasure");
        notices.tell(
                List.of(request.createdBy()),
                "people.answered",
                erases ? "/work/people" : "/work/people/" + request.file(),
                null);
        if (granted && request.kind().equals("locking")) {
            states.lock(request.file(), true);
        }
        if (erases) {
            erasure.erase(request.file(), "request");
        }
        return !erases;
    }

    private static String place(long file) {
        return "people.rights_request " + file;
    }

    private RightsRequest request(Row row) throws SQLException {
        long file = row.number("file").longValue();
        return new RightsRequest(
                row.number("id").longValue(),
                file,
                row.text("kind"),
                row.day("received_on").orElseThrow(),
                row.day("due_on"),
                row.bytes("detail").map(d -> vault.open(place(file), d)).orElse(""),
                row.text("state"),
                row.text("answer"),
                row.text("organisation"),
                row.number("created_by").longValue(),
                row.instant("decided_at"),
                row.maybeNumber("decided_by").map(n -> n.longValue()).orElse(0L));
    }
}
