package ml.taama.platform.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The typography of a language, applied to plain text: in French a narrow no-break space (U+202F) before {@code ; ! ?}
 * and a no-break space (U+00A0) before a colon and inside « », and curled apostrophes (Imprimerie nationale,
 * <em>Lexique des règles typographiques</em>). Applying it twice changes nothing. Addresses are left alone.
 */
public final class Typography {

    private static final char NARROW = '\u202f';
    private static final char NO_BREAK = '\u00a0';

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S*");

    private Typography() {}

    /** The text as it is printed in its language. */
    public static String apply(String text, Locale language) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        Matcher addresses = ADDRESS.matcher(text);
        int from = 0;
        while (addresses.find()) {
            print(text.substring(from, addresses.start()), language, out);
            out.append(addresses.group());
            from = addresses.end();
        }
        print(text.substring(from), language, out);
        return out.toString();
    }

    /**
     * Whether the mark of a note stands before the punctuation, as the Imprimerie nationale wants it; elsewhere it stands
     * after (New Hart’s Rules).
     */
    public static boolean notesBeforePunctuation(Locale language) {
        return language.getLanguage().equals("fr");
    }

    private static void print(String text, Locale language, StringBuilder out) {
        if (language.getLanguage().equals("fr")) {
            french(text, out);
        } else {
            out.append(text.replace('\'', '’'));
        }
    }

    private static void french(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case ';', '!', '?' -> spaceBefore(out, NARROW).append(c);
                case ':' -> colon(out, text, i);
                case '»' -> spaceBefore(out, NO_BREAK).append(c);
                case '«' -> {
                    out.append(c).append(NO_BREAK);
                    while (i + 1 < text.length() && isSpace(text.charAt(i + 1))) {
                        i++;
                    }
                }
                case '%' -> (endsWithDigit(out) ? spaceBefore(out, NO_BREAK) : out).append(c);
                case '\'' -> out.append('’');
                default -> out.append(c);
            }
        }
    }

    /** A colon in the middle of a word belongs to a code, a time or an address. */
    private static void colon(StringBuilder out, String text, int at) {
        boolean ends = at + 1 == text.length() || isSpace(text.charAt(at + 1));
        if (ends && !out.isEmpty()) {
            spaceBefore(out, NO_BREAK);
        }
        out.append(':');
    }

    private static StringBuilder spaceBefore(StringBuilder out, char space) {
        int end = out.length();
        while (end > 0 && isSpace(out.charAt(end - 1))) {
            end--;
        }
        if (end == 0) {
            // A piece of a sentence: the word before the mark stands in another piece, for example a figure.
            boolean pieced = !out.isEmpty();
            out.setLength(0);
            return pieced ? out.append(space) : out;
        }
        char before = out.charAt(end - 1);
        boolean spaced = end < out.length();
        out.setLength(end);
        boolean glued = !spaced && !(Character.isLetterOrDigit(before) || before == ')' || before == '»');
        return glued ? out : out.append(space);
    }

    private static boolean endsWithDigit(StringBuilder out) {
        int end = out.length();
        while (end > 0 && isSpace(out.charAt(end - 1))) {
            end--;
        }
        return end > 0 && Character.isDigit(out.charAt(end - 1));
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == NARROW || c == NO_BREAK;
    }
}
