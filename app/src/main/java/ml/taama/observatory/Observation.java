package ml.taama.observatory;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.time.Period;
import ml.taama.reference.Progress;

/**
 * A value of an indicator for a period, a place and dimensions, from one source.
 *
 * @param qualifier exact, about, more-than, less-than
 * @param stock whether the indicator counts what is there at a moment, not what happens in a period
 * @param kind actual, estimate, projection, target
 * @param period absent where the source gives none
 * @param place code
 * @param dimensions value of each dimension, by code
 * @param dimensionNames the same in words
 * @param organisation code of who gave the figure
 * @param action code of the action whose result it is
 * @param highlight place among the key figures of the country, if it has one
 */
public record Observation(
        String code,
        String indicator,
        boolean stock,
        BigDecimal value,
        String qualifier,
        String kind,
        Progress progress,
        Optional<Period> period,
        Optional<String> place,
        Optional<LocalText> placeName,
        Map<String, String> dimensions,
        Map<LocalText, LocalText> dimensionNames,
        Optional<LocalText> scope,
        Optional<String> organisation,
        Optional<String> action,
        Optional<LocalText> method,
        Optional<LocalText> quality,
        Optional<Integer> highlight,
        String sourceRef) {

    private static final int YEARS = 10;
    private static final double RATIO = 1.5;

    /** Whether another value is of the same thing: same indicator, place and dimensions. */
    public boolean sameThing(Observation other) {
        return indicator.equals(other.indicator) && place.equals(other.place) && dimensions.equals(other.dimensions);
    }

    /**
     * Whether another value of the same thing cannot hold beside this one: another number for the same period; a part of
     * a period that exceeds the whole, for this value or for the other; estimates of a stock some years apart that differ
     * by half or more, while a flow may grow from year to year.
     */
    public boolean disagrees(Observation other) {
        return comparable(other) && (exceeds(other) || other.exceeds(this));
    }

    private boolean comparable(Observation other) {
        return !code.equals(other.code)
                && sameThing(other)
                && period.filter(Period::dated).isPresent()
                && other.period.filter(Period::dated).isPresent()
                && !kind.equals("target")
                && !other.kind.equals("target")
                && progress.reached() == other.progress.reached();
    }

    private boolean exceeds(Observation other) {
        Period here = period.orElseThrow();
        Period there = other.period.orElseThrow();
        int order = value.compareTo(other.value);
        if (here.equals(there)) {
            return order != 0;
        }
        if (stock && kind.equals("estimate") && other.kind.equals("estimate")) {
            double ratio = value.doubleValue() / other.value.doubleValue();
            return yearsApart(here, there) <= YEARS && (ratio >= RATIO || ratio <= 1 / RATIO);
        }
        return order > 0 && within(here, there);
    }

    private static boolean within(Period part, Period whole) {
        return !part.first().orElseThrow().isBefore(whole.first().orElseThrow())
                && !part.last().orElseThrow().isAfter(whole.last().orElseThrow());
    }

    private static long yearsApart(Period a, Period b) {
        return Math.abs(
                ChronoUnit.YEARS.between(a.last().orElseThrow(), b.last().orElseThrow()));
    }

    /** Whether the period is stated as dates, or recurs. */
    public boolean periodStated() {
        return period.filter(p -> p.dated() || p.toString().equals(Period.YEARLY))
                .isPresent();
    }
}
