package ml.taama.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A service that was given.
 *
 * @param kind one of {@link Words#SERVICES}
 * @param pathway one of two: direct, or by way of another organisation after a referral
 * @param organisation that gave it
 * @param amount of money, with its currency (ISO 4217)
 * @param proof one of {@link Words#PROOFS}
 * @param people files of those to whom it was given
 * @param replaces the service that this one corrects
 * @param over whether it was cancelled or corrected
 */
public record Aid(
        long id,
        long dossier,
        String kind,
        String pathway,
        String organisation,
        Optional<Long> referral,
        LocalDate givenOn,
        BigDecimal quantity,
        Optional<BigDecimal> amount,
        Optional<String> currency,
        String proof,
        List<Long> people,
        Optional<Long> replaces,
        boolean over) {

    /** Copies the list. */
    public Aid {
        people = List.copyOf(people);
    }

    /**
     * A service as it is written down.
     *
     * @param quantity how many units: meals, nights, consultations, journeys, papers
     * @param amount of money; must be there for cash
     * @param text more, in words
     */
    public record Given(
            String kind,
            String organisation,
            List<Long> people,
            LocalDate givenOn,
            BigDecimal quantity,
            Optional<BigDecimal> amount,
            Optional<String> currency,
            String proof,
            String text) {

        /** Copies the list. */
        public Given {
            people = List.copyOf(people);
        }

        @Override
        public String toString() {
            return "Given[" + kind + "]";
        }
    }
}
