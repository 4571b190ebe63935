package ml.taama.tabulation;

import java.util.function.IntToDoubleFunction;

/**
 * What protection cost, for whoever holds the data; it is not part of a publication.
 *
 * @param cells cells of the table
 * @param suppressed share of cells that are not shown, empty ones included
 * @param changed share of the cells shown whose value differs from the count; NaN for a small table
 * @param meanAbsoluteDeviation of the cells shown; NaN for a small table, whose few noises it would give away
 * @param maxDeviation the largest deviation that the method allows; 0 for suppression
 */
public record UtilityReport(
        int cells, double suppressed, double changed, double meanAbsoluteDeviation, int maxDeviation) {

    private static final int LEAST_CELLS = 20;

    static UtilityReport of(int cells, IntToDoubleFunction raw, Figures shown, int maxDeviation) {
        int hidden = 0;
        int changed = 0;
        double deviation = 0;
        for (int place = 0; place < cells; place++) {
            if (shown.status(place) == Status.SUPPRESSED) {
                hidden++;
            } else {
                double away = Math.abs(raw.applyAsDouble(place) - shown.values()[place]);
                changed += away > 0 ? 1 : 0;
                deviation += away;
            }
        }
        int left = cells - hidden;
        boolean enough = left >= LEAST_CELLS;
        return new UtilityReport(
                cells,
                cells == 0 ? 0 : (double) hidden / cells,
                enough ? (double) changed / left : Double.NaN,
                enough ? deviation / left : Double.NaN,
                maxDeviation);
    }
}
