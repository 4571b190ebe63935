package ml.taama.linkage.names;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import ml.taama.linkage.Fault;
import ml.taama.linkage.LinkageException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tables of a country, all of them data.
 *
 * @param source the name of a shipped table ({@code none}, {@code mali}) or {@code own}
 * @param rewrites applied in order to a name in ASCII letters, to reduce spellings of one sound to one key
 * @param titles words that are no part of a name
 * @param equivalents names used for one another
 * @param different names that look alike and are not
 * @param json the tables as they are written
 */
public record NameTables(
        String source,
        List<Rewrite> rewrites,
        List<String> titles,
        List<Equivalents> equivalents,
        List<List<String>> different,
        String json) {

    /** A regular expression and what replaces every match. */
    public record Rewrite(Pattern pattern, String replacement) {}

    /**
     * Names used for one another.
     *
     * @param weight how sure one is that two of them may be one name, above 0 to 1
     */
    public record Equivalents(List<String> names, double weight) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    /** No tables. */
    public static final NameTables NONE = new NameTables("none", List.of(), List.of(), List.of(), List.of(), "{}");

    /**
     * Tables that come with the library.
     *
     * @throws LinkageException {@link Fault#UNKNOWN_NAME}
     */
    public static NameTables shipped(String name) {
        if (name.equals("none")) {
            return NONE;
        }
        if (!name.matches("[a-z]+")) {
            throw new LinkageException(Fault.UNKNOWN_NAME, "names", name);
        }
        try (InputStream in = NameTables.class.getResourceAsStream(name + ".json")) {
            if (in == null) {
                throw new LinkageException(Fault.UNKNOWN_NAME, "names", name);
            }
            return of(JSON.readTree(in), name);
        } catch (IOException e) {
            throw new LinkageException(Fault.UNREADABLE_FILE, name, e.getClass().getSimpleName());
        }
    }

    /**
     * Tables as JSON: {@code rewrites} (pairs), {@code titles}, {@code equivalents} ({@code names}, {@code weight}),
     * {@code different} (pairs).
     *
     * @throws LinkageException {@link Fault#BAD_MODEL}, {@link Fault#NOT_JSON}
     */
    public static NameTables parse(String json) {
        try {
            return of(JSON.readTree(json), "own");
        } catch (JacksonException e) {
            throw new LinkageException(Fault.NOT_JSON, e.getOriginalMessage());
        }
    }

    private static NameTables of(JsonNode root, String source) {
        List<Rewrite> rewrites = new ArrayList<>();
        for (JsonNode pair : root.path("rewrites")) {
            rewrites.add(rewrite(pair));
        }
        List<Equivalents> equivalents = new ArrayList<>();
        for (JsonNode one : root.path("equivalents")) {
            double weight = one.path("weight").asDouble(0.8);
            if (!(weight > 0 && weight <= 1)) {
                throw new LinkageException(Fault.BAD_MODEL, "names.equivalents.weight", weight, "0–1");
            }
            equivalents.add(new Equivalents(plain(one.path("names")), weight));
        }
        List<List<String>> different = new ArrayList<>();
        for (JsonNode pair : root.path("different")) {
            different.add(plain(pair));
        }
        return new NameTables(source, rewrites, plain(root.path("titles")), equivalents, different, root.toString());
    }

    private static Rewrite rewrite(JsonNode pair) {
        try {
            return new Rewrite(
                    Pattern.compile(pair.path(0).asString("")),
                    Objects.requireNonNull(pair.path(1).asString("")));
        } catch (PatternSyntaxException e) {
            throw new LinkageException(Fault.BAD_MODEL, "names.rewrites", e.getPattern(), "regular expression");
        }
    }

    private static List<String> plain(JsonNode array) {
        List<String> plain = new ArrayList<>();
        for (JsonNode text : array) {
            plain.add(Unicode.plain(text.asString("")));
        }
        return plain;
    }

    /** The key of a name: letters only, rewritten, no letter twice in a row. */
    public String key(String name) {
        String key = Unicode.only(Unicode.plain(name), c -> c >= 'a' && c <= 'z');
        for (Rewrite rewrite : rewrites) {
            Matcher matcher = rewrite.pattern().matcher(key);
            key = matcher.find() ? matcher.replaceAll(rewrite.replacement()) : key;
        }
        StringBuilder once = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            if (i == 0 || key.charAt(i) != key.charAt(i - 1)) {
                once.append(key.charAt(i));
            }
        }
        return once.toString();
    }
}
