package ml.taama.tabulation.output;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import ml.taama.tabulation.Dimension;
import ml.taama.tabulation.Note;
import ml.taama.tabulation.ProtectedTable;
import ml.taama.tabulation.Status;

/**
 * An HTML page with one accessible table for each layer: caption, headers with scope, signs explained, footnotes. No
 * script, no style attribute, nothing from elsewhere.
 */
final class TableHtml {

    private static final String STYLE = "body{font:1rem/1.5 \"Source Sans Pro\",sans-serif;margin:2rem auto;"
            + "max-width:70rem;padding:0 1rem;color:#1c1c30;background:#fff}.scroll{overflow-x:auto}"
            + "table{border-collapse:collapse;font-variant-numeric:tabular-nums}caption{text-align:left;"
            + "font-weight:600;padding:.5rem 0}th,td{padding:.25rem .75rem;border-bottom:1px solid #d8d3c6}"
            + "th{text-align:left;font-weight:600}td{text-align:right}tbody th{white-space:nowrap}thead th{border-bottom:2px solid #5a5e72}"
            + ".mark{color:#5a5e72}.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}";

    private final ProtectedTable table;
    private final Words words;
    private final NumberFormat numbers;
    private final StringBuilder html = new StringBuilder();

    private TableHtml(ProtectedTable table, Words words, Locale language) {
        this.table = table;
        this.words = words;
        numbers = NumberFormat.getNumberInstance(language);
        numbers.setMaximumFractionDigits(4);
    }

    static String write(ProtectedTable table, Words words, Locale language) {
        return new TableHtml(table, words, language).page(language);
    }

    private String page(Locale language) {
        String title = escape(words.title(table));
        html.append("<!DOCTYPE html>\n<html lang=\"").append(language.getLanguage());
        html.append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>");
        html.append(title).append("</title><style>").append(STYLE).append("</style></head><body><main><h1>");
        html.append(title).append("</h1>\n");
        Pivot pivot = Pivot.of(table);
        for (List<Integer> layer : pivot.layers()) {
            layer(pivot, layer);
        }
        notes();
        return html.append("</main></body></html>\n").toString();
    }

    private void layer(Pivot pivot, List<Integer> layer) {
        String name = Pivot.words(pivot.layerDimensions(), layer, words);
        html.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
        html.append(escape(name.isEmpty() ? words.title(table) : name)).append("\"><table><caption");
        // The only table of a page is called as the page is: said, not shown twice.
        html.append(
                name.isEmpty()
                        ? "><span class=\"heard\">" + escape(words.title(table)) + "</span>"
                        : ">" + escape(name));
        html.append("</caption><thead><tr>");
        for (Dimension dimension : pivot.rowDimensions()) {
            html.append("<th scope=\"col\">").append(escape(dimension.label())).append("</th>");
        }
        for (List<Integer> column : pivot.columns()) {
            for (String measure : table.measures()) {
                html.append("<th scope=\"col\">")
                        .append(escape(header(pivot, column, measure)))
                        .append("</th>");
            }
        }
        html.append("</tr></thead><tbody>\n");
        for (List<Integer> row : pivot.rows()) {
            row(pivot, layer, row);
        }
        html.append("</tbody></table></div>\n");
    }

    private String header(Pivot pivot, List<Integer> column, String measure) {
        String name = Pivot.words(pivot.columnDimensions(), column, words);
        if (name.isEmpty()) {
            return words.measure(measure);
        }
        return table.measures().size() == 1 ? name : name + ", " + words.measure(measure);
    }

    private void row(Pivot pivot, List<Integer> layer, List<Integer> row) {
        html.append("<tr>");
        for (int i = 0; i < row.size(); i++) {
            html.append("<th scope=\"row\">");
            html.append(escape(words.node(Pivot.node(pivot.rowDimensions(), row, i))))
                    .append("</th>");
        }
        for (List<Integer> column : pivot.columns()) {
            int line = pivot.line(layer, row, column);
            for (int measure = 0; measure < table.measures().size(); measure++) {
                html.append("<td>").append(line < 0 ? "" : cell(line, measure)).append("</td>");
            }
        }
        html.append("</tr>\n");
    }

    private String cell(int line, int measure) {
        var value = table.value(line, measure);
        if (value.isPresent()) {
            return escape(numbers.format(value.getAsDouble()));
        }
        Status status = table.status(line, measure);
        return "<abbr class=\"mark\" title=\"" + escape(words.status(status)) + "\">" + escape(words.mark(status))
                + "</abbr>";
    }

    private void notes() {
        html.append("<h2>").append(escape(words.text("tabulation.notes"))).append("</h2><ul>");
        for (Note note : table.notes()) {
            html.append("<li>").append(escape(words.note(note))).append("</li>");
        }
        for (Status status : List.of(Status.SUPPRESSED, Status.NOT_APPLICABLE)) {
            html.append("<li>").append(escape(words.mark(status))).append(" ");
            html.append(escape(words.status(status))).append("</li>");
        }
        html.append("</ul>");
    }

    static String escape(String text) {
        return text.codePoints()
                .mapToObj(c -> switch (c) {
                    case '&' -> "&amp;";
                    case '<' -> "&lt;";
                    case '>' -> "&gt;";
                    case '"' -> "&quot;";
                    default -> Character.isISOControl(c) ? "" : Character.toString(c);
                })
                .collect(Collectors.joining());
    }
}
