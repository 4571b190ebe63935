package ml.taama.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.accounts.Accounts;
import ml.taama.accounts.Notices;
import ml.taama.cases.Journal.Line;
import ml.taama.people.FileAccess;
import ml.taama.people.FileAccess.Level;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests for assistance and what becomes of them. Every move is legal in the {@link CaseLife} or is refused. */
@Component
public class Cases {

    private final JdbcClient jdbc;
    private final CaseRows rows;
    private final Journal journal;
    private final FileAccess access;
    private final Accounts accounts;
    private final Notices notices;
    private final AuditTrail audit;
    private final Clock clock;

    Cases(
            JdbcClient jdbc,
            CaseRows rows,
            Journal journal,
            FileAccess access,
            Accounts accounts,
            Notices notices,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.journal = journal;
        this.access = access;
        this.accounts = accounts;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /** One case, when who asks may see it. */
    @Transactional(readOnly = true)
    public Optional<Case> find(long id) {
        return rows.find(id);
    }

    /** The same, when somebody opens it: the audit trail says so. */
    @Transactional
    public Optional<Case> open(long id) {
        Optional<Case> found = rows.find(id);
        found.ifPresent(c -> audit.note("case.read", "case", id, c.organisation(), Map.of()));
        return found;
    }

    /**
     * Does something that was decided upon what a page showed, unless the case moved on meanwhile.
     *
     * @param seen when the case had last moved on as the page was made; empty where nobody looked
     * @throws Problem when it moved on since
     */
    @Transactional
    public void asSeen(long id, String seen, Runnable work) {
        Case held = rows.hold(id);
        if (!seen.isEmpty() && !seen.equals(held.changedAt().toString())) {
            throw Problem.of(CaseProblem.MEANWHILE);
        }
        work.run();
    }

    /** Receives a request; who receives it follows the case until somebody else does. */
    @Transactional
    public long receive(Request request) {
        Actors.current().require(Permission.MANAGE_CASES, request.organisation());
        check(request);
        long account = Actors.current().account();
        long id = jdbc.sql("""
                insert into cases.dossier (number, organisation, account, channel, country, area, urgency, headcount, received_on, origin)
                values (:number, :organisation, :account, :channel, :country, :area, :urgency, :headcount, :on, :origin) returning id
                """)
                .param("number", freshNumber())
                .param("organisation", request.organisation())
                .param("account", account == 0 ? null : account)
                .param("channel", request.channel())
                .param("country", request.country())
                .param("area", request.area().orElse(null))
                .param("urgency", request.urgency())
                .param(
                        "headcount",
                        Math.max(request.headcount(), request.people().size()))
                .param("on", request.receivedOn())
                .param("origin", request.origin())
                .query(Long.class)
                .single();
        request.people().stream().distinct().forEach(file -> add(id, request.organisation(), file));
        journal.write(
                id,
                request.organisation(),
                Line.of("request", "request", request.channel(), request.text()).secretly(request.secret()),
                Optional.of(request.receivedOn()));
        audit.note("case.receive", "case", id, request.organisation(), Map.of("urgency", request.urgency()));
        if (request.urgency().equals("immediate") && Actors.current().signedIn()) {
            notices.tell(Permission.SUPERVISE_CASES, request.organisation(), "case.urgent", "/work/cases/" + id, null);
        }
        return id;
    }

    private void check(Request request) {
        boolean known = Words.CHANNELS.contains(request.channel())
                && Words.URGENCIES.contains(request.urgency())
                && request.country().matches("[A-Z]{2}")
                && request.headcount() > 0
                && !request.receivedOn().isAfter(LocalDate.now(clock));
        if (!known) {
            throw Problem.of(PlatformProblem.WRONG_FIELD, "", "", "");
        }
    }

    /** Row-level security hides cases of others, so that the database decides. */
    private String freshNumber() {
        while (true) {
            String number = CaseNumber.random();
            boolean taken = jdbc.sql("select cases.number_taken(?)")
                    .param(number)
                    .query(Boolean.class)
                    .single();
            if (!taken) {
                return number;
            }
        }
    }

    private void add(long id, String organisation, long file) {
        access.give(file, organisation, Level.PROTECTED, "case", id, Optional.empty());
        jdbc.sql("""
                insert into cases.participant (dossier, file) values (?, ?)
                on conflict (dossier, file) do update set ended_at = null
                """).params(id, file).update();
    }

    /** Triage: the request is taken on, with the urgency that holds from now on. */
    @Transactional
    public void accept(long id, String urgency, String note) {
        Case held = held(id, CaseMove.ACCEPT);
        if (!Words.URGENCIES.contains(urgency)) {
            throw Problem.of(PlatformProblem.WRONG_FIELD, "", urgency, String.join(", ", Words.URGENCIES));
        }
        move(held, "state = 'open', urgency = ?", urgency);
        journal.write(id, held.organisation(), Line.of("triage", "request", urgency, note));
        audit.note("case.accept", "case", id, held.organisation(), Map.of("urgency", urgency));
    }

    /** Triage: the request is not taken on. */
    @Transactional
    public void decline(long id, String reason, String note) {
        Case held = held(id, CaseMove.DECLINE);
        known(Words.REFUSALS, reason);
        move(held, "state = ?", "declined");
        journal.write(id, held.organisation(), Line.of("declined", "request", reason, note));
        audit.note("case.decline", "case", id, held.organisation(), Map.of("reason", reason));
    }

    /** What became of the need, as it is seen now. */
    @Transactional
    public void conclude(long id, String outcome, String note) {
        Case held = held(id, CaseMove.CONCLUDE);
        known(Words.OUTCOMES, outcome);
        move(held, "outcome = ?", outcome);
        journal.write(id, held.organisation(), Line.of("outcome", "outcome", outcome, note));
        audit.note("case.conclude", "case", id, held.organisation(), Map.of("outcome", outcome));
    }

    /** Closes a case; an end before its time asks why. */
    @Transactional
    public void close(long id, String reason, String note) {
        Case held = held(id, CaseMove.CLOSE);
        known(Words.CLOSURES, reason);
        if (!reason.equals(Words.CLOSURES.getFirst()) && note.isBlank()) {
            throw Problem.of(CaseProblem.NO_REASON);
        }
        move(held, "state = 'closed', closure = ?", reason);
        jdbc.sql(
                        "update cases.task set done_at = now(), done_by = platform.account() where dossier = ? and done_at is null")
                .param(id)
                .update();
        journal.write(id, held.organisation(), Line.of("closed", "outcome", reason, note));
        audit.note("case.close", "case", id, held.organisation(), Map.of("reason", reason));
    }

    /** Opens a case again, with a reason; a request that was not taken on waits for triage again. */
    @Transactional
    public void reopen(long id, String reason) {
        Case held = held(id, CaseMove.REOPEN);
        if (reason.isBlank()) {
            throw Problem.of(CaseProblem.NO_REASON);
        }
        CaseState next = held.life().after(CaseMove.REOPEN).state();
        move(held, "state = ?, closure = null, outcome = null", next.word());
        journal.write(id, held.organisation(), Line.of("reopened", "request", next.word(), reason));
        audit.note("case.reopen", "case", id, held.organisation(), Map.of());
    }

    /** Writes something down. */
    @Transactional
    public void note(long id, String text, boolean secret) {
        Case held = held(id, CaseMove.NOTE);
        if (text.isBlank()) {
            throw Problem.of(CaseProblem.NO_REASON);
        }
        journal.write(
                id, held.organisation(), Line.of("note", "notes", "", text).secretly(secret));
        rows.changed(id);
        audit.note("case.note", "case", id, held.organisation(), Map.of());
    }

    /** Takes somebody into a case. */
    @Transactional
    public void takeIn(long id, long file) {
        Case held = held(id, CaseMove.TAKE_IN);
        if (held.people().contains(file)) {
            return;
        }
        add(id, held.organisation(), file);
        move(held, "headcount = greatest(headcount, ?)", held.people().size() + 1);
        journal.write(id, held.organisation(), Line.of("person-in", "request", "", file, ""));
        audit.note("case.person-in", "case", id, held.organisation(), Map.of("file", file));
    }

    /** Takes somebody out of a case who was put there by mistake; what was given to somebody keeps that person in. */
    @Transactional
    public void takeOut(long id, long file, String reason) {
        Case held = held(id, CaseMove.TAKE_OUT);
        if (!held.people().contains(file)) {
            throw Problem.of(CaseProblem.NOT_IN_CASE);
        }
        if (reason.isBlank()) {
            throw Problem.of(CaseProblem.NO_REASON);
        }
        boolean served = jdbc.sql("""
                select exists (select from cases.served v join cases.service s on s.id = v.service
                  where v.dossier = :id and v.file = :file and s.cancelled_at is null)
                """)
                .param("id", id)
                .param("file", file)
                .query(Boolean.class)
                .single();
        if (served) {
            throw Problem.of(CaseProblem.STAYS);
        }
        jdbc.sql("update cases.participant set ended_at = now() where dossier = ? and file = ?")
                .params(id, file)
                .update();
        access.end(file, held.organisation(), "case", id);
        journal.write(id, held.organisation(), Line.of("person-out", "request", "", file, reason));
        audit.note("case.person-out", "case", id, held.organisation(), Map.of("file", file));
    }

    /** Gives a case to a colleague. */
    @Transactional
    public void assign(long id, long account) {
        Case held = rows.hold(id);
        boolean own =
                held.account().filter(a -> a == Actors.current().account()).isPresent();
        Actors.current().require(own ? Permission.MANAGE_CASES : Permission.SUPERVISE_CASES, held.organisation());
        boolean colleague = accounts.allowed(Permission.MANAGE_CASES, held.organisation()).stream()
                .anyMatch(a -> a.id() == account);
        if (!colleague) {
            throw Problem.of(CaseProblem.COLLEAGUE);
        }
        if (held.account().filter(a -> a == account).isPresent()) {
            return;
        }
        move(held, "account = ?", account);
        jdbc.sql("update cases.task set account = :to where dossier = :id and done_at is null")
                .param("to", account)
                .param("id", id)
                .update();
        journal.write(id, held.organisation(), Line.of("assigned", "tasks", "", account, ""));
        if (Actors.current().signedIn()) {
            notices.tell(List.of(account), "case.assigned", "/work/cases/" + id, null, held.spaced());
        }
        audit.note("case.assign", "case", id, held.organisation(), Map.of("account", account));
    }

    private Case held(long id, CaseMove move) {
        Case held = rows.hold(id);
        Actors.current().require(Permission.MANAGE_CASES, held.organisation());
        held.life().after(move);
        return held;
    }

    private void move(Case held, String change, Object value) {
        jdbc.sql("update cases.dossier set changed_at = now(), " + change + " where id = ?")
                .params(value, held.id())
                .update();
    }

    static void known(List<String> words, String word) {
        if (!words.contains(word)) {
            throw Problem.of(CaseProblem.NO_REASON);
        }
    }
}
