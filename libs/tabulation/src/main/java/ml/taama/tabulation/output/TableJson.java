package ml.taama.tabulation.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ml.taama.tabulation.Dimension;
import ml.taama.tabulation.ProtectedTable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON: dimensions with their categories, notes as codes and in words, and a line for each cell and measure. */
final class TableJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private TableJson() {}

    static byte[] write(ProtectedTable table, Words words) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("title", words.title(table));
        root.put(
                "dimensions",
                table.dimensions().stream().map(d -> dimension(d, words)).toList());
        root.put("measures", table.measures());
        root.put(
                "notes",
                table.notes().stream()
                        .map(n -> Map.of(
                                "code",
                                        n.code()
                                                .name()
                                                .toLowerCase(java.util.Locale.ROOT)
                                                .replace('_', '-'),
                                "text", words.note(n)))
                        .toList());
        root.put("lines", lines(table));
        return MAPPER.writeValueAsBytes(root);
    }

    private static Map<String, Object> dimension(Dimension dimension, Words words) {
        Map<String, Object> of = new LinkedHashMap<>();
        of.put("name", dimension.name());
        of.put("label", dimension.label());
        of.put(
                "categories",
                dimension.nodes().stream()
                        .map(n -> Map.of("code", n.code(), "label", words.node(n), "level", n.level()))
                        .toList());
        return of;
    }

    private static List<Map<String, Object>> lines(ProtectedTable table) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int line = 0; line < table.lines(); line++) {
            for (int measure = 0; measure < table.measures().size(); measure++) {
                Map<String, Object> of = new LinkedHashMap<>();
                for (int d = 0; d < table.dimensions().size(); d++) {
                    of.put(table.dimensions().get(d).name(), table.node(line, d).code());
                }
                of.put("measure", table.measures().get(measure));
                var value = table.value(line, measure);
                if (value.isPresent()) {
                    of.put("value", new java.math.BigDecimal(Numbers.plain(value.getAsDouble())));
                }
                of.put("status", table.status(line, measure).code());
                lines.add(of);
            }
        }
        return lines;
    }
}
