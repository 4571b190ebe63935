package ml.taama.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ml.taama.linkage.Field;
import ml.taama.linkage.Model;
import ml.taama.linkage.tables.Column;
import ml.taama.linkage.tables.Dictionary;
import ml.taama.linkage.tables.Table;

/** Gathers records in the columns of a model. */
final class RecordTable {

    private static final int FIRST = 1024;

    private final String id;
    private final Map<String, Dictionary> values = new LinkedHashMap<>();
    private final Map<String, int[]> codes = new LinkedHashMap<>();
    private int size;

    RecordTable(Model model) {
        this.id = model.id();
        open(model.id());
        model.fields().stream().map(Field::column).distinct().forEach(this::open);
    }

    private void open(String column) {
        values.put(column, new Dictionary());
        codes.put(column, new int[FIRST]);
    }

    void add(long record, Map<String, String> row) {
        values.forEach((column, dictionary) -> {
            String value = column.equals(id)
                    ? String.valueOf(record)
                    : row.getOrDefault(column, "").strip();
            int[] own = codes.getOrDefault(column, new int[0]);
            if (size == own.length) {
                own = Arrays.copyOf(own, size + (size >> 1));
                codes.put(column, own);
            }
            own[size] = value.isEmpty() ? 0 : dictionary.add(value);
        });
        size++;
    }

    Table table() {
        List<Column> columns = new ArrayList<>();
        values.forEach(
                (name, dictionary) -> columns.add(new Column(name, codes.getOrDefault(name, new int[0]), dictionary)));
        return new Table("records", size, columns, List.of());
    }
}
