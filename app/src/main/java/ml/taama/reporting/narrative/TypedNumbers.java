package ml.taama.reporting.narrative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the figures that someone typed into a text. Dates, codes and ordinals are no figures: a year, a day of a month, a
 * number after a word such as "objectif" and the numbers joined to it, a dotted code, {@code COVID-19}, {@code 1er},
 * {@code (2)} at the head of an item.
 */
public final class TypedNumbers {

    /** A typed figure, with the words around it. */
    public record Typed(BigDecimal value, String text, String context) {}

    private static final Pattern TOKEN = Pattern.compile(
            "(?<number>\\d+(?:[ \\u00a0\\u202f]\\d{3})+(?![\\d])(?:[.,]\\d+)?|\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+(?:[.,]\\d+)*)"
                    + "|(?<word>[\\p{L}’'°]+)|(?<mark>[^\\s\\p{L}\\d])");
    private static final Pattern ORDINAL = Pattern.compile("er|re|e|ème|st|nd|rd|th|º|ª");
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
    }

    /** The figures typed in a text, in order. */
    public List<Typed> in(String text) {
        List<Token> tokens = tokens(text);
        List<Typed> typed = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind.equals("number") && !exempt(tokens, i, text)) {
                typed.add(typed(value(token.text), token, text));
            } else if (token.kind.equals("word")) {
                Integer value = lexicon.numbers().get(token.text.toLowerCase(Locale.ROOT));
                if (value != null) {
                    typed.add(typed(BigDecimal.valueOf(value), token, text));
                }
            }
        }
        return typed;
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            String kind = matcher.group("number") != null ? "number" : matcher.group("word") != null ? "word" : "mark";
            tokens.add(new Token(kind, matcher.group(), matcher.start(), matcher.end()));
        }
        return tokens;
    }

    private boolean exempt(List<Token> tokens, int i, String text) {
        Token token = tokens.get(i);
        return isYear(token.text)
                || isCode(token.text)
                || isDate(tokens, i)
                || isOrdinal(tokens, i)
                || isGlued(tokens, i, text)
                || isEnumerator(tokens, i)
                || followsCodeWord(tokens, i);
    }

    private static boolean isYear(String number) {
        return number.matches("(19|20)\\d\\d|2100");
    }

    /** 5.5.2, but not 5.5: one point is a decimal. */
    private boolean isCode(String number) {
        return number.matches("\\d+(\\.\\d+){2,}") && !isPointed(number);
    }

    /** 1.234.567 where the language writes a point between thousands. */
    private boolean isPointed(String number) {
        return lexicon.thousands() == '.' && number.matches("\\d{1,3}(\\.\\d{3})+(,\\d+)?");
    }

    /** "3 septembre", "3 de setembro". */
    private boolean isDate(List<Token> tokens, int i) {
        boolean joined = i + 1 < tokens.size() && tokens.get(i + 1).is(lexicon.beforeMonth());
        int month = joined ? i + 2 : i + 1;
        return month < tokens.size()
                && lexicon.months().contains(tokens.get(month).text.toLowerCase(Locale.ROOT));
    }

    private static boolean isOrdinal(List<Token> tokens, int i) {
        return i + 1 < tokens.size()
                && tokens.get(i + 1).start == tokens.get(i).end
                && ORDINAL.matcher(tokens.get(i + 1).text).matches();
    }

    /** COVID-19, A/RES/73, F080, 2019-2023: joined to a letter or a year by a mark, without a space. */
    private static boolean isGlued(List<Token> tokens, int i, String text) {
        int start = tokens.get(i).start;
        int end = tokens.get(i).end;
        boolean letterBefore = start > 0 && Character.isLetter(text.charAt(start - 1));
        boolean markBefore = start > 1
                && "-–/_:".indexOf(text.charAt(start - 1)) >= 0
                && Character.isLetterOrDigit(text.charAt(start - 2));
        boolean markAfter = end + 1 < text.length()
                && "-/_".indexOf(text.charAt(end)) >= 0
                && Character.isLetter(text.charAt(end + 1));
        return letterBefore || markBefore || markAfter;
    }

    /** "(2) to do this", unless a number in words stands before: "five (5) sessions". */
    private boolean isEnumerator(List<Token> tokens, int i) {
        boolean inBrackets = i > 0
                && i + 1 < tokens.size()
                && tokens.get(i - 1).is("(")
                && tokens.get(i + 1).is(")");
        return inBrackets
                && (i < 2
                        || !lexicon.numbers().containsKey(tokens.get(i - 2).text.toLowerCase(Locale.ROOT)));
    }

    /** "objectifs 1, 7, 16 et 23": all of them. */
    private boolean followsCodeWord(List<Token> tokens, int i) {
        for (int j = i - 1; j >= 0; j--) {
            Token before = tokens.get(j);
            String word = before.text.toLowerCase(Locale.ROOT);
            if (before.kind.equals("word") && lexicon.codes().contains(word)) {
                return true;
            }
            boolean chain = before.kind.equals("number")
                    || before.is(",")
                    || lexicon.joiners().contains(word);
            if (!chain) {
                return false;
            }
        }
        return false;
    }

    private BigDecimal value(String number) {
        String plain = number.replaceAll("[ \\u00a0\\u202f]", "");
        if (plain.matches("\\d{1,3}(,\\d{3})+")) {
            plain = plain.replace(",", "");
        }
        if (isPointed(plain)) {
            plain = plain.replace(".", "");
        }
        plain = plain.replace(',', '.');
        int points = plain.length() - plain.replace(".", "").length();
        return new BigDecimal(points > 1 ? plain.replace(".", "") : plain);
    }

    private static Typed typed(BigDecimal value, Token token, String text) {
        int from = Math.max(0, token.start - AROUND);
        int to = Math.min(text.length(), token.end + AROUND);
        String context = (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
        return new Typed(value, token.text, context.replace('\n', ' '));
    }
}
