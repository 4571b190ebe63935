package ml.taama.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ml.taama.platform.problem.Problem;

/** Where a referral stands, and which side may move it on. */
public enum ReferralState {
    /** Waits for an answer of the recipient. */
    PROPOSED("referral-proposed", "referral.proposed"),
    /** The recipient takes it on. */
    ACCEPTED("referral-accepted", "referral.accepted"),
    /** The recipient does not; with a reason. */
    DECLINED("referral-declined", "referral.declined"),
    /** The recipient works on it. */
    IN_PROGRESS("referral-in-progress", "referral.in-progress"),
    /** The recipient has done it; with a note for the sender. */
    DONE("referral-done", "referral.done"),
    /** The sender took it back, or the consent was withdrawn. */
    REVOKED("referral-revoked", "referral.revoked");

    /** Something that is done with a referral. */
    public enum Move {
        ACCEPT(true),
        DECLINE(true),
        START(true),
        FINISH(true),
        REVOKE(false);

        private final boolean recipient;

        Move(boolean recipient) {
            this.recipient = recipient;
        }

        /** Whether the recipient does it; else the sender. */
        public boolean recipient() {
            return recipient;
        }

        /** As addresses name it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Move of(String word) {
            return Arrays.stream(values())
                    .filter(m -> m.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> Problem.of(CaseProblem.REFERRAL_STATE));
        }
    }

    private static final Map<ReferralState, Map<Move, ReferralState>> NEXT = Map.of(
            PROPOSED, Map.of(Move.ACCEPT, ACCEPTED, Move.DECLINE, DECLINED, Move.REVOKE, REVOKED),
            ACCEPTED, Map.of(Move.START, IN_PROGRESS, Move.FINISH, DONE, Move.REVOKE, REVOKED),
            IN_PROGRESS, Map.of(Move.FINISH, DONE, Move.REVOKE, REVOKED));

    private final String entry;
    private final String notice;

    ReferralState(String entry, String notice) {
        this.entry = entry;
        this.notice = notice;
    }

    /** How the time line tells it. */
    String entry() {
        return entry;
    }

    /** How the other side is told. */
    String notice() {
        return notice;
    }

    /** Whether it has not ended. */
    public boolean runs() {
        return NEXT.containsKey(this);
    }

    /** Whether a move is legal here. */
    public boolean allows(Move move) {
        return NEXT.getOrDefault(this, Map.of()).containsKey(move);
    }

    /**
     * The state after a move.
     *
     * @throws Problem when it is illegal
     */
    public ReferralState after(Move move) {
        ReferralState next = NEXT.getOrDefault(this, Map.of()).get(move);
        if (next == null) {
            throw Problem.of(CaseProblem.REFERRAL_STATE);
        }
        return next;
    }

    /** As it is kept and named. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ReferralState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The words of all states, in order. */
    public static List<String> words() {
        return Arrays.stream(values()).map(ReferralState::word).toList();
    }
}
