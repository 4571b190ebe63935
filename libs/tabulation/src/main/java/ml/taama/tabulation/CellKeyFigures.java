package ml.taama.tabulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ml.taama.tabulation.perturbation.PerturbationTable;
import ml.taama.tabulation.request.Measure;
import org.jspecify.annotations.Nullable;

/** The figures of one table under cell-key perturbation; measures are derived from protected parts only. */
final class CellKeyFigures {

    /** From here on it pays to protect cells on several threads. */
    private static final int MANY = 1 << 16;

    private final Unprotected counts;
    private final PerturbationTable noise;
    private final boolean replay;
    private final Rules rules;
    private final long @Nullable [] cells;
    private final int lines;
    private final Map<String, Magnitudes> magnitudes = new HashMap<>();
    private final List<Note> notes = new ArrayList<>();
    private final Structure structure;
    private final GroupDisclosure groups;
    private @Nullable Figures count;

    CellKeyFigures(Unprotected counts, Method.CellKey method, Rules rules) {
        this.counts = counts;
        noise = method.table();
        replay = method.replay();
        this.rules = rules;
        structure = new Structure(counts.release().impossible(), counts.plan());
        cells = replay ? occurring(counts.cells()) : null;
        lines = cells == null ? Math.toIntExact(counts.plan().cells()) : cells.length;
        groups = replay ? GroupDisclosure.none() : GroupDisclosure.of(counts, rules);
        say();
    }

    private static long[] occurring(Cells cells) {
        long[] occurring = new long[cells.places()];
        int next = 0;
        for (int place = 0; place < cells.places(); place++) {
            if (cells.counts()[place] > 0) {
                occurring[next++] = cells.cell(place);
            }
        }
        return Arrays.copyOf(occurring, next);
    }

    private void say() {
        if (replay) {
            notes.add(Note.of(Note.Code.REPLAY, noise.rows(), noise.modulus()));
        } else {
            notes.add(Note.of(Note.Code.PERTURBED, noise.maxDeviation()));
        }
        notes.add(Note.of(Note.Code.NOT_ADDITIVE));
        if (rules.threshold() > 1) {
            notes.add(Note.of(Note.Code.THRESHOLD, rules.threshold()));
        }
        if (rules.hideZeros() && !replay) {
            notes.add(Note.of(Note.Code.ZEROS_HIDDEN));
        }
        if (groups.any()) {
            notes.add(Note.of(Note.Code.GROUP));
        }
        if (counts.release().schema().weight().isPresent()) {
            notes.add(Note.of(Note.Code.WEIGHTED));
        }
    }

    long @Nullable [] cells() {
        return cells;
    }

    List<Note> notes() {
        return notes.stream().distinct().toList();
    }

    long cellOf(int line) {
        return cell(line);
    }

    private long cell(int line) {
        return cells == null ? line : cells[line];
    }

    Figures of(Measure measure) {
        return switch (measure) {
            case Measure.Count c -> count();
            case Measure.People p -> count();
            case Measure.Records r -> sums(measure);
            case Measure.Sum s -> sums(measure);
            case Measure.Mean m -> mean(m);
            case Measure.Quantile q -> {
                notes.add(Note.of(Note.Code.DERIVED));
                yield Quantiles.of(q, counts, noise, rules, cells, lines, count());
            }
            case Measure.Share s -> {
                notes.add(Note.of(Note.Code.DERIVED));
                yield Shares.of(s, counts, this, lines);
            }
            case Measure.Rate r -> {
                notes.add(Note.of(Note.Code.DERIVED));
                yield Rates.of(r, counts, count(), cells, lines);
            }
        };
    }

    /** Protected counts of this table. */
    Figures count() {
        Figures known = count;
        if (known == null) {
            known = count(counts.cells());
            count = known;
        }
        return known;
    }

    private Figures count(Cells raw) {
        Figures figures = Figures.of(lines);
        double[] weighted = weighted();
        int threads = lines < MANY ? 1 : counts.release().threads();
        Parallel.ranges(lines, threads, (part, from, to) -> count(figures, raw, weighted, from, to));
        return figures;
    }

    private void count(Figures figures, Cells raw, double @Nullable [] weighted, int from, int to) {
        for (int line = from; line < to; line++) {
            long cell = cell(line);
            int place = raw.place(cell);
            long n = place < 0 ? 0 : raw.counts()[place];
            if (n == 0) {
                empty(figures, line, cell);
                continue;
            }
            long shown = n + noise.value(n, raw.keys()[place]);
            if (shown >= rules.threshold() && !groups.hides(cell)) {
                figures.show(line, weighted == null ? shown : weighted[(int) cell] * shown / n, Status.PERTURBED);
            }
        }
    }

