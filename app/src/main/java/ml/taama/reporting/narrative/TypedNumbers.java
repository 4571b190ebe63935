package ml.taama.reporting.narrative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the figures that someone typed into a text. Dates, codes and ordinals are no figures: a year (but not "2000
 * migrants": a plural word right after it is what is counted, unless a word such as "in" stands before), a day of a month, a
 * number after a word such as "objectif" and the numbers joined to it, a dotted code, {@code COVID-19}, {@code 1er},
 * {@code (2)} at the head of an item.
 */
public final class TypedNumbers {

    /** A typed figure, with the words around it. */
    public record Typed(BigDecimal value, String text, String context) {}

    /** A date, a time, or a year to a year. */
    private static final String DATE =
            "(?:19|20)\\d\\d-\\d\\d-\\d\\d(?!\\d)|\\d{1,2}[/.]\\d{1,2}[/.](?:19|20)\\d\\d(?!\\d)"
                    + "|(?:19|20)\\d\\d[-–/](?:(?:19|20)\\d\\d|\\d\\d)(?!\\d)|\\d{1,2}[h:]\\d\\d(?!\\d)";

    private static final Pattern TOKEN = Pattern.compile("(?<date>" + DATE
            + ")|(?<number>\\d+(?:[ \\u00a0\\u202f]\\d{3})+(?![\\d])(?:[.,]\\d+)?|\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+(?:[.,]\\d+)*)"
            + "|(?<word>[\\p{L}’'°]+)|(?<mark>[^\\s\\p{L}\\d])");
    private static final Pattern ORDINAL = Pattern.compile("er|re|ère|e|ème|nde?|st|rd|th|º|ª");
    /** The languages that the product reads form the plural in s or x. */
    private static final Pattern PLURAL = Pattern.compile("\\p{L}{3,}[sx]");

    private static final int AROUND = 30;

    private final Lexicon lexicon;

    /** With the words of the language of the text. */
    public TypedNumbers(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    private record Token(String kind, String text, int start, int end) {
        boolean is(String mark) {
            return text.equals(mark);
        }

        boolean isMark() {
            return kind.equals("mark");
        }

        /** In lower case, without an elided article: "l’objectif" is "objectif". */
        String word() {
            String lower = text.toLowerCase(Locale.ROOT);
            return lower.substring(1 + Math.max(lower.lastIndexOf('’'), lower.lastIndexOf('\'')));
        }
    }

    /** The figures typed in a text, in order. */
    public List<Typed> in(String text) {
        List<Token> tokens = tokens(text);
        List<Typed> typed = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Optional<BigDecimal> value = figure(tokens, i, text);
            if (value.isPresent()) {
                Integer factor = i + 1 < tokens.size()
                        ? lexicon.multipliers().get(tokens.get(i + 1).word())
                        : null;
                Token last = factor == null ? tokens.get(i) : tokens.get(i + 1);
                BigDecimal whole = value.get().multiply(BigDecimal.valueOf(factor == null ? 1 : factor));
                typed.add(typed(whole, tokens.get(i).start, last.end, text));
                i += factor == null ? 0 : 1;
            }
        }
        return typed;
    }

    private Optional<BigDecimal> figure(List<Token> tokens, int i, String text) {
        Token token = tokens.get(i);
        if (token.kind.equals("number")) {
            return exempt(tokens, i, text) ? Optional.empty() : Optional.of(value(token.text));
        }
        return Optional.ofNullable(lexicon.numbers().get(token.word())).map(BigDecimal::valueOf);
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            String kind = Stream.of("date", "number", "word", "mark")
                    .filter(name -> matcher.group(name) != null)
                    .findFirst()
                    .orElseThrow();
            tokens.add(new Token(kind, matcher.group(), matcher.start(), matcher.end()));
        }
        return tokens;
    }

    private boolean exempt(List<Token> tokens, int i, String text) {
        Token token = tokens.get(i);
        return isYear(tokens, i)
                || isCode(token.text)
                || isDate(tokens, i)
                || isOrdinal(tokens, i)
                || isGlued(tokens, i, text)
                || isEnumerator(tokens, i)
                || followsCodeWord(tokens, i);
    }

    private boolean isYear(List<Token> tokens, int i) {
        return tokens.get(i).text.matches("(19|20)\\d\\d|2100") && !counts(tokens, i);
    }

    /** A plural word follows at once, and nothing before says that this is a moment. */
    private boolean counts(List<Token> tokens, int i) {
        boolean moment =
                i > 0 && (lexicon.beforeYear().contains(tokens.get(i - 1).word()) || isMonth(tokens.get(i - 1)));
        Token next = i + 1 < tokens.size() ? tokens.get(i + 1) : tokens.get(i);
        return !moment
                && next.kind.equals("word")
                && PLURAL.matcher(next.word()).matches();
    }

    /** 5.5.2, but not 5.5: one point is a decimal. */
    private boolean isCode(String number) {
        return number.matches("\\d+(\\.\\d+){2,}") && !isPointed(number);
    }

    /** 1.234.567 where the language writes a point between thousands. */
    private boolean isPointed(String number) {
        return lexicon.thousands() == '.' && number.matches("\\d{1,3}(\\.\\d{3})+(,\\d+)?");
    }

    /** "3 septembre", "3 de setembro", "du 3 au 5 septembre", "September 3, 2014". */
    private boolean isDate(List<Token> tokens, int i) {
        if (tokens.get(i).text.length() > 2) {
            return false;
        }
        boolean afterMonth = i > 0 && isMonth(tokens.get(i - 1));
        if (afterMonth
                && (i + 1 == tokens.size()
                        || isChain(tokens.get(i + 1))
                        || tokens.get(i + 1).isMark())) {
            return true;
        }
        int next = i + 1;
        while (next < tokens.size() && isChain(tokens.get(next))) {
            next++;
        }
        return next < tokens.size() && isMonth(tokens.get(next));
    }

    private boolean isMonth(Token token) {
        return lexicon.months().contains(token.word());
    }

    /** What stands between numbers of one kind, and those numbers. */
    private boolean isChain(Token token) {
        return token.kind.equals("number")
                || token.is(",")
                || token.is("-")
                || token.is("–")
                || token.is(lexicon.beforeMonth())
                || lexicon.joiners().contains(token.word());
    }

    private static boolean isOrdinal(List<Token> tokens, int i) {
        return i + 1 < tokens.size()
                && tokens.get(i + 1).start == tokens.get(i).end
                && ORDINAL.matcher(tokens.get(i + 1).text).matches();
    }

    /** COVID-19, A/RES/73/195, F080: joined to a letter, or to a number that is, without a space. */
    private static boolean isGlued(List<Token> tokens, int i, String text) {
        int start = tokens.get(i).start;
        int end = tokens.get(i).end;
        boolean letterBefore = start > 0 && Character.isLetter(text.charAt(start - 1));
        boolean markBefore = start > 1
                && "-–/_:".indexOf(text.charAt(start - 1)) >= 0
                && (Character.isLetter(text.charAt(start - 2)) || (i > 1 && gluedNumber(tokens, i - 2, text)));
        boolean markAfter = end + 1 < text.length()
                && "-/_".indexOf(text.charAt(end)) >= 0
                && Character.isLetter(text.charAt(end + 1));
        return letterBefore || markBefore || markAfter;
    }

    private static boolean gluedNumber(List<Token> tokens, int i, String text) {
        return tokens.get(i).kind.equals("number") && isGlued(tokens, i, text);
    }

    /** "(2) to do this", unless a number in words stands before: "five (5) sessions". */
    private boolean isEnumerator(List<Token> tokens, int i) {
        boolean inBrackets = i > 0
                && i + 1 < tokens.size()
                && tokens.get(i - 1).is("(")
                && tokens.get(i + 1).is(")");
        return inBrackets
                && (i < 2 || !lexicon.numbers().containsKey(tokens.get(i - 2).word()));
    }

    /** "objectifs 1, 7, 16 et 23": all of them. */
    private boolean followsCodeWord(List<Token> tokens, int i) {
        for (int j = i - 1; j >= 0; j--) {
            Token before = tokens.get(j);
            if (lexicon.codes().contains(before.word())) {
                return true;
            }
            if (!isChain(before)) {
                return false;
            }
        }
        return false;
    }

    private BigDecimal value(String number) {
        String plain = number.replaceAll("[ \\u00a0\\u202f]", "");
        if (lexicon.point() == '.' && plain.matches("\\d{1,3}(,\\d{3})+(\\.\\d+)?")) {
            plain = plain.replace(",", "");
        }
        if (isPointed(plain)) {
            plain = plain.replace(".", "");
        }
        plain = plain.replace(',', '.');
        int points = plain.length() - plain.replace(".", "").length();
        return new BigDecimal(points > 1 ? plain.replace(".", "") : plain);
    }

    private static Typed typed(BigDecimal value, int start, int end, String text) {
        int from = Math.max(0, start - AROUND);
        int to = Math.min(text.length(), end + AROUND);
        String context = (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
        return new Typed(
                value,
                text.substring(start, end),
                context.replaceAll("\\s+", " ").replaceAll("…(?: ?…)+", "…"));
    }
}
