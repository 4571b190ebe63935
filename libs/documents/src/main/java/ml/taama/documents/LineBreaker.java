package ml.taama.documents;

import com.openhtmltopdf.extend.FSTextBreaker;

/**
 * Where a line of the PDF may end: after a space that is not a no-break space, after a hyphen or a dash between letters,
 * after a slash of an address. Java's own breaker would also end a line after the apostrophe of {@code l’État}.
 */
final class LineBreaker implements FSTextBreaker {

    private static final int DONE = -1;

    private String text = "";
    private int at;

    @Override
    public void setText(String line) {
        text = line;
        at = 0;
    }

    @Override
    public int next() {
        while (at < text.length()) {
            at++;
            if (at == text.length() || mayEndBefore(at)) {
                return at;
            }
        }
        return DONE;
    }

    private boolean mayEndBefore(int index) {
        char before = text.charAt(index - 1);
        char after = text.charAt(index);
        return switch (before) {
            case ' ' -> after != ' ';
            case '-', '–' -> index > 1 && Character.isLetter(text.charAt(index - 2)) && Character.isLetter(after);
            case '/' -> Character.isLetterOrDigit(after);
            default -> false;
        };
    }
}
