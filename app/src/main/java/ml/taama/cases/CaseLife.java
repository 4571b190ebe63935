package ml.taama.cases;

import ml.taama.platform.problem.Problem;

/**
 * What decides which moves of a case are legal. Every change of a case passes here first; it knows neither database nor page.
 *
 * @param people how many of the register are in the case
 * @param referrals how many were proposed and have not ended
 * @param concluded whether the outcome is written down
 */
public record CaseLife(CaseState state, int people, int referrals, boolean concluded) {

    /** A request that was just received. */
    public static final CaseLife BEGUN = new CaseLife(CaseState.RECEIVED, 0, 0, false);

    /**
     * The life after a move.
     *
     * @throws Problem when the move is illegal; nothing has changed then
     */
    public CaseLife after(CaseMove move) {
        if (move == CaseMove.REFERRAL_ENDS) {
            return with(referrals > 0, CaseProblem.STATE, state, people, referrals - 1, concluded);
        }
        if (!state.allows(move)) {
            throw Problem.of(CaseProblem.STATE);
        }
        return switch (move) {
            case ACCEPT -> new CaseLife(CaseState.OPEN, people, referrals, concluded);
            case DECLINE -> new CaseLife(CaseState.DECLINED, people, referrals, concluded);
            case SERVE, SCREEN, ALERT -> with(people > 0, CaseProblem.NOBODY, state, people, referrals, concluded);
            case PROPOSE -> with(people > 0, CaseProblem.NOBODY, state, people, referrals + 1, concluded);
            case CONCLUDE -> new CaseLife(state, people, referrals, true);
            case CLOSE -> closed();
            case REOPEN ->
                new CaseLife(
                        state == CaseState.DECLINED ? CaseState.RECEIVED : CaseState.OPEN, people, referrals, false);
            case TAKE_IN -> new CaseLife(state, people + 1, referrals, concluded);
            case TAKE_OUT -> with(people > 1, CaseProblem.STAYS, state, people - 1, referrals, concluded);
            case PLAN, NOTE, REFERRAL_ENDS -> this;
        };
    }

    private CaseLife closed() {
        if (!concluded) {
            throw Problem.of(CaseProblem.NO_OUTCOME);
        }
        if (referrals > 0) {
            throw Problem.of(CaseProblem.REFERRALS, referrals);
        }
        return new CaseLife(CaseState.CLOSED, people, 0, true);
    }

    private static CaseLife with(
            boolean legal, CaseProblem problem, CaseState state, int people, int referrals, boolean concluded) {
        if (!legal) {
            throw Problem.of(problem);
        }
        return new CaseLife(state, people, referrals, concluded);
    }
}
