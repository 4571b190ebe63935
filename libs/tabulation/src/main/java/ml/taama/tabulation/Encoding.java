package ml.taama.tabulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ml.taama.tabulation.schema.Code;
import ml.taama.tabulation.schema.Fault;
import ml.taama.tabulation.schema.FaultsException;
import ml.taama.tabulation.schema.Variable;
import org.jspecify.annotations.Nullable;

/**
 * How a column becomes small integers: an SQL expression for a raw number of 8 or 16 bits, and what each stands for.
 *
 * @param dictionary the categories
 * @param sql the raw number; never null
 * @param codes for each raw number the integer of the dictionary
 */
@SuppressWarnings("ArrayRecordComponent") // Plain arrays for speed; never compared.
record Encoding(Dictionary dictionary, String sql, int[] codes) {

    private static final int MOST = 65_000;
    private static final String EMPTY = "\0";
    private static final Set<String> WHOLE =
            Set.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT");

    int bits() {
        return codes.length <= 1 << Byte.SIZE ? Byte.SIZE : Short.SIZE;
    }

    /** Looks at the values of a column once; adds a fault for codes that the list does not hold. */
    static Encoding of(DataFile file, Variable.Categorical variable, List<Fault> faults) {
        String name = variable.name();
        String column = DataFile.column(name);
        Map<String, Long> counts = new HashMap<>();
        file.query(
                "SELECT CAST(v AS VARCHAR), n FROM (SELECT " + column
                        + " AS v, count(*) AS n FROM data GROUP BY v LIMIT " + (MOST + 1) + ")",
                row -> count(counts, row.getString(1), row.getLong(2)));
        boolean empty = counts.remove(EMPTY) != null;
        if (counts.size() > MOST) {
            throw FaultsException.of(Fault.Code.TOO_LARGE, name, counts.size(), MOST);
        }
        List<String> values =
                counts.keySet().stream().sorted(order(counts.keySet())).toList();
        Dictionary dictionary = new Dictionary(
                variable,
                finest(variable, values),
                empty || counts.containsKey(variable.missing().orElse(Dictionary.NOT_KNOWN)));
        unknown(file, variable, dictionary, counts, faults);
        return whole(file, name, values)
                .map(least -> byOffset(dictionary, column, values, least))
                .orElseGet(() -> byName(file, dictionary, column, values));
    }

    private static void count(Map<String, Long> counts, @Nullable String value, long rows) {
        counts.put(value == null ? EMPTY : value, rows);
    }

    /** Numbers in their order, other texts in theirs. */
    private static Comparator<String> order(Set<String> values) {
        return values.stream().allMatch(v -> v.matches("-?\\d{1,15}"))
                ? Comparator.comparing(Long::valueOf)
                : Comparator.naturalOrder();
    }

    private static List<Code> finest(Variable.Categorical variable, List<String> values) {
        if (!variable.levels().isEmpty()) {
            return variable.levels().getFirst().codes();
        }
        return values.stream()
                .filter(v -> !v.equals(variable.missing().orElse(Dictionary.NOT_KNOWN))
                        && !v.equals(variable.notApplicable().orElse("")))
                .map(v -> new Code(v, v, Optional.empty()))
                .toList();
    }

    private static void unknown(
            DataFile file,
            Variable.Categorical variable,
            Dictionary dictionary,
            Map<String, Long> counts,
            List<Fault> faults) {
        List<String> unknown = counts.keySet().stream()
                .filter(v -> dictionary.find(v).isEmpty())
                .toList();
        if (!unknown.isEmpty()) {
            long rows =
                    unknown.stream().mapToLong(v -> counts.getOrDefault(v, 0L)).sum();
            String list = String.join(", ", unknown.stream().map(DataFile::text).toList());
            long[] first = {0};
            file.query(
                    "SELECT min(r) FROM (SELECT row_number() OVER () AS r, CAST(" + DataFile.column(variable.name())
                            + " AS VARCHAR) AS v FROM data) WHERE v IN (" + list + ")",
                    row -> first[0] = row.getLong(1));
            faults.add(Fault.of(Fault.Code.UNKNOWN_CODES, file.name(), variable.name(), rows, first[0]));
        }
    }

    /** The least value of a column of whole numbers in a small range. */
    private static Optional<Long> whole(DataFile file, String name, List<String> values) {
        if (!WHOLE.contains(file.types().getOrDefault(name, "")) || values.isEmpty()) {
            return Optional.empty();
        }
        long least = Long.parseLong(values.getFirst());
        long most = Long.parseLong(values.getLast());
        return most - least >= 0 && most - least < MOST ? Optional.of(least) : Optional.empty();
    }

    private static Encoding byOffset(Dictionary dictionary, String column, List<String> values, long least) {
        int range = (int) (Long.parseLong(values.getLast()) - least);
        int[] codes = new int[range + 2];
        for (String value : values) {
            codes[(int) (Long.parseLong(value) - least)] =
                    dictionary.find(value).orElse(dictionary.notKnown());
        }
        codes[range + 1] = dictionary.notKnown();
        String sql = "coalesce(CAST(" + column + " AS BIGINT) - (" + least + "), " + (range + 1) + ")";
        return new Encoding(dictionary, sql, codes);
    }

    private static Encoding byName(DataFile file, Dictionary dictionary, String column, List<String> values) {
        List<Integer> codes = new ArrayList<>();
        values.forEach(v -> codes.add(dictionary.find(v).orElse(dictionary.notKnown())));
        codes.add(dictionary.notKnown());
        String sql = String.valueOf(values.size());
        if (!values.isEmpty()) {
            String type = DataFile.column("codes of " + dictionary.variable().name());
            file.execute("DROP TYPE IF EXISTS " + type);
            file.execute("CREATE TYPE " + type + " AS ENUM ("
                    + String.join(", ", values.stream().map(DataFile::text).toList()) + ")");
            sql = "coalesce(CAST(enum_code(CAST(CAST(" + column + " AS VARCHAR) AS " + type + ")) AS BIGINT), "
                    + values.size() + ")";
        }
        return new Encoding(
                dictionary, sql, codes.stream().mapToInt(Integer::intValue).toArray());
    }
}
