package ml.taama.tabulation;

import java.util.Arrays;

/**
 * Protected values of one measure with their status.
 *
 * @param values NaN where not shown
 */
@SuppressWarnings("ArrayRecordComponent") // Plain arrays for speed; never compared.
record Figures(double[] values, Status[] statuses) {

    /** All suppressed. */
    static Figures of(int size) {
        Figures figures = new Figures(new double[size], new Status[size]);
        Arrays.fill(figures.values, Double.NaN);
        Arrays.fill(figures.statuses, Status.SUPPRESSED);
        return figures;
    }

    Status status(int place) {
        return statuses[place];
    }

    void show(int place, double value, Status status) {
        values[place] = value;
        statuses[place] = status;
    }

    void hide(int place) {
        show(place, Double.NaN, Status.SUPPRESSED);
    }

    boolean shown(int place) {
        return statuses[place] != Status.SUPPRESSED && statuses[place] != Status.NOT_APPLICABLE;
    }
}
