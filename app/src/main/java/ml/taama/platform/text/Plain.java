package ml.taama.platform.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as people search it: without case, accents, ligatures or typographic signs. */
public final class Plain {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    /** The gap between a digit and three more: 10 000 is searched as 10000. */
    private static final Pattern GROUPS = Pattern.compile("(?<=\\d) (?=\\d{3}(?!\\d))");

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Plain() {}

    /** Words in lower case, one space between them; numbers without marks between thousands. */
    public static String text(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        String words = bare.toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss");
        return GROUPS.matcher(SIGNS.matcher(words).replaceAll(" ").strip()).replaceAll("");
    }

    /** Whether a text has every word of a question, each at least as the beginning of a word. */
    public static boolean has(String plain, String question) {
        String padded = " " + plain;
        for (String word : text(question).split(" ", -1)) {
            if (!word.isEmpty() && !padded.contains(" " + word)) {
                return false;
            }
        }
        return true;
    }
}
