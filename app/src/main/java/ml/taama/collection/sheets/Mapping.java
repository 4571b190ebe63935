package ml.taama.collection.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ml.taama.collection.forms.Dimension;
import ml.taama.collection.forms.Form;
import ml.taama.collection.forms.Question;
import ml.taama.collection.sheets.Column.Kind;

/**
 * What the columns of a spreadsheet mean.
 *
 * @param columns in order
 * @param question code of the question that rows answer, where no column says it; empty when one does
 */
public record Mapping(List<Column> columns, String question) {

    private static final Map<Kind, Set<String>> NAMES = Map.of(
            Kind.ID, Set.of("taama id"),
            Kind.QUESTION, Set.of("indicateur", "indicator", "question"),
            Kind.PERIOD, Set.of("periode", "period", "annee", "year", "date", "mois", "month", "trimestre", "quarter"),
            Kind.PLACE, Set.of("lieu", "place"),
            Kind.UNIT, Set.of("unite", "unit"),
            Kind.VALUE, Set.of("valeur", "value", "nombre", "number", "total", "effectif", "montant", "amount"),
            Kind.ABSENCE, Set.of("pas de donnee parce que", "no data because", "motif d absence"),
            Kind.SOURCE, Set.of("source"),
            Kind.METHOD, Set.of("methode", "method"),
            Kind.EXPLANATION, Set.of("explication", "explanation", "remarque", "remark", "commentaire", "comment"));

    /** Copies the columns. */
    public Mapping {
        columns = List.copyOf(columns);
    }

    /** What the names of columns suggest. A template of ours names each column in two languages: {@code Valeur / Value}. */
    public static Mapping guess(SheetRow header, Form form) {
        Map<String, Column> names = new HashMap<>();
        NAMES.forEach((kind, words) -> words.forEach(word -> names.put(word, Column.of(kind))));
        for (Question question : form.questions().values()) {
            for (Dimension dimension : question.dimensions()) {
                dimension
                        .values()
                        .forEach(value -> value.name()
                                .texts()
                                .values()
                                .forEach(name -> names.putIfAbsent(
                                        Form.plain(name), Column.value(dimension.code(), value.code()))));
                names.put(Form.plain(dimension.code()), Column.dimension(dimension.code()));
                dimension
                        .name()
                        .texts()
                        .values()
                        .forEach(name -> names.put(Form.plain(name), Column.dimension(dimension.code())));
            }
        }
        List<Column> columns = new ArrayList<>();
        for (String cell : header.cells()) {
            Column whole = names.get(Form.plain(cell));
            int slash = cell.indexOf('/');
            Column first = slash < 0 ? null : names.get(Form.plain(cell.substring(0, slash)));
            columns.add(whole != null ? whole : first != null ? first : Column.NONE);
        }
        String only =
                form.questions().values().stream().filter(Question::figure).count() == 1
                        ? form.questions().values().stream()
                                .filter(Question::figure)
                                .findFirst()
                                .orElseThrow()
                                .code()
                        : "";
        return new Mapping(columns, only);
    }

    /** Whether a column of a kind is there. */
    public boolean has(Kind kind) {
        return columns.stream().anyMatch(c -> c.kind() == kind);
    }

    /** Where a kind stands; -1 when nowhere. */
    int index(Kind kind) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).kind() == kind) {
                return i;
            }
        }
        return -1;
    }

    /** Whether rows can be read with it: something says the question, and something holds the values. */
    public boolean complete() {
        return has(Kind.VALUE) && (has(Kind.ID) || has(Kind.QUESTION) || !question.isEmpty());
    }
}
