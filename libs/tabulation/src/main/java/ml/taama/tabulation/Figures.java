package ml.taama.tabulation;

import java.util.Arrays;

/**
 * Protected values of one measure with their status.
 *
 * @param values NaN where not shown
 * @param statuses in one byte each
 */
@SuppressWarnings({"ArrayRecordComponent", "EnumOrdinal"}) // Plain arrays for speed; never compared, kept or sent.
record Figures(double[] values, byte[] statuses) {

    private static final Status[] KNOWN = Status.values();

    /** All suppressed. */
    static Figures of(int size) {
        Figures figures = new Figures(new double[size], new byte[size]);
        Arrays.fill(figures.values, Double.NaN);
        Arrays.fill(figures.statuses, (byte) Status.SUPPRESSED.ordinal());
        return figures;
    }

    Status status(int place) {
        return KNOWN[statuses[place]];
    }

    void show(int place, double value, Status status) {
        values[place] = value;
        statuses[place] = (byte) status.ordinal();
    }

    void hide(int place) {
        show(place, Double.NaN, Status.SUPPRESSED);
    }

    boolean shown(int place) {
        Status status = status(place);
        return status != Status.SUPPRESSED && status != Status.NOT_APPLICABLE;
    }
}
