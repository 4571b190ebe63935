package ml.taama.reporting.writing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ml.taama.reporting.Review;
import ml.taama.reporting.Review.Statement;

/**
 * The texts of a review as a beginning for the next one: what it stated and claimed becomes plain words that can be changed,
 * while figures, organisations and sources stay bound.
 */
final class Carried {

    private static final Pattern REFERENCE = Pattern.compile("\\{\\{(say|claim|list statements) ([^}]*)\\}\\}");

    private final Review last;
    private final Locale language;

    Carried(Review last, Locale language) {
        this.last = last;
        this.language = language;
    }

    String over(String markdown) {
        Matcher matcher = REFERENCE.matcher(markdown);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(words(found)));
    }

    private String words(MatchResult found) {
        List<String> arguments = Arrays.asList(found.group(2).strip().split(" +"));
        return switch (found.group(1)) {
            case "say" ->
                last.statements().stream()
                        .filter(s -> s.code().equals(arguments.getFirst()))
                        .map(s -> s.text().text(language))
                        .findFirst()
                        .orElse("");
            case "claim" ->
                last.claims().stream()
                        .filter(c -> c.code().equals(arguments.getFirst()))
                        .map(c -> c.text().text(language))
                        .findFirst()
                        .orElse("");
            default ->
                last.statements().stream()
                        .filter(s -> chosen(s, arguments))
                        .map(s -> "- " + s.text().text(language))
                        .collect(Collectors.joining("\n"));
        };
    }

    /** {@code challenge}, {@code challenge except CODE…} or {@code challenge only CODE…}. */
    private static boolean chosen(Statement statement, List<String> arguments) {
        List<String> codes = arguments.size() > 2 ? arguments.subList(2, arguments.size()) : List.of();
        boolean only = arguments.size() > 1 && arguments.get(1).equals("only");
        return statement.kind().equals(arguments.getFirst())
                && (codes.isEmpty() || codes.contains(statement.code()) == only);
    }
}
