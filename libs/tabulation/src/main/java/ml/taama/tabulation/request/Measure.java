package ml.taama.tabulation.request;

/** What a cell says. */
public sealed interface Measure {

    /** The counted units. */
    record Count() implements Measure {}

    /** Distinct people; needs the key of the person where rows are not people. */
    record People() implements Measure {}

    /** Rows, for example assistances given to the counted people; protected as a sum. */
    record Records() implements Measure {}

    /** Sum of a numeric variable. */
    record Sum(String variable) implements Measure {}

    /** Protected sum divided by the protected count of units with a value. */
    record Mean(String variable) implements Measure {}

    /** A quantile read from protected counts between bands; 0.5 is the median. */
    record Quantile(String variable, double share) implements Measure {}

    /** Protected count divided by the protected count of the row, the column, the layer or the table. */
    record Share(Base base) implements Measure {}

    /**
     * Protected count for each {@code per} of a published population.
     *
     * @param population CSV file with columns named after dimensions, and {@code population}
     */
    record Rate(String population, double per) implements Measure {}

    /** What a share is a share of. */
    enum Base {
        ROW,
        COLUMN,
        LAYER,
        TABLE
    }

    /** Its name in the text form. */
    default String kind() {
        return switch (this) {
            case Count c -> "count";
            case People p -> "people";
            case Records r -> "records";
            case Sum s -> "sum";
            case Mean m -> "mean";
            case Quantile q -> q.share == 0.5 ? "median" : "quantile";
            case Share s -> "share";
            case Rate r -> "rate";
        };
    }

    /** As the text form says it. */
    default String text() {
        return kind()
                + switch (this) {
                    case Count c -> "";
                    case People p -> "";
                    case Records r -> "";
                    case Sum(String variable) -> "(" + variable + ")";
                    case Mean(String variable) -> "(" + variable + ")";
                    case Quantile(String variable, double share) ->
                        share == 0.5 ? "(" + variable + ")" : "(" + variable + ", " + share + ")";
                    case Share(Base base) -> "(" + base.name().toLowerCase(java.util.Locale.ROOT) + ")";
                    case Rate(String population, double per) -> "(" + population + ", " + (long) per + ")";
                };
    }
}
