package ml.taama.observatory;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.time.Period;
import ml.taama.reference.Progress;

/**
 * A value of an indicator for a period, a place and dimensions, from one source.
 *
 * @param qualifier exact, about, more-than, less-than
 * @param kind actual, estimate, projection, target
 * @param period absent where the source gives none
 * @param place code
 * @param dimensions value of each dimension, by code
 * @param dimensionNames the same in words
 * @param organisation code of who gave the figure
 * @param action code of the action whose result it is
 */
public record Observation(
        String code,
        String indicator,
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
        String sourceRef) {

    /** Whether another value is of the same thing: same indicator, place and dimensions. */
    public boolean sameThing(Observation other) {
        return indicator.equals(other.indicator) && place.equals(other.place) && dimensions.equals(other.dimensions);
    }

    /**
     * Whether another value contradicts this one: the same thing, the same kind of value, periods that have a day in
     * common, and another number.
     */
    public boolean disagrees(Observation other) {
        return !code.equals(other.code)
                && sameThing(other)
                && !kind.equals("target")
                && !other.kind.equals("target")
                && period.isPresent()
                && other.period.isPresent()
                && period.get().overlaps(other.period.get())
                && value.compareTo(other.value) != 0;
    }

    /** Whether the period is stated as dates, or recurs. */
    public boolean periodStated() {
        return period.filter(p -> p.dated() || p.toString().equals(Period.YEARLY))
                .isPresent();
    }
}
