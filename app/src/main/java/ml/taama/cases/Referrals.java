package ml.taama.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.accounts.Accounts;
import ml.taama.accounts.Notices;
import ml.taama.cases.Journal.Line;
import ml.taama.cases.Referral.Proposal;
import ml.taama.cases.ReferralState.Move;
import ml.taama.people.Consents;
import ml.taama.people.Consents.Consent;
import ml.taama.people.FileAccess;
import ml.taama.people.FileAccess.Level;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends cases to other organisations: chosen sections only, for a limited time, with consent or a stored reason. */
@Component
public class Referrals {

    private static final int MOST = 500;
    private static final int SHORTEST_REASON = 10;

    private final JdbcClient jdbc;
    private final CaseRows cases;
    private final ReferralRows rows;
    private final Journal journal;
    private final Consents consents;
    private final FileAccess access;
    private final Accounts accounts;
    private final Notices notices;
    private final AuditTrail audit;
    private final Clock clock;

    Referrals(
            JdbcClient jdbc,
            CaseRows cases,
            ReferralRows rows,
            Journal journal,
            Consents consents,
            FileAccess access,
            Accounts accounts,
            Notices notices,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.rows = rows;
        this.journal = journal;
        this.consents = consents;
        this.access = access;
        this.accounts = accounts;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /** One referral, for those who take part in it. */
    @Transactional(readOnly = true)
    public Optional<Referral> find(long id) {
        return rows.find(id);
    }

    /** Referrals of a case, the latest first. */
    @Transactional(readOnly = true)
    public List<Referral> of(long dossier) {
        return rows.of(dossier);
    }

    /** Referrals that the reader sent or received, those that run first. */
    @Transactional(readOnly = true)
    public List<Referral> all() {
        return rows.all(MOST);
    }

    /**
     * Proposes a case to another organisation.
     *
     * @throws Problem when somebody has not agreed and no reason is given to go without
     */
    @Transactional
    public long propose(long dossier, Proposal proposal) {
        Case held = cases.hold(dossier, CaseMove.PROPOSE);
        Actor actor = Actors.current();
        actor.require(Permission.MANAGE_CASES, held.organisation());
        if (proposal.sections().stream().anyMatch(Words.PROTECTED_SECTIONS::contains)) {
            actor.require(Permission.READ_PROTECTED, held.organisation());
        }
        check(held, proposal);
        Map<Long, Optional<Consent>> agreed = agreed(proposal);
        long id = jdbc.sql("""
                insert into cases.referral (dossier, kind, sender, recipient, needs, sections, until, basis)
                values (:dossier, :kind, :sender, :recipient, :needs, :sections, :until, :basis) returning id
                """)
                .param("dossier", dossier)
                .param("kind", proposal.transfer() ? "transfer" : "referral")
                .param("sender", held.organisation())
                .param("recipient", proposal.recipient())
                .param("needs", proposal.needs().toArray(String[]::new))
                .param("sections", proposal.sections().toArray(String[]::new))
                .param("until", proposal.until())
                .param("basis", proposal.override().isBlank() ? "consent" : "vital-interest")
                .query(Long.class)
                .single();
        agreed.forEach((file, consent) -> open(id, file, consent, proposal));
        journal.write(
                dossier,
                held.organisation(),
                Line.of(
                        ReferralState.PROPOSED.entry(),
                        "referral",
                        proposal.transfer() ? "transfer" : "referral",
                        id,
                        proposal.text()));
        if (!proposal.override().isBlank()) {
            journal.write(
                    dossier,
                    held.organisation(),
                    Line.of("referral-override", "referral", "vital-interest", id, proposal.override()));
        }
        cases.changed(dossier);
        notices.tell(
                Permission.MANAGE_CASES,
                proposal.recipient(),
                ReferralState.PROPOSED.notice(),
                "/work/referrals/" + id,
                ReferralReminders.due(LocalDate.now(clock)),
                held.spaced());
        audit.note("referral.propose", "referral", id, held.organisation(), Map.of("recipient", proposal.recipient()));
        return id;
    }

    private void check(Case held, Proposal proposal) {
        boolean right = !proposal.recipient().equals(held.organisation())
                && !proposal.recipient().isBlank()
                && !proposal.needs().isEmpty()
                && Words.SERVICES.containsAll(proposal.needs())
                && !proposal.sections().isEmpty()
                && Words.SECTIONS.containsAll(proposal.sections())
                && !proposal.people().isEmpty()
                && !proposal.until().isBefore(LocalDate.now(clock));
        if (!right) {
            throw Problem.of(CaseProblem.REFERRAL);
        }
        if (!held.people().containsAll(proposal.people())
                || (proposal.transfer() && !proposal.people().containsAll(held.people()))) {
            throw Problem.of(CaseProblem.NOT_IN_CASE);
        }
    }

    private Map<Long, Optional<Consent>> agreed(Proposal proposal) {
        LocalDate today = LocalDate.now(clock);
        boolean override = proposal.override().strip().length() >= SHORTEST_REASON;
        Map<Long, Optional<Consent>> agreed = new java.util.TreeMap<>();
        for (Long file : proposal.people()) {
            Optional<Consent> consent = consents.holding(file, "referral", Optional.of(proposal.recipient()), today);
            if (consent.isEmpty() && !override) {
                throw Problem.of(CaseProblem.NO_CONSENT);
            }
            agreed.put(file, override ? Optional.empty() : consent);
        }
        return agreed;
    }

    private void open(long id, long file, Optional<Consent> consent, Proposal proposal) {
        jdbc.sql("insert into cases.referred (referral, file, consent) values (:referral, :file, :consent)")
                .param("referral", id)
                .param("file", file)
                .param("consent", consent.map(Consent::id).orElse(null))
                .update();
        open(access, id, proposal.recipient(), proposal.sections(), proposal.until(), file);
    }

    /** Lets the recipient of a referral see one of its people, as far and as long as it says. */
    static void open(FileAccess access, Referral referral, long file) {
        open(access, referral.id(), referral.recipient(), referral.sections(), referral.until(), file);
    }

    private static void open(
            FileAccess access, long id, String recipient, List<String> sections, LocalDate until, long file) {
        boolean secret = sections.stream().anyMatch(Words.PROTECTED_SECTIONS::contains);
        Instant end = until.plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant();
        access.give(file, recipient, secret ? Level.PROTECTED : Level.RESTRICTED, "referral", id, Optional.of(end));
    }

    /** Whether who acts may make a move: its side of the referral, or the sender for a recipient that nobody here works for. */
    @Transactional(readOnly = true)
    public boolean may(Referral referral, Move move) {
        Actor actor = Actors.current();
        boolean sends = actor.may(Permission.MANAGE_CASES, referral.sender())
                || cases.find(referral.dossier())
                        .filter(c -> actor.may(Permission.MANAGE_CASES, c.organisation()))
                        .isPresent();
        boolean receives = actor.may(Permission.MANAGE_CASES, referral.recipient());
        return move.recipient() ? receives || (sends && !referral.transfer() && outside(referral.recipient())) : sends;
    }

    /** Whether nobody of an organisation works with cases here, so that its answers come by telephone. */
    @Transactional(readOnly = true)
    public boolean outside(String organisation) {
        return accounts.allowed(Permission.MANAGE_CASES, organisation).isEmpty();
    }

    /** Moves a referral on. All but an acceptance and a beginning ask for a word. */
    @Transactional
    public void move(long id, Move move, String text) {
        Referral before = rows.find(id).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        cases.lock(before.dossier());
        Referral referral = rows.find(id).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        if (!may(referral, move)) {
            throw Problem.of(PlatformProblem.NOT_ALLOWED);
        }
        ReferralState next = referral.state().after(move);
        boolean silent = move == Move.ACCEPT || move == Move.START;
        if (!silent && text.isBlank()) {
            throw Problem.of(CaseProblem.NO_REASON);
        }
        if (move == Move.ACCEPT && !referral.inForce()) {
            throw Problem.of(CaseProblem.REFERRAL_STATE);
        }
        String side = move.recipient() && Actors.current().may(Permission.MANAGE_CASES, referral.recipient())
                ? referral.recipient()
                : Actors.current().may(Permission.MANAGE_CASES, referral.sender())
                        ? referral.sender()
                        : cases.find(referral.dossier()).orElseThrow().organisation();
        journal.write(referral.dossier(), side, Line.of(next.entry(), "referral", move.word(), id, text));
        if (referral.transfer() && move == Move.ACCEPT) {
            handOver(referral);
        } else {
            put(referral, next);
        }
        tell(referral, next);
        audit.note("referral." + move.word(), "referral", id, side, Map.of());
    }

    private void put(Referral referral, ReferralState next) {
        jdbc.sql("""
                update cases.referral set state = :state, answered_at = coalesce(answered_at, case when :state <> 'revoked' then now() end),
                  ended_at = case when :ended then now() end where id = :id
                """)
                .param("state", next.word())
                .param("ended", !next.runs())
                .param("id", referral.id())
                .update();
        if (!next.runs()) {
            access.end(referral.recipient(), "referral", referral.id());
        }
    }

    private void handOver(Referral referral) {
        for (Long file : referral.people()) {
            access.give(file, referral.recipient(), Level.PROTECTED, "case", referral.dossier(), Optional.empty());
        }
        jdbc.sql("call cases.hand_over(?)").param(referral.id()).update();
        access.end(referral.sender(), "case", referral.dossier());
        access.end(referral.recipient(), "referral", referral.id());
    }

    private void tell(Referral referral, ReferralState next) {
        List<Long> to = new ArrayList<>();
        if (next == ReferralState.REVOKED) {
            accounts.allowed(Permission.MANAGE_CASES, referral.recipient()).forEach(a -> to.add(a.id()));
        } else if (referral.proposedBy() > 0) {
            to.add(referral.proposedBy());
        }
        to.remove(Actors.current().account());
        notices.tell(to, next.notice(), "/work/referrals/" + referral.id(), null);
    }

    /** Ends a referral whose consent was withdrawn: the product does it itself, at once. */
    void withdraw(Referral referral) {
        journal.write(
                referral.dossier(),
                referral.sender(),
                Line.of(ReferralState.REVOKED.entry(), "referral", "consent-withdrawn", referral.id(), ""));
        put(referral, ReferralState.REVOKED);
        for (String organisation : List.of(referral.sender(), referral.recipient())) {
            notices.tell(
                    Permission.MANAGE_CASES,
                    organisation,
                    "referral.withdrawn",
                    "/work/referrals/" + referral.id(),
                    null);
        }
        audit.note("referral.withdraw", "referral", referral.id(), referral.sender(), Map.of());
    }
}
