package ml.taama.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ml.taama.collection.sheets.SheetRow;
import ml.taama.people.PeopleImports.Wrong;
import ml.taama.platform.text.Plain;

/** Reads rows of a spreadsheet as the form of a person is read: the same rules, the same sentences. */
final class ImportRows {

    private static final Pattern ABOUT =
            Pattern.compile("^(?:ne |nee |born )?(?:vers|environ|env|about|circa|~)[ .]*(\\d{4})$");

    /**
     * A row understood.
     *
     * @param faults of it; with any, it is not to be kept
     */
    record Read(SheetRow row, PersonData data, List<Wrong> faults) {}

    private final Shown shown;
    private final List<ImportColumn> mapping;

    ImportRows(Shown shown, List<ImportColumn> mapping) {
        this.shown = shown;
        this.mapping = mapping;
    }

    Read read(SheetRow row) {
        Map<String, List<String>> values = new HashMap<>();
        values.put("kind", List.of("said"));
        values.put("place-kind", List.of("origin"));
        for (int column = 0; column < mapping.size(); column++) {
            put(values, mapping.get(column), row.cell(column));
        }
        FormReading reading = FormReading.of(new PersonForm(values), shown);
        List<Wrong> faults = new ArrayList<>();
        reading.faults().forEach((field, key) -> faults.add(wrong(row, field, key)));
        return new Read(row, reading.data(), faults);
    }

    private static void put(Map<String, List<String>> values, ImportColumn column, String cell) {
        if (column == ImportColumn.NONE || cell.isBlank()) {
            return;
        }
        switch (column) {
            case SEX -> values.put("sex", List.of(sex(cell)));
            case BIRTH -> birth(values, cell);
            default -> values.put(column.field(), List.of(cell));
        }
    }

    private static String sex(String cell) {
        String plain = Plain.text(cell);
        return switch (plain.isEmpty() ? ' ' : plain.charAt(0)) {
            case 'f', 'w' -> "female";
            case 'm', 'h' -> "male";
            default -> "unknown";
        };
    }

    private static void birth(Map<String, List<String>> values, String cell) {
        Matcher about = ABOUT.matcher(Plain.text(cell));
        if (about.matches()) {
            values.put("birth", List.of(about.group(1)));
            values.put("about", List.of("yes"));
        } else {
            values.put("birth", List.of(cell.replaceFirst("[T ]00:00.*$", "")));
        }
    }

    private Wrong wrong(SheetRow row, String field, String key) {
        String name = field.replaceFirst("-\\d+$", "");
        for (int column = 0; column < mapping.size(); column++) {
            if (mapping.get(column).field().equals(name)) {
                return new Wrong(row.where(column), row.cell(column), key);
            }
        }
        return new Wrong(row.where(0), "", key);
    }
}
