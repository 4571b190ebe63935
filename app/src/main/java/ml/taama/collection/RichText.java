package ml.taama.collection;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown (CommonMark) as HTML that can do no harm: markup in it is shown, not run, and addresses are of known kinds. */
final class RichText {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .percentEncodeUrls(true)
            .build();

    private RichText() {}

    static String html(String markdown) {
        return RENDERER.render(PARSER.parse(markdown));
    }
}
