package ml.taama.tabulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import ml.taama.tabulation.perturbation.RecordKeys;
import ml.taama.tabulation.schema.Fault;
import ml.taama.tabulation.schema.FaultsException;
import ml.taama.tabulation.schema.Schema;
import ml.taama.tabulation.schema.Variable;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/** The columns of a release: what each holds (looked at once), and those that were read into memory. */
final class Columns {

    private static final int PACKED = 56;

    private final DataFile file;
    private final Source source;
    private final Schema schema;
    private final Map<String, Encoding> encodings = new LinkedHashMap<>();
    private final Map<String, Codes> codes = new LinkedHashMap<>();
    private final Map<String, double[]> numbers = new LinkedHashMap<>();
    private final Map<String, Bands> bands = new LinkedHashMap<>();
    private final int rows;
    private @Nullable Codes keys;
    private @Nullable Persons persons;
    private boolean grouped;

    Columns(DataFile file, Source source, Schema schema) {
        this.file = file;
        this.source = source;
        this.schema = schema;
        long[] count = {0};
        file.query("SELECT count(*) FROM data", row -> count[0] = row.getLong(1));
        rows = Math.toIntExact(count[0]);
    }

    int rows() {
        return rows;
    }

    Schema schema() {
        return schema;
    }

    Optional<String> unit() {
        return source.unit().or(() -> schema.unit().key());
    }

    /** The categorical variable of a name: described by the schema, or any column where there is none. */
    Variable.Categorical categorical(String name) {
        exists(name);
        Optional<Variable> described = schema.variable(name);
        if (described.isEmpty() && source.schema().isEmpty()) {
            return Variable.Categorical.open(name);
        }
        if (described.orElse(null) instanceof Variable.Categorical variable) {
            return variable;
        }
        throw FaultsException.of(Fault.Code.WRONG_KIND, name, name, "categorical");
    }

    /** The numeric variable of a name. */
    Variable.Numeric numeric(String name) {
        exists(name);
        Optional<Variable> described = schema.variable(name);
        if (described.isEmpty() && source.schema().isEmpty()) {
            return new Variable.Numeric(name, name, "", Optional.empty(), List.of());
        }
        if (described.orElse(null) instanceof Variable.Numeric variable) {
            return variable;
        }
        throw FaultsException.of(Fault.Code.WRONG_KIND, name, name, "numeric");
    }

    void exists(String name) {
        if (!file.types().containsKey(name)) {
            throw FaultsException.of(
                    Fault.Code.NO_COLUMN,
                    file.name(),
                    name,
                    String.join(", ", file.types().keySet()));
        }
    }

    Dictionary dictionary(String name) {
        Bands banded = bands.get(name);
        return banded != null ? banded.dictionary() : encoding(name).dictionary();
    }

    private Encoding encoding(String name) {
        Encoding known = encodings.get(name);
        if (known != null) {
            return known;
        }
        List<Fault> faults = new ArrayList<>();
        Encoding encoding = Encoding.of(file, categorical(name), faults);
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
        encodings.put(name, encoding);
        return encoding;
    }

    boolean loaded(Collection<String> names) {
        return codes.keySet().containsAll(names);
    }

    /** Reads columns of categories in one pass over the file. */
    synchronized void load(Collection<String> names) {
        List<String> missing =
                names.stream().filter(n -> !codes.containsKey(n)).distinct().toList();
        if (missing.isEmpty()) {
            return;
        }
        List<Packing> packings = pack(missing);
        String sql = String.join(", ", packings.stream().map(Packing::sql).toList());
        file.chunks("SELECT " + sql + " FROM data", (chunk, first) -> {
            int length = (int) chunk.rowCount();
            for (int i = 0; i < packings.size(); i++) {
                packings.get(i).unpack(chunk.vector(i), first, length);
            }
        });
        packings.forEach(p -> codes.putAll(p.columns));
    }

    /** Several raw numbers in one, since reading a value from the database costs more than taking it apart. */
    private final class Packing {
        private final List<Encoding> parts = new ArrayList<>();
        private final Map<String, Codes> columns = new LinkedHashMap<>();
        private int bits;

        boolean fits(Encoding encoding) {
            return bits + encoding.bits() <= PACKED;
        }

        void add(String name, Encoding encoding) {
            parts.add(encoding);
            columns.put(name, Codes.of(rows, encoding.dictionary().size()));
            bits += encoding.bits();
        }

        String sql() {
            StringBuilder sql = new StringBuilder();
            int shift = 0;
            for (Encoding part : parts) {
                sql.append(sql.isEmpty() ? "" : " + ")
                        .append(part.sql())
                        .append(" * ")
                        .append(1L << shift);
                shift += part.bits();
            }
            return "CAST(" + sql + " AS BIGINT)";
        }

        void unpack(DuckDBReadableVector vector, int first, int length) {
            long[] raw = longs(vector, length);
            List<Codes> targets = List.copyOf(columns.values());
            int shift = 0;
            for (int part = 0; part < targets.size(); part++) {
                Encoding encoding = parts.get(part);
                long mask = (1L << encoding.bits()) - 1;
                targets.get(part).fill(first, raw, length, shift, mask, encoding.codes());
                shift += encoding.bits();
            }
        }
    }

