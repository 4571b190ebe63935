package ml.taama.tabulation;

import java.util.ArrayList;
import java.util.List;
import ml.taama.tabulation.request.Measure;
import ml.taama.tabulation.schema.Fault;
import ml.taama.tabulation.schema.FaultsException;

/**
 * The one way from raw counts to figures. Whatever is printed, drawn, exported or sent has passed here.
 *
 * <p>With cell-key perturbation every figure is the sum of its count and a noise that the cell key decides: the same
 * contributors always get the same noise. With suppression what is shown is exact, and what is hidden cannot be computed
 * back from what is shown.
 */
public final class Gate {

    private static final int MOST_LINES = 4_000_000;

    private final Method method;
    private final Rules rules;

    /** A gate with a method and rules. */
    public Gate(Method method, Rules rules) {
        this.method = method;
        this.rules = rules;
    }

    /** A table and what its protection cost. */
    public record Outcome(ProtectedTable table, UtilityReport utility) {}

    /**
     * Protects a table.
     *
     * @throws FaultsException when it is too sparse or too large to be protected, or a measure is not allowed
     */
    public Outcome protect(Unprotected counts) {
        boolean replay = method instanceof Method.CellKey(var table, boolean isReplay) && isReplay;
        if (method instanceof Method.CellKey(var table, boolean r)
                && table.modulus() != counts.release().modulus()) {
            throw FaultsException.of(
                    Fault.Code.EXCLUDES,
                    "",
                    "modulus " + table.modulus(),
                    counts.release().modulus());
        }
        if (!replay) {
            sparse(counts);
        }
        return switch (method) {
            case Method.CellKey cellKey -> perturbed(new Arrangement(this, cellKey, rules).arrange(counts), cellKey);
            case Method.Suppression suppression -> suppressed(counts, suppression);
        };
    }

    private void sparse(Unprotected counts) {
        long cells = counts.plan().cells();
        long units = 0;
        for (long count : counts.cells().counts()) {
            units += count;
        }
        double mean = (double) units / cells;
        if (cells > MOST_LINES) {
            throw FaultsException.of(Fault.Code.TOO_LARGE, "", cells, MOST_LINES);
        }
        if (mean < rules.leastMean() && cells > 1) {
            throw FaultsException.of(Fault.Code.TOO_SPARSE, "", cells, rules.leastMean());
        }
    }

    private Outcome perturbed(Unprotected counts, Method.CellKey cellKey) {
        CellKeyFigures figures = new CellKeyFigures(counts, cellKey, rules);
        List<Figures> columns = new ArrayList<>();
        for (Measure measure : counts.request().measures()) {
            columns.add(figures.of(measure));
        }
        UtilityReport utility = figures.utility();
        return new Outcome(Comparing.add(counts, figures.cells(), columns, figures.notes()), utility);
    }

    /** One protected measure, to decide an order by it. */
    Figures figures(Unprotected counts, Method.CellKey cellKey, Rules by, Measure measure) {
        return new CellKeyFigures(counts, cellKey, by).of(measure);
    }

    private Outcome suppressed(Unprotected counts, Method.Suppression suppression) {
        return SuppressedTables.protect(List.of(counts), suppression, rules).getFirst();
    }

    /**
     * Protects several tables together, so that nothing hidden in one can be computed from another.
     *
     * @throws FaultsException when the method is not suppression, or no pattern protects them
     */
    public List<Outcome> protect(List<Unprotected> linked) {
        if (!(method instanceof Method.Suppression suppression)) {
            return linked.stream().map(this::protect).toList();
        }
        linked.forEach(this::sparse);
        return SuppressedTables.protect(linked, suppression, rules);
    }
}
