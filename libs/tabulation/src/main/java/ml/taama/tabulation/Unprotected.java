package ml.taama.tabulation;

import ml.taama.tabulation.request.TableRequest;

/**
 * Raw counts of a table. Nobody outside this package can read, print, compare, serialise or write them: the only thing to
 * do with them is to hand them to a {@link Gate}.
 */
public final class Unprotected {

    private final Release release;
    private final TableRequest request;
    private final Plan plan;
    private final Cells cells;
    private final boolean held;

    Unprotected(Release release, TableRequest request, Plan plan, Cells cells) {
        this(release, request, plan, cells, false);
    }

    Unprotected(Release release, TableRequest request, Plan plan, Cells cells, boolean held) {
        this.release = release;
        this.request = request;
        this.plan = plan;
        this.cells = cells;
        this.held = held;
    }

    Release release() {
        return release;
    }

    TableRequest request() {
        return request;
    }

    Plan plan() {
        return plan;
    }

    Cells cells() {
        return cells;
    }

    /** Whether some cells are counted as in an earlier release, so that counting again would give others. */
    boolean held() {
        return held;
    }

    /** Says nothing of the counts. */
    @Override
    public String toString() {
        return "Unprotected";
    }
}
