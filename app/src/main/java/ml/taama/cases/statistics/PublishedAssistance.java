package ml.taama.cases.statistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** What was last released to the public of assistance to people in distress. */
public interface PublishedAssistance {

    /**
     * The latest release.
     *
     * @param people different people assisted, protected; nothing where it is not shown
     * @param since first year that is counted
     */
    record Published(LocalDate countedOn, Optional<BigDecimal> people, Optional<Integer> since) {}

    /** The latest release that was not withdrawn. */
    Optional<Published> latest();
}
