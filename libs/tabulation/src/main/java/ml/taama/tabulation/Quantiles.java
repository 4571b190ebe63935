package ml.taama.tabulation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import ml.taama.tabulation.perturbation.PerturbationTable;
import ml.taama.tabulation.request.Measure;
import org.jspecify.annotations.Nullable;

/** Quantiles read from protected counts between bands, by straight interpolation: no single value decides them. */
final class Quantiles {

    private Quantiles() {}

    static Figures of(
            Measure.Quantile measure,
            Unprotected counts,
            PerturbationTable noise,
            Rules rules,
            long @Nullable [] cells,
            int lines,
            Figures count) {
        Columns columns = counts.release().columns();
        columns.load(counts.plan().variables());
        Bands bands = columns.bands(measure.variable());
        int width = bands.edges().length - 1;
        Side side = Side.of(
                        ml.taama.tabulation.request.Axis.of(
                                bands.dictionary().variable().name()),
                        bands.dictionary())
                .only(IntStream.range(0, width).boxed().toList(), false);
        List<Side> sides = new ArrayList<>(counts.plan().sides());
        sides.add(side);
        Cells raw = counts.release()
                .count(new Plan(sides, counts.plan().allowed(), counts.plan().ranges()));
        Figures figures = Figures.of(lines);
        long[] protectedCounts = new long[width];
        for (int line = 0; line < lines; line++) {
            if (count.status(line) == Status.STRUCTURAL_ZERO) {
                figures.show(line, Double.NaN, Status.NOT_APPLICABLE);
                continue;
            }
            long cell = cells == null ? line : cells[line];
            long total = 0;
            for (int band = 0; band < width; band++) {
                long n = raw.count(cell * width + band);
                protectedCounts[band] = Math.max(0, n + noise.value(n, raw.key(cell * width + band)));
                total += protectedCounts[band];
            }
            if (count.shown(line) && total >= Math.max(1, rules.threshold())) {
                figures.show(
                        line,
                        SumNoise.significant(read(protectedCounts, bands.edges(), measure.share() * total)),
                        Status.PERTURBED);
            }
        }
        return figures;
    }

    private static double read(long[] counts, double[] edges, double rank) {
        double below = 0;
        for (int band = 0; band < counts.length; band++) {
            if (counts[band] > 0 && below + counts[band] >= rank) {
                return edges[band] + (edges[band + 1] - edges[band]) * (rank - below) / counts[band];
            }
            below += counts[band];
        }
        return edges[edges.length - 1];
    }
}
