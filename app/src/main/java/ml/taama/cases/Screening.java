package ml.taama.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a screening of vulnerability found, on a day, in a country. It is never changed; a later one stands beside it.
 *
 * @param file of the person
 * @param full whether the full form was asked
 * @param findings what was found; what is not named was not found or not asked
 */
public record Screening(
        long id,
        long dossier,
        long file,
        boolean full,
        String country,
        LocalDate doneOn,
        List<Finding> findings,
        String organisation,
        Instant at,
        long by) {

    /**
     * A factor that was found.
     *
     * @param factor its code
     * @param polarity {@code risk} or {@code protective}
     * @param evidence what shows it, or empty
     */
    public record Finding(String factor, String polarity, String evidence) {

        @Override
        public String toString() {
            return "Finding";
        }
    }

    /** Copies the list. */
    public Screening {
        findings = List.copyOf(findings);
    }

    /** How many endanger, or protect. */
    public long count(String polarity) {
        return findings.stream().filter(f -> f.polarity().equals(polarity)).count();
    }

    @Override
    public String toString() {
        return "Screening[" + id + "]";
    }
}
