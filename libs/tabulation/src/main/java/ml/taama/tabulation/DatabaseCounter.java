package ml.taama.tabulation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import ml.taama.tabulation.perturbation.RecordKeys;
import org.jspecify.annotations.Nullable;

/**
 * Counts in the database, over the file where it lies: for tables outside a cuboid whose columns are not in memory. The
 * secret never enters SQL: keys come from a function of Java that the database calls.
 */
final class DatabaseCounter implements Counter {

    private final DataFile file;
    private final Columns columns;
    private final Source source;
    private @Nullable Boolean grouped;
    private boolean registered;
    private int tables;

    DatabaseCounter(DataFile file, Columns columns, Source source) {
        this.file = file;
        this.columns = columns;
        this.source = source;
    }

    /** Whether this counter can count a table as the others would. */
    boolean serves(Plan plan) {
        return !plan.sides().isEmpty() && !(columns.unit().isPresent() && source.keys() instanceof KeySource.Column);
    }

    @Override
    public synchronized Cells count(Plan plan) {
        register();
        long most = source.memory() / 64;
        return unitsInSeveralRows()
                ? distinct(plan, most)
                : Rollup.expand(additive(plan, most), plan, source.modulus(), most);
    }

    private boolean unitsInSeveralRows() {
        if (columns.unit().isEmpty()) {
            return false;
        }
        Boolean known = grouped;
        if (known == null) {
            boolean[] several = {false};
            file.query(
                    "SELECT count(DISTINCT " + unit() + ") < count(*) FROM data",
                    row -> several[0] = row.getBoolean(1));
            known = several[0];
            grouped = known;
        }
        return known;
    }

    private String unit() {
        return "coalesce(CAST(" + DataFile.column(columns.unit().orElseThrow()) + " AS VARCHAR), '')";
    }

    private void register() {
        if (registered || !(source.keys() instanceof KeySource.Secret(RecordKeys keys))) {
            return;
        }
        int modulus = source.modulus();
        file.register("record_key_of_unit", String.class, (in, out) -> {
            for (int i = 0; i < in.rowCount(); i++) {
                out.setInt(i, Columns.reduced(keys.of(in.vector(0).getString(i)), modulus));
            }
        });
        file.register("record_key_of_row", Long.class, (in, out) -> {
            for (int i = 0; i < in.rowCount(); i++) {
                out.setInt(i, Columns.reduced(keys.ofRow(in.vector(0).getLong(i)), modulus));
            }
        });
        registered = true;
    }

    private String key() {
        return switch (source.keys()) {
            case KeySource.Column(String name) ->
                "((TRY_CAST(" + DataFile.column(name) + " AS BIGINT) % " + source.modulus() + " + " + source.modulus()
                        + ") % " + source.modulus() + ")";
            case KeySource.Secret s ->
                columns.unit().isPresent()
                        ? "record_key_of_unit(" + unit() + ")"
                        : "record_key_of_row(CAST(" + DataFile.ROW + " AS BIGINT))";
        };
    }

    private Cells additive(Plan plan, long most) {
        List<Side> sides = plan.sides();
        int[] sizes = Rollup.finest(sides);
        long[] strides = Plan.strides(sizes);
        List<int[]> places = sides.stream().map(Rollup::finestPlaces).toList();
        List<String> names =
                sides.stream().map(s -> DataFile.column(s.variable())).toList();
        List<String> texts =
                names.stream().map(n -> "CAST(" + n + " AS VARCHAR)").toList();
        HashTally tally = new HashTally(most);
        file.query(
                "SELECT " + String.join(", ", texts) + ", n, k FROM (SELECT " + String.join(", ", names)
                        + ", count(*) AS n, sum(" + key() + ") AS k FROM numbered" + where(plan) + " GROUP BY "
                        + String.join(", ", names) + ")",
                row -> {
                    long cell = cell(row, sides, places, strides);
                    if (cell >= 0) {
                        tally.add(cell, row.getLong(sides.size() + 1), row.getLong(sides.size() + 2));
                    }
                });
        return layout(tally.cells(Plan.product(sizes), source.modulus()));
    }

    private Cells layout(Cells sparse) {
        return sparse.size() <= 1 << 20 ? HashTally.dense(sparse) : sparse;
    }

    private static long cell(ResultSet row, List<Side> sides, List<int[]> places, long[] strides) throws SQLException {
        long cell = 0;
        for (int axis = 0; axis < strides.length; axis++) {
            Dictionary dictionary = sides.get(axis).dictionary();
            String value = row.getString(axis + 1);
            int code = value == null
                    ? dictionary.notKnown()
                    : dictionary.find(value).orElse(dictionary.notKnown());
            if (places.get(axis)[code] < 0) {
                return -1;
            }
            cell += places.get(axis)[code] * strides[axis];
        }
        return cell;
    }

