package ml.taama.linkage.names;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;

/** Letters without accents: any Latin spelling in ASCII; what has no ASCII form stays as it is. */
public final class Unicode {

    private static final Map<Integer, String> PLAIN = Map.ofEntries(
            Map.entry((int) 'ɔ', "o"),
            Map.entry((int) 'Ɔ', "O"),
            Map.entry((int) 'ɛ', "e"),
            Map.entry((int) 'Ɛ', "E"),
            Map.entry((int) 'ɲ', "ny"),
            Map.entry((int) 'Ɲ', "Ny"),
            Map.entry((int) 'ŋ', "ng"),
            Map.entry((int) 'Ŋ', "Ng"),
            Map.entry((int) 'ɓ', "b"),
            Map.entry((int) 'Ɓ', "B"),
            Map.entry((int) 'ɗ', "d"),
            Map.entry((int) 'Ɗ', "D"),
            Map.entry((int) 'ƴ', "y"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ı', "i"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'Œ', "Oe"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'Æ', "Ae"),
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) '’', "'"),
            Map.entry((int) '‘', "'"),
            Map.entry((int) 'ʼ', "'"),
            Map.entry((int) '–', "-"),
            Map.entry((int) '—', "-"),
            Map.entry((int) '\u00a0', " "),
            Map.entry((int) '\u202f', " "));

    private Unicode() {}

    /** Compatibility decomposition (NFKD), combining marks dropped, special letters replaced. */
    public static String ascii(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKD).codePoints().forEach(point -> {
            String plain = PLAIN.get(point);
            if (plain != null) {
                out.append(plain);
            } else if (Character.getType(point) != Character.NON_SPACING_MARK) {
                out.appendCodePoint(point);
            }
        });
        return out.toString();
    }

    /** One space between words, nothing around. */
    static String oneSpace(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c)) {
                out.append(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        if (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }

    /** The characters that pass, in order. */
    static String only(String text, IntPredicate passes) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().filter(passes).forEach(out::appendCodePoint);
        return out.toString();
    }

    /** ASCII, lower case, one space between words, nothing around. */
    public static String plain(String text) {
        return oneSpace(ascii(text).toLowerCase(Locale.ROOT));
    }
}
