package ml.taama.tabulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ml.taama.tabulation.request.Measure;
import ml.taama.tabulation.request.TableRequest;
import ml.taama.tabulation.schema.Fault;
import ml.taama.tabulation.schema.FaultsException;
import ml.taama.tabulation.schema.Schema;
import ml.taama.tabulation.schema.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A microdata set, opened and checked. It never changes; a correction is another release. Counting may go on in several
 * threads at once.
 */
public final class Release implements AutoCloseable {

    private final DataFile file;
    private final Source source;
    private final Columns columns;
    private final ArrayCounter arrays;
    private final DatabaseCounter database;
    private @Nullable Cuboid cuboid;

    private Release(DataFile file, Source source, Columns columns) {
        this.file = file;
        this.source = source;
        this.columns = columns;
        arrays = new ArrayCounter(columns, source);
        database = new DatabaseCounter(file, columns, source);
    }

    /**
     * Opens microdata and checks them against their schema.
     *
     * @throws FaultsException with every fault found
     */
    public static Release open(Source source) {
        DataFile file = DataFile.open(source.data(), source.threads());
        boolean ready = false;
        try {
            Schema schema =
                    source.schema().orElseGet(() -> new Schema(Unit.rows(), Optional.empty(), List.of(), List.of()));
            Columns columns = new Columns(file, source, schema);
            new ReleaseCheck(file, source, columns).check();
            ready = true;
            return new Release(file, source, columns);
        } finally {
            if (!ready) {
                file.close();
            }
        }
    }

    /**
     * Counts over the finest cells of these variables once, so that tables over them need no record any more.
     *
     * @throws FaultsException when a variable does not exist or the cuboid does not fit in memory
     */
    public void buildCuboid(List<String> variables) {
        cuboid = Cuboid.build(variables, columns, arrays, source);
    }

    /** Reads columns into memory, so that counting them needs no file any more. */
    public void load(List<String> variables) {
        columns.load(variables);
        columns.keys();
        columns.persons();
    }

    /** Number of rows. */
    public int rows() {
        return columns.rows();
    }

    /** What cell keys are modulo. */
    public int modulus() {
        return source.modulus();
    }

    /** What the microdata hold. */
    public Schema schema() {
        return columns.schema();
    }

    /**
     * Counts a table. The result can only be handed to a {@link Gate}.
     *
     * @throws FaultsException when the request names what is not there
     */
    public Unprotected count(TableRequest request) {
        for (Measure measure : request.measures()) {
            check(measure);
        }
        Plan plan = Plan.of(request, columns);
        return new Unprotected(this, request, plan, count(plan));
    }

    private void check(Measure measure) {
        switch (measure) {
            case Measure.People p -> {
                boolean people =
                        columns.unit().isPresent() || columns.schema().unit().kind() == Unit.Kind.PEOPLE;
                if (!people) {
                    throw FaultsException.of(Fault.Code.MEASURE_NEEDS, "", "people", "--unit");
                }
            }
            case Measure.Sum(String variable) -> columns.numeric(variable);
            case Measure.Mean(String variable) -> columns.numeric(variable);
            case Measure.Quantile(String variable, double share) -> columns.numeric(variable);
            case Measure.Count c -> {}
            case Measure.Records r -> {}
            case Measure.Share s -> {}
            case Measure.Rate r -> {}
        }
    }

    /** From the cuboid where it covers the table, from memory where the columns are there, else in the database. */
    Cells count(Plan plan) {
        Cuboid cube = cuboid;
        if (cube != null) {
            Optional<Cells> cells = cube.count(plan);
            if (cells.isPresent()) {
                return cells.get();
            }
        }
        return columns.loaded(plan.variables()) || !database.serves(plan) ? arrays.count(plan) : database.count(plan);
    }

    int threads() {
        return source.threads();
    }

    Columns columns() {
        return columns;
    }

    ArrayCounter arrays() {
        return arrays;
    }

    DatabaseCounter database() {
        return database;
    }

    /** Combinations of codes that cannot occur, for each the finest codes of its variables. */
    List<Map<String, Set<String>>> impossible() {
        return new ArrayList<>(columns.schema().impossible());
    }

    @Override
    public void close() {
        file.close();
    }
}
