package ml.taama.collection;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import ml.taama.platform.problem.Problem;

/**
 * Where a return stands, and what may be done with it there. The service writes in a draft and where it was questioned;
 * reviewers act on what was sent.
 */
public enum ReturnState {
    /** Being written. */
    DRAFT(EnumSet.of(Move.WRITE, Move.SEND)),
    /** With the reviewers. */
    SENT(EnumSet.of(Move.TAKE_BACK, Move.QUESTION, Move.CORRECT, Move.ACCEPT, Move.REOPEN)),
    /** With the service again, to answer questions and put values right. */
    QUESTIONED(EnumSet.of(Move.WRITE, Move.SEND, Move.QUESTION, Move.ACCEPT, Move.REOPEN)),
    /** Every value accepted. */
    ACCEPTED(EnumSet.of(Move.REOPEN));

    /** Something that is done with a return. */
    public enum Move {
        /** The service changes an answer. */
        WRITE,
        /** The service sends it. */
        SEND,
        /** The service takes back what it sent, while nothing was decided. */
        TAKE_BACK,
        /** A reviewer asks about a value. */
        QUESTION,
        /** A reviewer corrects a value. */
        CORRECT,
        /** A reviewer accepts values. */
        ACCEPT,
        /** A reviewer withdraws an acceptance. */
        REOPEN
    }

    @SuppressWarnings("ImmutableEnumChecker") // never changed after construction
    private final Set<Move> moves;

    ReturnState(Set<Move> moves) {
        this.moves = moves;
    }

    /** Whether a move is legal here. */
    public boolean allows(Move move) {
        return moves.contains(move);
    }

    /**
     * Refuses an illegal move.
     *
     * @throws Problem that answers as 409
     */
    void require(Move move) {
        if (!allows(move)) {
            throw Problem.of(CollectionProblem.RETURN_STATE);
        }
    }

    /** The state that follows an event. */
    static ReturnState after(String event) {
        return switch (event) {
            case "sent", "corrected", "reopened" -> SENT;
            case "questioned" -> QUESTIONED;
            case "accepted" -> ACCEPTED;
            case "taken-back" -> DRAFT;
            default -> throw new IllegalArgumentException(event);
        };
    }

    /** As pages name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