    private static long[] longs(DuckDBReadableVector vector, int length) {
        long[] raw = new long[length];
        for (int i = 0; i < length; i++) {
            raw[i] = vector.getLong(i);
        }
        return raw;
    }

    private List<Packing> pack(List<String> names) {
        List<Packing> packings = new ArrayList<>();
        for (String name : names) {
            Encoding encoding = encoding(name);
            if (packings.isEmpty() || !packings.getLast().fits(encoding)) {
                packings.add(new Packing());
            }
            packings.getLast().add(name, encoding);
        }
        return packings;
    }

    Codes codes(String name) {
        load(List.of(name));
        return Objects.requireNonNull(codes.get(name));
    }

    /** A numeric column; NaN where the value is not known. */
    synchronized double[] numbers(String name) {
        double[] known = numbers.get(name);
        if (known != null) {
            return known;
        }
        double missing = numeric(name).missing().orElse(Double.NaN);
        double[] values = new double[rows];
        file.chunks("SELECT " + number(name) + " FROM data", (chunk, first) -> {
            DuckDBReadableVector vector = chunk.vector(0);
            for (int i = 0; i < chunk.rowCount(); i++) {
                double value = vector.getDouble(i, Double.NaN);
                values[first + i] = value == missing ? Double.NaN : value;
            }
        });
        numbers.put(name, values);
        return values;
    }

    /** A numeric variable cut into bands, known under a name of its own. */
    synchronized Bands bands(String variable) {
        String name = variable + " bands";
        Bands known = bands.get(name);
        if (known == null) {
            known = Bands.of(name, numeric(variable), numbers(variable));
            bands.put(name, known);
            codes.put(name, known.codes());
        }
        return known;
    }

    static String number(String name) {
        return "TRY_CAST(" + DataFile.column(name) + " AS DOUBLE)";
    }

    /** Weights, where the schema names them. */
    Optional<double[]> weights() {
        return schema.weight().map(this::weight);
    }

    private double[] weight(String name) {
        double[] known = numbers.get("weight of " + name);
        if (known != null) {
            return known;
        }
        double[] values = new double[rows];
        file.chunks("SELECT " + number(name) + " FROM data", (chunk, first) -> {
            for (int i = 0; i < chunk.rowCount(); i++) {
                values[first + i] = chunk.vector(0).getDouble(i, 0);
            }
        });
        numbers.put("weight of " + name, values);
        return values;
    }

    /** Record keys modulo the modulus, by row. */
    synchronized Codes keys() {
        Codes known = keys;
        if (known != null) {
            return known;
        }
        Codes column = Codes.of(rows, source.modulus());
        switch (source.keys()) {
            case KeySource.Column(String name) -> given(name, column);
            case KeySource.Secret(RecordKeys secret) -> secret(secret, column);
        }
        keys = column;
        return column;
    }

    private void given(String name, Codes column) {
        int[] same = IntStream.range(0, source.modulus()).toArray();
        long modulus = source.modulus();
        String key = "coalesce(TRY_CAST(" + DataFile.column(name) + " AS BIGINT), 0)";
        file.chunks(
                "SELECT ((" + key + " % " + modulus + ") + " + modulus + ") % " + modulus + " FROM data",
                (chunk, first) -> {
                    int length = (int) chunk.rowCount();
                    column.fill(first, longs(chunk.vector(0), length), length, 0, -1L, same);
                });
    }

    private void secret(RecordKeys secret, Codes column) {
        if (unit().isEmpty()) {
            Parallel.ranges(
                    rows,
                    source.threads(),
                    (part, from, to) -> IntStream.range(from, to)
                            .forEach(row -> column.set(row, reduced(secret.ofRow(row), source.modulus()))));
            return;
        }
        units((row, id) -> column.set(row, reduced(secret.of(id), source.modulus())));
    }

    static int reduced(long key, int modulus) {
        return (int) Long.remainderUnsigned(key, modulus);
    }

    private interface UnitReader {
        void read(int row, String id);
    }

    private void units(UnitReader reader) {
        String column = DataFile.column(unit().orElseThrow());
        file.chunks("SELECT coalesce(CAST(" + column + " AS VARCHAR), '') FROM data", (chunk, first) -> {
            DuckDBReadableVector vector = chunk.vector(0);
            for (int i = 0; i < chunk.rowCount(); i++) {
                reader.read(first + i, vector.getString(i));
            }
        });
    }

    /** The rows of each counted unit; nothing where each row is a unit of its own. */
    synchronized Optional<Persons> persons() {
        if (unit().isEmpty()) {
            return Optional.empty();
        }
        if (!grouped) {
            RecordKeys identity = new RecordKeys(new byte[] {1});
            Identities identities = new Identities();
            int[] unit = new int[rows];
            units((row, id) -> unit[row] = identities.number(identity.of(id)));
            persons = identities.size() == rows ? null : Persons.of(unit, identities.size());
            grouped = true;
        }
        return Optional.ofNullable(persons);
    }
}
