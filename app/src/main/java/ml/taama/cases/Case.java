package ml.taama.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A case, as far as who reads may see it.
 *
 * @param organisation responsible for it
 * @param account who follows it
 * @param people files of those who are in it, as far as the reader may know
 * @param referrals how many were proposed and have not ended
 * @param outcome one of {@link Words#OUTCOMES}
 * @param closure one of {@link Words#CLOSURES}
 */
public record Case(
        long id,
        String number,
        String organisation,
        Optional<Long> account,
        CaseState state,
        String channel,
        String country,
        Optional<String> area,
        String urgency,
        int headcount,
        LocalDate receivedOn,
        Optional<String> outcome,
        Optional<String> closure,
        List<Long> people,
        int referrals,
        Instant changedAt) {

    /** Copies the list. */
    public Case {
        people = List.copyOf(people);
    }

    /** What decides which moves are legal. */
    public CaseLife life() {
        return new CaseLife(state, people.size(), referrals, outcome.isPresent());
    }

    /** Whether a move is legal now. */
    public boolean allows(CaseMove move) {
        return state.allows(move);
    }

    /** The number as it is read out. */
    public String spaced() {
        return CaseNumber.spaced(number);
    }
}
