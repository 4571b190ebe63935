package ml.taama.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The style sheets of this library. */
public final class Styles {

    private Styles() {}

    /** For a report on screen, in light and dark, and for its charts. */
    public static String screen() {
        return charts() + read("report.css") + widths();
    }

    /** For charts on a page: what changes in the dark, and which of two widths is shown. */
    public static String charts() {
        return read("charts.css");
    }

    static String print() {
        return read("print.css") + widths();
    }

    /** Widths of columns, as classes: an inline style would need a weaker content-security policy. */
    private static String widths() {
        StringBuilder css = new StringBuilder();
        for (int share = 1; share <= 100; share++) {
            css.append(".w").append(share).append("{width:").append(share).append("%}");
        }
        return css.append('\n').toString();
    }

    private static String read(String name) {
        try (InputStream in = Styles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Missing from the library: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
