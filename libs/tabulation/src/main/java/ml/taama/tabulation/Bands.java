package ml.taama.tabulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import ml.taama.tabulation.schema.Code;
import ml.taama.tabulation.schema.Variable;

/**
 * A numeric variable cut into bands, between which quantiles are read. Where the schema gives no edges they are round
 * numbers across the middle 98 % of all values, the same for every table of a release.
 *
 * @param dictionary of the bands
 * @param codes band of each row
 * @param edges one more than bands, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // Plain arrays for speed; never compared.
record Bands(Dictionary dictionary, Codes codes, double[] edges) {

    private static final int ABOUT = 50;
    private static final double TAIL = 0.01;

    static Bands of(String name, Variable.Numeric variable, double[] values) {
        double[] edges = variable.bands().size() > 1
                ? variable.bands().stream().mapToDouble(Double::doubleValue).toArray()
                : round(values);
        List<Code> bands = new ArrayList<>();
        for (int band = 0; band + 1 < edges.length; band++) {
            bands.add(new Code(String.valueOf(band), String.valueOf(band), Optional.empty()));
        }
        Dictionary dictionary = new Dictionary(Variable.Categorical.open(name), bands, true);
        Codes codes = Codes.of(values.length, dictionary.size());
        for (int row = 0; row < values.length; row++) {
            codes.set(row, Double.isNaN(values[row]) ? dictionary.notKnown() : band(edges, values[row]));
        }
        return new Bands(dictionary, codes, edges);
    }

    private static int band(double[] edges, double value) {
        int found = Arrays.binarySearch(edges, value);
        int band = found >= 0 ? found : -found - 2;
        return Math.clamp(band, 0, edges.length - 2);
    }

    private static double[] round(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        if (sorted.length == 0) {
            return new double[] {0, 1};
        }
        double low = sorted[(int) (TAIL * (sorted.length - 1))];
        double high = sorted[(int) ((1 - TAIL) * (sorted.length - 1))];
        double step = step((high - low) / ABOUT);
        double first = Math.floor(low / step) * step;
        int bands = (int) Math.floor((high - first) / step) + 1;
        double[] edges = new double[bands + 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = first + i * step;
        }
        return edges;
    }

    /** The least of 1, 2, 5 times a power of ten that is not below {@code raw}. */
    private static double step(double raw) {
        if (raw <= 0) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        return raw <= power ? power : raw <= 2 * power ? 2 * power : raw <= 5 * power ? 5 * power : 10 * power;
    }
}
