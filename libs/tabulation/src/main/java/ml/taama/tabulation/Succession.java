package ml.taama.tabulation;

import ml.taama.tabulation.request.Measure;
import ml.taama.tabulation.request.Ordering;
import ml.taama.tabulation.schema.Fault;
import ml.taama.tabulation.schema.FaultsException;

/**
 * The same table in a later release. Where a cell changed by a few people only it is counted as before, until enough
 * have come or gone: whoever compares two releases does not find the one cell that changed when one person arrived.
 */
public final class Succession {

    private Succession() {}

    /**
     * The later counts, held back where they are too close to the earlier ones. What it returns can be the earlier table
     * of the next release.
     *
     * @param least changes of 1 to {@code least - 1} people, or of as many arrivals as departures, are held back
     * @throws FaultsException when the tables differ in shape, ask for more than counts, or are weighted, compared or
     *     ordered, which counts the later records once more
     */
    public static Unprotected held(Unprotected later, Unprotected earlier, int least) {
        boolean recounted = later.request().comparison().isPresent()
                || !later.request().ordering().equals(Ordering.NONE)
                || later.release().schema().weight().isPresent();
        if (recounted) {
            throw FaultsException.of(Fault.Code.EXCLUDES, "", "succession", "compare, order, weight");
        }
        boolean countsOnly = later.request().measures().stream()
                .allMatch(m -> m instanceof Measure.Count || m instanceof Measure.People);
        if (!countsOnly) {
            throw FaultsException.of(
                    Fault.Code.EXCLUDES,
                    "",
                    "succession",
                    later.request().measures().getFirst().text());
        }
        boolean same = later.plan().sides().stream()
                .map(Side::nodes)
                .toList()
                .equals(earlier.plan().sides().stream().map(Side::nodes).toList());
        if (!same || later.cells().index() != null || earlier.cells().index() != null) {
            throw FaultsException.of(Fault.Code.EXCLUDES, "", "succession", "categories");
        }
        long[] counts = later.cells().counts().clone();
        int[] keys = later.cells().keys().clone();
        for (int cell = 0; cell < counts.length; cell++) {
            long before = earlier.cells().count(cell);
            if (Math.abs(counts[cell] - before) < least) {
                counts[cell] = before;
                keys[cell] = earlier.cells().key(cell);
            }
        }
        return new Unprotected(
                later.release(),
                later.request(),
                later.plan(),
                new Cells(later.cells().size(), null, counts, keys),
                true);
    }
}