    /** One statement for each combination of levels, since a person who is in two cells is once in their total. */
    private Cells distinct(Plan plan, long most) {
        HashTally tally = new HashTally(most);
        List<List<String>> levels = new ArrayList<>();
        for (Side side : plan.sides()) {
            levels.add(side.positions().stream().map(p -> table(side, p)).toList());
        }
        combine(plan, levels, new ArrayList<>(), tally);
        return layout(tally.cells(plan.cells(), source.modulus()));
    }

    private void combine(Plan plan, List<List<String>> levels, List<String> chosen, HashTally tally) {
        if (chosen.size() < levels.size()) {
            for (String table : levels.get(chosen.size())) {
                List<String> more = new ArrayList<>(chosen);
                more.add(table);
                combine(plan, levels, more, tally);
            }
            return;
        }
        long[] strides = Plan.strides(plan.sizes());
        StringBuilder nodes = new StringBuilder();
        StringBuilder joins = new StringBuilder();
        StringBuilder names = new StringBuilder();
        for (int axis = 0; axis < chosen.size(); axis++) {
            Side side = plan.sides().get(axis);
            nodes.append("l").append(axis).append(".node AS n").append(axis).append(", ");
            names.append("n").append(axis).append(", ");
            joins.append(" JOIN ").append(chosen.get(axis)).append(" l").append(axis);
            joins.append(" ON ")
                    .append(value(side.dictionary()))
                    .append(" = l")
                    .append(axis)
                    .append(".v");
        }
        file.query(
                "SELECT " + names + "count(*), sum(k) FROM (SELECT DISTINCT " + nodes + unit() + " AS u, " + key()
                        + " AS k FROM numbered" + joins + where(plan) + ") GROUP BY "
                        + names.substring(0, names.length() - 2),
                row -> {
                    long cell = 0;
                    for (int axis = 0; axis < strides.length; axis++) {
                        cell += row.getInt(axis + 1) * strides[axis];
                    }
                    tally.add(cell, row.getLong(strides.length + 1), row.getLong(strides.length + 2));
                });
    }

    private static String value(Dictionary dictionary) {
        return "coalesce(CAST(" + DataFile.column(dictionary.variable().name()) + " AS VARCHAR), "
                + DataFile.text(missing(dictionary)) + ")";
    }

    private static String missing(Dictionary dictionary) {
        return dictionary.variable().missing().orElse(Dictionary.NOT_KNOWN);
    }

    private String table(Side side, int[] positions) {
        String name = "level_" + tables++;
        List<String> values = new ArrayList<>();
        for (Node node : side.dictionary().level("").nodes()) {
            int code = side.dictionary().find(node.code()).orElseThrow();
            if (positions[code] >= 0) {
                values.add("(" + DataFile.text(node.code()) + ", " + positions[code] + ")");
            }
        }
        file.execute("CREATE TEMP TABLE " + name + " (v VARCHAR, node INTEGER)");
        if (!values.isEmpty()) {
            file.execute("INSERT INTO " + name + " VALUES " + String.join(", ", values));
        }
        return name;
    }

    private String where(Plan plan) {
        List<String> conditions = new ArrayList<>();
        plan.allowed().forEach((variable, allowed) -> {
            Dictionary dictionary = columns.dictionary(variable);
            List<String> codes = dictionary.level("").nodes().stream()
                    .map(Node::code)
                    .filter(code -> allowed[dictionary.find(code).orElseThrow()])
                    .map(DataFile::text)
                    .toList();
            conditions.add(codes.isEmpty() ? "false" : value(dictionary) + " IN (" + String.join(", ", codes) + ")");
        });
        plan.ranges().forEach(range -> {
            String number = Columns.number(range.variable());
            double missing = columns.numeric(range.variable()).missing().orElse(Double.NaN);
            conditions.add(Objects.requireNonNull(number) + " >= " + literal(range.least()) + " AND " + number + " <= "
                    + literal(range.most())
                    + (Double.isNaN(missing) ? "" : " AND " + number + " <> " + literal(missing)));
        });
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private static String literal(double value) {
        return "CAST('" + (Double.isInfinite(value) ? value > 0 ? "Infinity" : "-Infinity" : String.valueOf(value))
                + "' AS DOUBLE)";
    }
}
