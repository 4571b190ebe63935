package ml.taama.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a reader asked of a list: filters, order, page.
 *
 * @param path of the list, without language
 * @param values by name; none is blank
 */
public record Query(String path, Map<String, String> values) {

    private static final int LONGEST = 200;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    /** Keeps the parameters that the list knows, cut to a sensible length. */
    public static Query of(String path, Map<String, String> parameters, Set<String> known) {
        Map<String, String> values = new TreeMap<>();
        parameters.forEach((name, value) -> {
            String asked = CONTROL.matcher(value).replaceAll(" ").strip();
            if (known.contains(name) && !asked.isEmpty()) {
                values.put(name, asked.substring(0, Math.min(LONGEST, asked.length())));
            }
        });
        return new Query(path, values);
    }

    /** A value, or empty. */
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** Whether nothing is asked but an order or a page. */
    public boolean open() {
        return values.keySet().stream().allMatch(k -> k.equals("sort") || k.equals("page"));
    }

    /** Whether a value is this one, or is not asked. */
    public boolean allows(String name, String value) {
        return get(name).isEmpty() || get(name).equals(value);
    }

    /** The same with another value; an empty one takes it away. A change leads back to the first page. */
    public Query with(String name, String value) {
        Map<String, String> changed = new TreeMap<>(values);
        changed.remove("page");
        changed.remove(name);
        if (!value.isEmpty()) {
            changed.put(name, value);
        }
        return new Query(path, changed);
    }

    /** Number of the page asked for, from 1. */
    public int page() {
        String page = get("page");
        return page.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(page) : 1;
    }

    /** The address after the language. */
    public String address(String ending) {
        String asked = values.entrySet().stream()
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
        return path + ending + (asked.isEmpty() ? "" : "?" + asked);
    }

    /** The address after the language. */
    public String address() {
        return address("");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
