package ml.taama.reporting.narrative;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reference in the text: {@code {{obs distress-2019-2021 "people in distress"}}}.
 *
 * @param name what is referred to: obs, count, cite, say, claim, org, names, list, table, chart
 * @param arguments words after the name
 * @param words text between quotation marks: what to call the unit
 */
public record Directive(String name, List<String> arguments, Optional<String> words) {

    /** Names that stand within a sentence. */
    public static final List<String> INLINE = List.of("obs", "count", "cite", "say", "claim", "org", "names");

    /** Names that stand alone in a paragraph. */
    public static final List<String> BLOCK = List.of("list", "table", "chart");

    private static final Pattern TOKEN = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    /** Reads what stands between the braces; nothing when there is no known name. */
    public static Optional<Directive> parse(String body) {
        List<String> words = new ArrayList<>();
        Optional<String> quoted = Optional.empty();
        Matcher matcher = TOKEN.matcher(body);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                quoted = Optional.of(matcher.group(1));
            } else {
                words.add(matcher.group(2));
            }
        }
        if (words.isEmpty() || !(INLINE.contains(words.getFirst()) || BLOCK.contains(words.getFirst()))) {
            return Optional.empty();
        }
        return Optional.of(new Directive(words.getFirst(), words.subList(1, words.size()), quoted));
    }

    /** Whether it stands alone in a paragraph. */
    public boolean isBlock() {
        return BLOCK.contains(name);
    }

    /** The argument at a place, or empty. */
    public String argument(int index) {
        return index < arguments.size() ? arguments.get(index) : "";
    }

    @Override
    public String toString() {
        return "{{" + name + (arguments.isEmpty() ? "" : " " + String.join(" ", arguments)) + "}}";
    }
}
