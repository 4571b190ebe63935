package ml.taama.tabulation.request;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/** Requests back into JSON, on one line; {@link RequestJson} reads the same request from it. */
final class RequestWriter {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private RequestWriter() {}

    static String write(TableRequest request) {
        Map<String, Object> root = new LinkedHashMap<>();
        put(root, "rows", request.rows().stream().map(RequestWriter::axis).toList());
        put(root, "columns", request.columns().stream().map(RequestWriter::axis).toList());
        put(root, "layers", request.layers().stream().map(RequestWriter::axis).toList());
        put(
                root,
                "filters",
                request.filters().stream().map(RequestWriter::filter).toList());
        put(root, "measures", request.measures().stream().map(Measure::text).toList());
        request.comparison()
                .ifPresent(c -> root.put("compare", Map.of("variable", c.variable(), "from", c.from(), "to", c.to())));
        if (!request.ordering().equals(Ordering.NONE)) {
            root.put("order", ordering(request.ordering()));
        }
        return MAPPER.writeValueAsString(root);
    }

    private static void put(Map<String, Object> root, String name, List<?> values) {
        if (!values.isEmpty()) {
            root.put(name, values);
        }
    }

    private static Map<String, Object> axis(Axis axis) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("variable", axis.variable());
        put(members, "levels", axis.levels());
        members.put("total", axis.total());
        return members;
    }

    private static Map<String, Object> filter(Condition condition) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("variable", condition.variable());
        switch (condition) {
            case Condition.In in -> {
                if (!in.level().isEmpty()) {
                    members.put("level", in.level());
                }
                members.put(in.negated() ? "notIn" : "in", new TreeSet<>(in.codes()));
            }
            case Condition.Between between -> {
                bound(members, "least", between.least());
                bound(members, "most", between.most());
            }
        }
        return members;
    }

    private static void bound(Map<String, Object> members, String name, double bound) {
        if (Double.isFinite(bound)) {
            members.put(name, bound);
        }
    }

    private static Map<String, Object> ordering(Ordering ordering) {
        return Map.of(
                "by", ordering.by().name().toLowerCase(Locale.ROOT),
                "descending", ordering.descending(),
                "top", ordering.top());
    }
}
