package ml.taama.collection.sheets;

import java.util.Map;
import java.util.Optional;
import ml.taama.collection.forms.Cell;

/**
 * What a column of a spreadsheet means.
 *
 * @param kind which part of an answer it holds
 * @param dimension whose value it holds, for {@link Kind#DIMENSION}
 * @param cell that its values are of, for {@link Kind#VALUE}: a column for women holds {@code sex=F}
 */
public record Column(Kind kind, String dimension, Cell cell) {

    /** A column that means nothing. */
    public static final Column NONE = new Column(Kind.NONE, "", Cell.TOTAL);

    /** Parts of an answer. */
    public enum Kind {
        NONE,
        ID,
        QUESTION,
        PERIOD,
        PLACE,
        DIMENSION,
        UNIT,
        VALUE,
        ABSENCE,
        SOURCE,
        METHOD,
        EXPLANATION;

        /** As it is kept and named: {@code column.<word>}. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A column of a kind that needs no more. */
    public static Column of(Kind kind) {
        return new Column(kind, "", Cell.TOTAL);
    }

    /** A column of values of a dimension. */
    public static Column dimension(String code) {
        return new Column(Kind.DIMENSION, code, Cell.TOTAL);
    }

    /** A column of numbers for one value of a dimension. */
    public static Column value(String dimension, String value) {
        return new Column(Kind.VALUE, "", Cell.of(Map.of(dimension, value)));
    }

    /** Reads what {@link #toString} writes. */
    public static Optional<Column> tryParse(String text) {
        int colon = text.indexOf(':');
        String word = colon < 0 ? text : text.substring(0, colon);
        String rest = colon < 0 ? "" : text.substring(colon + 1);
        for (Kind kind : Kind.values()) {
            if (kind.word().equals(word)) {
                return Cell.tryParse(kind == Kind.VALUE ? rest : "")
                        .map(cell -> new Column(kind, kind == Kind.DIMENSION ? rest : "", cell));
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return switch (kind) {
            case DIMENSION -> kind.word() + ":" + dimension;
            case VALUE -> cell.equals(Cell.TOTAL) ? kind.word() : kind.word() + ":" + cell;
            default -> kind.word();
        };
    }
}
