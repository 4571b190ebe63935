package ml.taama.collection.sheets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ml.taama.collection.forms.Cell;
import ml.taama.collection.forms.Dimension;
import ml.taama.collection.forms.Entry;
import ml.taama.collection.forms.Form;
import ml.taama.collection.forms.Question;
import ml.taama.collection.sheets.Column.Kind;

/** Makes answers of the rows of a spreadsheet. What is not understood stays as written, for the checks to name. */
public final class SheetEntries {

    private static final Pattern QUARTER = Pattern.compile("(?:([TQ])([1-4])[ -]?(\\d{4})|(\\d{4})[ -]?[TQ]([1-4]))");
    private static final Pattern MONTH = Pattern.compile("(\\d{1,2})/(\\d{4})");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Pattern YEARS = Pattern.compile("(\\d{4}) ?[-–] ?(\\d{4})");
    private static final int LOOKED_AT = 20;

    private final Form form;
    private final Mapping mapping;
    private final Map<String, String> absences;
    private final Function<String, String> places;

    /**
     * Reads with a mapping.
     *
     * @param absences code of a reason by its words, plain
     * @param places code of a place by its name or code; what is unknown comes back as it is
     */
    public SheetEntries(Form form, Mapping mapping, Map<String, String> absences, Function<String, String> places) {
        this.form = form;
        this.mapping = mapping;
        this.absences = absences;
        this.places = places;
    }

    /** The row that names the columns: that of a template of ours, or else the first that has two names at least. */
    public static Optional<SheetRow> header(List<SheetRow> rows) {
        return rows.stream()
                .filter(r -> r.cells().stream().anyMatch(c -> Form.plain(c).equals("taama id")))
                .findFirst()
                .or(() -> rows.stream()
                        .limit(LOOKED_AT)
                        .filter(r -> r.filled() >= 2)
                        .findFirst());
    }

    /** The answers of the rows below the header, on its sheet. */
    public List<Entry> read(List<SheetRow> rows, SheetRow header) {
        List<Entry> entries = new ArrayList<>();
        for (SheetRow row : rows) {
            if (row.sheet().equals(header.sheet()) && row.number() > header.number()) {
                read(row, entries);
            }
        }
        return entries;
    }

    private void read(SheetRow row, List<Entry> entries) {
        String id = text(row, Kind.ID);
        Optional<Entry.Key> known = id.isEmpty() ? Optional.empty() : key(id);
        Optional<Question> question =
                known.isPresent() ? form.question(known.get().question()) : question(row);
        String written = text(row, Kind.PERIOD);
        String period =
                known.filter(k -> written.isEmpty()).map(Entry.Key::period).orElseGet(() -> period(written));
        String place = known.map(Entry.Key::place).orElseGet(() -> place(row));
        Cell cell = known.map(Entry.Key::cell).orElseGet(() -> cell(row, question));
        String absence = absence(text(row, Kind.ABSENCE));
        boolean first = true;
        for (int i = 0; i < mapping.columns().size(); i++) {
            Column column = mapping.columns().get(i);
            if (column.kind() != Kind.VALUE || (row.cell(i).isEmpty() && (absence.isEmpty() || !first))) {
                continue;
            }
            first = false;
            Cell whole = cell;
            for (Map.Entry<String, String> part : column.cell().dimensions().entrySet()) {
                whole = whole.with(part.getKey(), part.getValue());
            }
            entries.add(new Entry(
                    row.where(i),
                    question.map(Question::id).orElse(0L),
                    period,
                    place,
                    whole,
                    unescaped(row.cell(i)),
                    Optional.of(text(row, Kind.UNIT)),
                    absence,
                    unescaped(text(row, Kind.SOURCE)),
                    unescaped(text(row, Kind.METHOD)),
                    unescaped(text(row, Kind.EXPLANATION))));
        }
    }

    private String text(SheetRow row, Kind kind) {
        int index = mapping.index(kind);
        return index < 0 ? "" : row.cell(index);
    }

    /** What a template writes into its hidden column. */
    static String id(Question question, String period, String place, Cell cell) {
        return question.id() + "|" + period + "|" + place + "|" + cell;
    }

    private static Optional<Entry.Key> key(String id) {
        List<String> parts = Arrays.asList(id.split("\\|", -1));
        if (parts.size() != 4 || !parts.getFirst().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Cell.tryParse(parts.get(3))
                .map(cell -> new Entry.Key(Long.parseLong(parts.get(0)), parts.get(1), parts.get(2), cell));
    }

    private Optional<Question> question(SheetRow row) {
        String name = text(row, Kind.QUESTION);
        return form.named(name.isEmpty() ? mapping.question() : name);
    }

    private String place(SheetRow row) {
        String written = text(row, Kind.PLACE);
        return written.isEmpty() ? "" : places.apply(written);
    }

    private Cell cell(SheetRow row, Optional<Question> question) {
        Cell cell = Cell.TOTAL;
        for (int i = 0; i < mapping.columns().size(); i++) {
            Column column = mapping.columns().get(i);
            String written = row.cell(i);
            if (column.kind() == Kind.DIMENSION
                    && !written.isEmpty()
                    && !Form.plain(written).equals("total")) {
                String code = question.flatMap(q -> q.dimension(column.dimension()))
                        .flatMap(d -> value(d, written))
                        .orElse(written.replaceAll("[;=]", " ").strip());
                cell = code.isEmpty() ? cell : cell.with(column.dimension(), code);
            }
        }
        return cell;
    }

    private static Optional<String> value(Dimension dimension, String written) {
        String plain = Form.plain(written);
        return dimension.values().stream()
                .filter(v -> Form.plain(v.code()).equals(plain)
                        || v.name().texts().values().stream()
                                .anyMatch(t -> Form.plain(t).equals(plain)))
                .map(Dimension.Choice::code)
                .findFirst();
    }

    private String absence(String written) {
        return written.isEmpty() ? "" : absences.getOrDefault(Form.plain(written), written);
    }

    /** A period as people write it; what is none stays as it is. */
    private String period(String written) {
        if (written.isEmpty()) {
            return form.period().toString();
        }
        Matcher quarter = QUARTER.matcher(written);
        Matcher month = MONTH.matcher(written);
        Matcher day = DAY.matcher(written);
        Matcher years = YEARS.matcher(written);
        if (quarter.matches()) {
            return quarter.group(1) == null
                    ? quarter.group(4) + "-Q" + quarter.group(5)
                    : quarter.group(3) + "-Q" + quarter.group(2);
        }
        if (month.matches()) {
            return "%s-%02d".formatted(month.group(2), Integer.parseInt(month.group(1)));
        }
        if (day.matches()) {
            return "%s-%02d-%02d"
                    .formatted(day.group(3), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(1)));
        }
        return years.matches() ? years.group(1) + "/" + years.group(2) : written;
    }

    /** Takes away the mark that keeps a spreadsheet from running a text as a formula. */
    private static String unescaped(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && SafeText.dangerous(text.substring(1))
                ? text.substring(1)
                : text;
    }
}
