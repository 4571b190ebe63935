package ml.taama.documents;

/** Markup under construction. */
final class Html {

    private final StringBuilder out = new StringBuilder(1 << 16);

    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    Html text(String text) {
        escape(text, out);
        return this;
    }

    /** Leaves out what XML cannot hold: control characters, halves of surrogate pairs, non-characters. */
    static void escape(String text, StringBuilder out) {
        text.codePoints().filter(Html::printable).forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(c);
            }
        });
    }

    /** The production {@code Char} of XML 1.0. */
    private static boolean printable(int c) {
        return c == '\n' || c == '\t' || (c >= ' ' && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c > 0xFFFF;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
