package ml.taama.documents;

import java.util.HashSet;
import java.util.Set;

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

    /** Whether the markup written so far ends with some text. */
    boolean endsWith(String ending) {
        return out.length() >= ending.length() && out.indexOf(ending, out.length() - ending.length()) >= 0;
    }

    static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> {
                    if (c >= ' ' || c == '\n' || c == '\t') {
                        out.append(c);
                    }
                }
            }
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }

    /** Identifiers already given: XML wants each once. */
    static final class Ids {

        private final Set<String> given = new HashSet<>();

        String unique(String wanted) {
            String id = wanted;
            for (int i = 2; !given.add(id); i++) {
                id = wanted + "-" + i;
            }
            return id;
        }
    }
}
