package ml.taama.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import ml.taama.cases.ReferralState.Move;
import ml.taama.platform.problem.Problem;
import org.junit.jupiter.api.Test;

/** Which moves of a case and of a referral are legal. */
class CaseLifeTest {

    private static CaseLife life(CaseMove... moves) {
        CaseLife life = CaseLife.BEGUN;
        for (CaseMove move : moves) {
            life = life.after(move);
        }
        return life;
    }

    @Test
    void aCaseGoesFromRequestToClosureAndBack() {
        CaseLife closed = life(CaseMove.TAKE_IN, CaseMove.ACCEPT, CaseMove.SERVE, CaseMove.CONCLUDE, CaseMove.CLOSE);
        assertThat(closed.state()).isEqualTo(CaseState.CLOSED);
        assertThat(closed.after(CaseMove.REOPEN)).isEqualTo(new CaseLife(CaseState.OPEN, 1, 0, false));
        assertThat(life(CaseMove.DECLINE, CaseMove.REOPEN).state()).isEqualTo(CaseState.RECEIVED);
    }

    @Test
    void nothingIsGivenBeforeTriageNorToNobodyNorAfterTheEnd() {
        assertThatThrownBy(() -> life(CaseMove.TAKE_IN, CaseMove.SERVE)).hasMessageStartingWith("cases.state");
        assertThatThrownBy(() -> life(CaseMove.ACCEPT, CaseMove.SERVE)).hasMessageStartingWith("cases.nobody");
        assertThatThrownBy(() ->
                        life(CaseMove.TAKE_IN, CaseMove.ACCEPT, CaseMove.CONCLUDE, CaseMove.CLOSE, CaseMove.SERVE))
                .hasMessageStartingWith("cases.state");
    }

    @Test
    void aCaseDoesNotCloseWithoutOutcomeNorWhileAReferralRuns() {
        assertThatThrownBy(() -> life(CaseMove.ACCEPT, CaseMove.CLOSE)).hasMessageStartingWith("cases.no-outcome");
        assertThatThrownBy(() ->
                        life(CaseMove.TAKE_IN, CaseMove.ACCEPT, CaseMove.PROPOSE, CaseMove.CONCLUDE, CaseMove.CLOSE))
                .hasMessageStartingWith("cases.referrals");
        assertThat(life(
                                CaseMove.TAKE_IN,
                                CaseMove.ACCEPT,
                                CaseMove.PROPOSE,
                                CaseMove.CONCLUDE,
                                CaseMove.REFERRAL_ENDS,
                                CaseMove.CLOSE)
                        .state())
                .isEqualTo(CaseState.CLOSED);
    }

    /** An account of a life kept in another way: illegal moves are refused over random sequences and change nothing. */
    private static final class Witness {

        private boolean decided;
        private boolean taken;
        private boolean ended;
        private boolean told;
        private int people;
        private int running;

        boolean allows(CaseMove move) {
            boolean waiting = !decided;
            boolean assisted = decided && taken && !ended;
            return switch (move) {
                case ACCEPT, DECLINE -> waiting;
                case NOTE -> true;
                case SCREEN, ALERT -> (waiting || assisted) && people > 0;
                case TAKE_IN, PLAN -> waiting || assisted;
                case TAKE_OUT -> (waiting || assisted) && people > 1;
                case SERVE, PROPOSE -> assisted && people > 0;
                case CONCLUDE -> assisted;
                case CLOSE -> assisted && told && running == 0;
                case REOPEN -> ended || (decided && !taken);
                case REFERRAL_ENDS -> running > 0;
            };
        }

        void make(CaseMove move) {
            switch (move) {
                case ACCEPT -> {
                    decided = true;
                    taken = true;
                }
                case DECLINE -> decided = true;
                case TAKE_IN -> people++;
                case TAKE_OUT -> people--;
                case PROPOSE -> running++;
                case REFERRAL_ENDS -> running--;
                case CONCLUDE -> told = true;
                case CLOSE -> ended = true;
                case REOPEN -> {
                    decided = taken;
                    ended = false;
                    told = false;
                }
                default -> {}
            }
        }
    }

    @Test
    void illegalMovesAreRefusedOverRandomSequences() {
        Random random = new Random(1918);
        List<CaseMove> moves = List.of(CaseMove.values());
        Set<CaseState> reached = EnumSet.noneOf(CaseState.class);
        int refused = 0;
        for (int run = 0; run < 2_000; run++) {
            CaseLife life = CaseLife.BEGUN;
            Witness witness = new Witness();
            for (int step = 0; step < 40; step++) {
                CaseMove move = moves.get(random.nextInt(moves.size()));
                if (witness.allows(move)) {
                    life = life.after(move);
                    witness.make(move);
                } else {
                    CaseLife now = life;
                    assertThatThrownBy(() -> now.after(move))
                            .as("%s in %s", move, now)
                            .isInstanceOf(Problem.class);
                    refused++;
                }
                assertThat(life.people()).isEqualTo(witness.people);
                assertThat(life.referrals()).isEqualTo(witness.running);
                reached.add(life.state());
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(CaseState.values());
        assertThat(refused).isGreaterThan(10_000);
    }

    @Test
    void aReferralEndsOnceAndOnlyAfterItWasAccepted() {
        Random random = new Random(7);
        List<Move> moves = List.of(Move.values());
        for (int run = 0; run < 2_000; run++) {
            ReferralState state = ReferralState.PROPOSED;
            boolean accepted = false;
            for (int step = 0; step < 12; step++) {
                Move move = moves.get(random.nextInt(moves.size()));
                boolean legal = state.runs()
                        && switch (move) {
                            case ACCEPT, DECLINE -> state == ReferralState.PROPOSED;
                            case START -> state == ReferralState.ACCEPTED;
                            case FINISH -> accepted;
                            case REVOKE -> true;
                        };
                assertThat(state.allows(move)).as("%s in %s", move, state).isEqualTo(legal);
                if (legal) {
                    state = state.after(move);
                    accepted |= move == Move.ACCEPT;
                } else {
                    ReferralState now = state;
                    assertThatThrownBy(() -> now.after(move)).isInstanceOf(Problem.class);
                }
                assertThat(state == ReferralState.DONE && !accepted).isFalse();
            }
        }
    }
}
