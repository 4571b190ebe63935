package ml.taama.linkage.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ml.taama.linkage.Comparison;
import ml.taama.linkage.Condition;
import ml.taama.linkage.Fault;
import ml.taama.linkage.Field;
import ml.taama.linkage.Level;
import ml.taama.linkage.LinkageException;
import ml.taama.linkage.Measure;
import ml.taama.linkage.Model;
import ml.taama.linkage.tables.Column;
import ml.taama.linkage.tables.Dictionary;
import ml.taama.linkage.tables.Table;
import ml.taama.linkage.text.Signature;

/** All records of a run, those of the first source before those of the second. */
public final class Records {

    /** Most frequent values of a field whose comparisons with each other are remembered. */
    static final int HOT = 512;

    private static final int SAMPLE = 100;

    final Model model;
    final List<Table> tables;
    final List<Column> ids;
    final int[] offsets;
    int size;
    final List<FieldColumn> fields = new ArrayList<>();
    final Map<String, Integer> index = new LinkedHashMap<>();
    private int[] idCodes = {};
    private int[] byId = {};

    private Records(Model model, List<Table> tables) {
        this.model = model;
        this.tables = tables;
        this.ids = tables.stream().map(t -> t.column(model.id())).toList();
        this.offsets = new int[tables.size() + 1];
        long total = 0;
        for (int i = 0; i < tables.size(); i++) {
            total += tables.get(i).size();
            if (total > Integer.MAX_VALUE - 64) {
                throw new LinkageException(Fault.TOO_MANY, "records", total, Integer.MAX_VALUE - 64);
            }
            offsets[i + 1] = (int) total;
        }
        this.size = (int) total;
    }

    /**
     * Standardises the records of one or two sources.
     *
     * @throws LinkageException when a column is missing or identifiers are missing or not unique
     */
    public static Records of(Model model, List<Table> tables) {
        return of(model, tables, Optional.empty());
    }

    /** The same with term frequencies counted elsewhere: a value that was not counted there has none. */
    public static Records of(Model model, List<Table> tables, Optional<Records> frequencies) {
        Records records = new Records(model, tables);
        for (int i = 0; i < tables.size(); i++) {
            checkIds(tables.get(i), records.ids.get(i));
        }
        Map<String, Set<Need>> needs = needs(model);
        model.fields().parallelStream()
                .map(f -> records.column(f, needs.getOrDefault(f.name(), EnumSet.noneOf(Need.class))))
                .toList()
                .forEach(column -> {
                    frequencies.ifPresent(f -> column.takeFrequencies(f.field(column.field.name())));
                    records.index.put(column.field.name(), records.fields.size());
                    records.fields.add(column);
                });
        return records;
    }

    /** The tables, in the order of sources. */
    public List<Table> tables() {
        return tables;
    }

    /** Number of records. */
    public int size() {
        return size;
    }

    /** Number of sources. */
    public int sources() {
        return tables.size();
    }

    /** The number, from 0, of the source of a record. */
    public int source(int record) {
        return tables.size() == 1 || record < offsets[1] ? 0 : 1;
    }

    /** Number of records of a source. */
    public int size(int source) {
        return offsets[source + 1] - offsets[source];
    }

    /** The identifier of a record. */
    public String id(int record) {
        int source = source(record);
        return ids.get(source).values().value(idCode(record, source));
    }

    /** Orders two records by source, then by identifier, byte by byte. */
    public int compare(int a, int b) {
        int sourceA = source(a);
        int sourceB = source(b);
        if (sourceA != sourceB) {
            return Integer.compare(sourceA, sourceB);
        }
        Dictionary values = ids.get(sourceA).values();
        return values.compare(idCode(a, sourceA), values, idCode(b, sourceA));
    }

    private int idCode(int record, int source) {
        return idCodes.length > 0 ? idCodes[record] : ids.get(source).codes()[record - offsets[source]];
    }

    /** A hash of source and identifier that does not depend on the order of records. */
    long hash(int record) {
        int source = source(record);
        return ids.get(source).values().hash(idCode(record, source)) + source;
    }

    /** The record of an identifier in a single source, or -1. */
    int find(String id) {
        int code = ids.getFirst().values().find(id);
        return code == 0 || code >= byId.length ? -1 : byId[code] - 1;
    }

    /** Puts a record after the last one, without counting it yet; its number is {@link #size}. */
    void put(String id, Map<String, String> values) {
        int code = ids.getFirst().values().add(id);
        idCodes = room(idCodes, size);
        idCodes[size] = code;
        byId = room(byId, code);
        byId[code] = size + 1;
        for (FieldColumn field : fields) {
            String raw = values.getOrDefault(field.field.column(), "").strip();
            field.codes = room(field.codes, size);
            field.codes[size] = raw.isEmpty() ? 0 : field.code(raw);
        }
    }

    /** Makes room for records to be added one by one. */
    void open() {
        idCodes = ids.getFirst().codes();
        byId = new int[ids.getFirst().values().size() + 1];
        for (int record = 0; record < size; record++) {
            byId[idCodes[record]] = record + 1;
        }
    }

