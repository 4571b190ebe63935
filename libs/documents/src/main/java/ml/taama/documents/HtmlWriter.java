package ml.taama.documents;

import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import ml.taama.documents.fonts.Typeface;
import ml.taama.documents.fonts.Typeface.Weight;

/**
 * Writes a report as HTML: one self-contained file that needs no script and no network, or its parts to stand in
 * pages of a site. In both, a click on a figure opens its card (the HTML popover API, no script).
 *
 * <p>The markup is well-formed XML, so that the same code feeds the PDF.
 */
public final class HtmlWriter {

    private HtmlWriter() {}

    /** The report as one HTML file, style sheet and font included. */
    public static String page(Report report) {
        Html html = new Html();
        html.raw("<!DOCTYPE html>\n");
        open(html, report, Styles.screen() + fontFaces());
        html.raw("<body><a class=\"skip\" href=\"#" + HtmlArticle.BODY + "\">")
                .text(report.words().skip())
                .raw("</a>\n<main>");
        html.raw(new HtmlArticle(report, HtmlArticle.Medium.SCREEN).write());
        html.raw("</main></body></html>\n");
        return html.toString();
    }

    /**
     * One chapter as an {@code article} element, its heading of level 1; figures, tables and notes keep the numbers that
     * they have in the whole report.
     *
     * @param places from {@code #id} to the address of that place
     */
    public static String chapter(Report report, Chapter chapter, UnaryOperator<String> places) {
        return new HtmlArticle(report, HtmlArticle.Medium.SCREEN, places).chapter(chapter);
    }

    /**
     * The contents as a {@code nav} element.
     *
     * @param places from {@code #id} to the address of that place
     */
    public static String contents(Report report, UnaryOperator<String> places) {
        return new HtmlArticle(report, HtmlArticle.Medium.SCREEN, places).contentsOnly();
    }

    /** The report as XHTML for the PDF, its blocks in an order that fills the pages. */
    static String print(Report report, List<Block> order) {
        return print(report, new HtmlArticle(report, HtmlArticle.Medium.PRINT).write(order));
    }

    /** Some blocks of the report as they are printed, to be measured. */
    static String measured(Report report, List<Block> some) {
        return print(report, new HtmlArticle(report, HtmlArticle.Medium.PRINT).part(some));
    }

    private static String print(Report report, String body) {
        Html html = new Html();
        open(html, report, Styles.print());
        return html.raw("<body>").raw(body).raw("</body></html>\n").toString();
    }

    private static void open(Html html, Report report, String css) {
        Metadata meta = report.metadata();
        String language = report.language().toLanguageTag();
        html.raw("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"" + language + "\"><head>");
        html.raw("<meta charset=\"utf-8\"/><title>").text(meta.title()).raw("</title>");
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        html.raw("<meta name=\"author\" content=\"").text(meta.author()).raw("\"/>");
        html.raw("<meta name=\"subject\" content=\"").text(meta.subject()).raw("\"/>");
        html.raw("<meta name=\"description\" content=\"").text(meta.subject()).raw("\"/>");
        html.raw("<style>").raw(css).raw("</style></head>\n");
    }

    private static String fontFaces() {
        StringBuilder css = new StringBuilder();
        for (Weight weight : Weight.values()) {
            String data = Base64.getEncoder().encodeToString(Typeface.woff2("latin", weight));
            css.append("@font-face{font-family:'Source Sans Pro';font-weight:")
                    .append(weight.number())
                    .append(";src:url(data:font/woff2;base64,")
                    .append(data)
                    .append(") format('woff2')}");
        }
        return css.toString();
    }
}