    private double @Nullable [] weighted() {
        if (counts.release().schema().weight().isEmpty()) {
            return null;
        }
        return magnitudes("weight", new double[0]).sums();
    }

    private void empty(Figures figures, int line, long cell) {
        if (structure.impossible(cell)) {
            figures.show(line, 0, Status.STRUCTURAL_ZERO);
        } else if (!(rules.hideZeros() && rules.threshold() > 0) && !groups.hides(cell)) {
            figures.show(line, 0, Status.PERTURBED);
        }
    }

    private Magnitudes magnitudes(String name, double[] given) {
        return magnitudes.computeIfAbsent(name, n -> {
            Columns columns = counts.release().columns();
            double[] values = given.length > 0 ? given : ones(columns.rows());
            Map<String, double[]> weights = new HashMap<>();
            columns.weights().ifPresent(w -> weights.put("weight", w));
            return counts.release().arrays().magnitudes(counts.plan(), values, weights);
        });
    }

    private static double[] ones(int rows) {
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        return ones;
    }

    private Magnitudes magnitudes(Measure measure) {
        return measure instanceof Measure.Sum(String variable)
                ? magnitudes("sum " + variable, counts.release().columns().numbers(variable))
                : magnitudes("records", new double[0]);
    }

    private Figures sums(Measure measure) {
        notes.add(Note.of(Note.Code.DOMINANCE));
        notes.add(Note.of(Note.Code.SUM_NOISE));
        Magnitudes raw = magnitudes(measure);
        Figures figures = Figures.of(lines);
        double grain = SumNoise.grain(raw);
        for (int line = 0; line < lines; line++) {
            int cell = (int) cell(line);
            long n = raw.counts()[cell];
            if (n == 0 && structure.impossible(cell)) {
                figures.show(line, 0, Status.STRUCTURAL_ZERO);
            } else if (contributors(raw, cell) >= Math.max(1, rules.threshold())
                    && !rules.unsafe(raw, cell)
                    && !groups.hides(cell)) {
                figures.show(line, SumNoise.apply(raw, cell, noise.modulus(), grain), Status.PERTURBED);
            }
        }
        return figures;
    }

    /** Protected number of contributors. */
    private long contributors(Magnitudes raw, int cell) {
        long n = raw.counts()[cell];
        return n + noise.value(n, raw.keys()[cell]);
    }

    /** Protected sum over the protected number of contributors, weighted where the data are. */
    private Figures mean(Measure.Mean mean) {
        notes.add(Note.of(Note.Code.DERIVED));
        Figures sums = sums(new Measure.Sum(mean.variable()));
        Magnitudes raw = magnitudes(new Measure.Sum(mean.variable()));
        double[] weights = weightedContributors(mean.variable());
        Figures figures = Figures.of(lines);
        for (int line = 0; line < lines; line++) {
            int cell = (int) cell(line);
            if (sums.status(line) == Status.PERTURBED) {
                double n = contributors(raw, cell);
                double base = weights == null ? n : weights[cell] * n / raw.counts()[cell];
                figures.show(line, SumNoise.significant(sums.values()[line] / base), Status.PERTURBED);
            } else if (sums.status(line) == Status.STRUCTURAL_ZERO) {
                figures.show(line, Double.NaN, Status.NOT_APPLICABLE);
            }
        }
        return figures;
    }

    private double @Nullable [] weightedContributors(String variable) {
        if (counts.release().schema().weight().isEmpty()) {
            return null;
        }
        double[] present = Arrays.stream(counts.release().columns().numbers(variable))
                .map(v -> Double.isNaN(v) ? Double.NaN : 1)
                .toArray();
        return magnitudes("weights of " + variable, present).sums();
    }

    /** Protected counts of the same units over other sides. */
    Figures countOf(Plan plan) {
        Unprotected other = new Unprotected(
                counts.release(), counts.request(), plan, counts.release().count(plan));
        Rules shown = new Rules(
                rules.threshold(),
                rules.hideZeros(),
                0,
                rules.groupShare(),
                rules.dominance(),
                rules.dominators(),
                rules.p());
        return new CellKeyFigures(other, new Method.CellKey(noise, false), shown).count();
    }

    UtilityReport utility() {
        double[] weighted = weighted();
        Cells raw = counts.cells();
        return UtilityReport.of(
                lines,
                line -> weighted == null ? raw.count(cell(line)) : weighted[(int) cell(line)],
                count(),
                noise.maxDeviation());
    }
}