    /** Forgets which record had an identifier. */
    void forget(int record) {
        byId[idCodes[record]] = 0;
    }

    static int[] room(int[] array, int index) {
        return index < array.length
                ? array
                : Arrays.copyOf(array, (int) Math.min(Integer.MAX_VALUE - 64L, index + 16L + (index >> 2)));
    }

    /** The standardised value of a field, or the empty string. */
    public String value(String field, int record) {
        FieldColumn column = field(field);
        int code = column.codes[record];
        return code == 0 ? "" : column.values.value(code);
    }

    FieldColumn field(String name) {
        Integer at = index.get(name);
        if (at == null) {
            throw new LinkageException(Fault.UNKNOWN_NAME, "fields", name);
        }
        return fields.get(at);
    }

    int indexOf(String field) {
        return index.getOrDefault(field, -1);
    }

    private static void checkIds(Table table, Column id) {
        int[] first = new int[id.values().size() + 1];
        for (int record = 0; record < table.size(); record++) {
            int code = id.codes()[record];
            if (code == 0) {
                throw new LinkageException(Fault.NO_ID, table.name(), record + 1);
            }
            if (first[code] != 0) {
                throw new LinkageException(Fault.DUPLICATE_ID, table.name(), record + 1, first[code]);
            }
            first[code] = record + 1;
        }
    }

    private FieldColumn column(Field field, Set<Need> needs) {
        List<Column> sources =
                tables.stream().map(t -> t.column(field.column())).toList();
        FieldColumn column = new FieldColumn(field, model, needs, alphabet(sources));
        column.codes = new int[size];
        for (int i = 0; i < sources.size(); i++) {
            Column source = sources.get(i);
            int[] derived = new int[source.values().size() + 1];
            for (int code = 1; code < derived.length; code++) {
                derived[code] = column.code(source.values().value(code));
            }
            int[] raw = source.codes();
            for (int record = 0; record < tables.get(i).size(); record++) {
                column.codes[offsets[i] + record] = derived[raw[record]];
            }
        }
        column.count(0, size);
        column.freezeFrequencies();
        column.heat(HOT);
        return column;
    }

    /** Digits when most of the first values are mostly digits. */
    private static Signature alphabet(List<Column> sources) {
        int digits = 0;
        int all = 0;
        for (Column source : sources) {
            for (int code = 1; code <= Math.min(SAMPLE, source.values().size()); code++) {
                String value = source.values().value(code);
                all += value.length();
                digits += (int) value.chars().filter(Character::isDigit).count();
            }
        }
        return digits * 2 > all ? Signature.DIGITS : Signature.LETTERS;
    }

    static Map<String, Set<Need>> needs(Model model) {
        Map<String, Set<Need>> needs = new LinkedHashMap<>();
        for (Comparison comparison : model.comparisons()) {
            for (Level level : comparison.levels()) {
                needs(level.when(), needs);
            }
        }
        return needs;
    }

    private static void needs(Condition condition, Map<String, Set<Need>> needs) {
        switch (condition) {
            case Condition.Similar c -> {
                need(needs, c.left(), Need.TEXT);
                need(needs, c.right(), Need.TEXT);
            }
            case Condition.Near c -> need(needs, c.field(), Need.NUMBER);
            case Condition.Percent c -> need(needs, c.field(), Need.NUMBER);
            case Condition.Shared c -> need(needs, c.field(), Need.LIST);
            case Condition.Subset c -> need(needs, c.field(), Need.LIST);
            case Condition.Distance c -> {
                need(needs, c.latitude(), Need.NUMBER);
                need(needs, c.longitude(), Need.NUMBER);
            }
            case Condition.Compatible c -> need(needs, c.field(), Need.DATE);
            case Condition.Equivalent c -> need(needs, c.field(), Need.NAMES);
            case Condition.Different c -> need(needs, c.field(), Need.NAMES);
            case Condition.And c -> c.all().forEach(one -> needs(one, needs));
            case Condition.Or c -> c.any().forEach(one -> needs(one, needs));
            case Condition.Not c -> needs(c.condition(), needs);
            case Condition.Null ignored -> {}
            case Condition.Equal ignored -> {}
            case Condition.Literal ignored -> {}
            case Condition.Else ignored -> {}
        }
    }

    private static void need(Map<String, Set<Need>> needs, String field, Need need) {
        needs.computeIfAbsent(field, f -> EnumSet.noneOf(Need.class)).add(need);
    }

    /** Rank of each record by {@link #compare}. */
    int[] ranks() {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.parallelSort(order, this::compare);
        int[] ranks = new int[size];
        for (int i = 0; i < size; i++) {
            ranks[order[i]] = i;
        }
        return ranks;
    }

    static boolean symmetric(Model model) {
        return model.comparisons().stream()
                .flatMap(c -> c.levels().stream())
                .allMatch(l -> l.when().symmetric());
    }

    static boolean uses(Measure measure, Comparison comparison) {
        return comparison.levels().stream()
                .anyMatch(l -> l.when() instanceof Condition.Similar s && s.measure() == measure);
    }
}
