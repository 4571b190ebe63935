package ml.taama.cases;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a case stands, and what may be done with it there. */
public enum CaseState {
    /** Asked for, not decided. */
    RECEIVED(EnumSet.of(
            CaseMove.ACCEPT,
            CaseMove.DECLINE,
            CaseMove.NOTE,
            CaseMove.SCREEN,
            CaseMove.ALERT,
            CaseMove.TAKE_IN,
            CaseMove.TAKE_OUT,
            CaseMove.PLAN)),
    /** Being assisted. */
    OPEN(EnumSet.of(
            CaseMove.NOTE,
            CaseMove.SCREEN,
            CaseMove.ALERT,
            CaseMove.TAKE_IN,
            CaseMove.TAKE_OUT,
            CaseMove.PLAN,
            CaseMove.SERVE,
            CaseMove.PROPOSE,
            CaseMove.CONCLUDE,
            CaseMove.CLOSE)),
    /** Not assisted, with a reason; may be reconsidered. */
    DECLINED(EnumSet.of(CaseMove.NOTE, CaseMove.REOPEN)),
    /** Over; may be opened again. */
    CLOSED(EnumSet.of(CaseMove.NOTE, CaseMove.REOPEN));

    @SuppressWarnings("ImmutableEnumChecker") // never changed after construction
    private final Set<CaseMove> moves;

    CaseState(Set<CaseMove> moves) {
        this.moves = moves;
    }

    /** Whether a move is legal here, as far as the state alone can say. */
    public boolean allows(CaseMove move) {
        return moves.contains(move);
    }

    /** As it is kept and named. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CaseState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The words of all states, in order. */
    public static java.util.List<String> words() {
        return Arrays.stream(values()).map(CaseState::word).toList();
    }
}
