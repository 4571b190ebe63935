package ml.taama.documents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import ml.taama.documents.charts.Chart;
import ml.taama.documents.charts.Chart.Width;
import ml.taama.documents.charts.Grid;

/** Cover, contents, blocks and notes of one report as HTML. */
final class HtmlArticle {

    enum Medium {
        SCREEN,
        PRINT
    }

    static final String BODY = "report-body";
    private static final int CONTENTS_DEPTH = 3;

    private final Report report;
    private final Medium medium;
    private final Html html = new Html();
    private final HtmlInlines inlines;
    private final UnaryOperator<String> places;
    private final Map<String, Integer> tables = new HashMap<>();
    private int pictures;
    private int lift;

    HtmlArticle(Report report, Medium medium) {
        this(report, medium, UnaryOperator.identity());
    }

    /**
     * An article whose parts stand on pages of their own.
     *
     * @param places from {@code #id} to the address of that place
     */
    HtmlArticle(Report report, Medium medium, UnaryOperator<String> places) {
        this.report = report;
        this.medium = medium;
        this.places = places;
        this.inlines = new HtmlInlines(html, report.words(), medium, places);
        for (Block block : report.blocks()) {
            if (block instanceof Block.Table table) {
                tables.put(table.id(), tables.size() + 1);
            }
        }
    }

    String write() {
        return write(report.blocks());
    }

    /** The report with its blocks in another order. */
    String write(List<Block> order) {
        boolean remarks = medium == Medium.SCREEN && report.blocks().stream().anyMatch(Block.Remark.class::isInstance);
        html.raw("<article class=\"report" + (remarks ? " draft" : "") + "\" lang=\""
                + report.language().toLanguageTag() + "\">");
        cover(remarks);
        contents();
        html.raw("<div class=\"report-body\" id=\"" + BODY + "\">");
        blocks(order);
        notes(report.notes());
        html.raw("</div>");
        inlines.cards();
        html.raw("</article>");
        return html.toString();
    }

    /** Some blocks alone, as they stand in the body. */
    String part(List<Block> some) {
        html.raw("<div class=\"report-body\" id=\"" + BODY + "\">");
        blocks(some);
        return html.raw("</div>").toString();
    }

    /** One chapter alone: its heading is of level 1, numbers are those of the whole report. */
    String chapter(Chapter chapter) {
        lift = 1;
        pictures = (int) report.blocks().stream()
                .takeWhile(b -> !b.equals(chapter.heading()))
                .filter(Block.Picture.class::isInstance)
                .count();
        boolean remarks = chapter.blocks().stream().anyMatch(Block.Remark.class::isInstance);
        html.raw("<article class=\"report" + (remarks ? " draft" : "") + "\" lang=\""
                + report.language().toLanguageTag() + "\">");
        heading(chapter.heading());
        if (remarks) {
            remarksSwitch();
        }
        blocks(chapter.blocks());
        Set<Integer> cited = Marks.in(chapter.blocks()).boxed().collect(Collectors.toSet());
        notes(report.notes().stream().filter(n -> cited.contains(n.number())).toList());
        inlines.cards();
        html.raw("</article>");
        return html.toString();
    }

    /** The contents alone. */
    String contentsOnly() {
        contents();
        return html.toString();
    }

    private void cover(boolean remarks) {
        Metadata meta = report.metadata();
        html.raw("<header class=\"cover\">");
        html.raw(medium == Medium.SCREEN ? Motif.screen(meta.flag()) : Motif.print(meta.flag()));
        html.raw("<p class=\"cover-author\">").text(meta.author()).raw("</p><h1>");
        html.text(meta.title()).raw("</h1><p class=\"cover-subtitle\">").text(meta.subtitle());
        html.raw("</p><p class=\"cover-edition\">").text(meta.dateInWords()).raw("<br/>");
        html.text(meta.edition()).raw("</p>");
        if (remarks) {
            remarksSwitch();
        }
        html.raw("</header>");
    }

    private void remarksSwitch() {
        html.raw("<p class=\"remarks-switch\"><label><input type=\"checkbox\" checked=\"checked\"/> ");
        html.text(report.words().remarks()).raw("</label></p>");
    }

    private void contents() {
        html.raw("<nav class=\"contents\" aria-labelledby=\"contents-title\">");
        html.raw("<h2 id=\"contents-title\">").text(report.words().contents()).raw("</h2><ul>");
        int depth = 2;
        boolean open = false;
        for (Block.Heading heading : report.headings()) {
            if (heading.level() > CONTENTS_DEPTH) {
                continue;
            }
            if (heading.level() > depth) {
                html.raw("<ul>");
            } else {
                html.raw(open ? "</li>" : "");
                for (int i = heading.level(); i < depth; i++) {
                    html.raw("</ul></li>");
                }
            }
            html.raw("<li><a href=\"")
                    .text(places.apply("#" + heading.id()))
                    .raw("\">")
                    .text(heading.plain())
                    .raw("</a>");
            depth = heading.level();
            open = true;
        }
        html.raw(open ? "</li>" : "");
        for (int i = 2; i < depth; i++) {
            html.raw("</ul></li>");
        }
        html.raw("</ul></nav>");
    }

    /**
     * A block with the remarks that follow it in the report. In the markup they precede it, so that in the margin they
     * begin level with it, and its {@code aria-details} names the first (it takes one, ARIA 1.2); beneath a heading they are level with its text.
     */
    private void blocks(List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            int from = i + 1;
            while (i + 1 < blocks.size() && blocks.get(i + 1) instanceof Block.Remark) {
                i++;
            }
            List<Block> remarks = medium == Medium.SCREEN ? blocks.subList(from, i + 1) : List.of();
            Block block = blocks.get(from - 1);
            if (remarks.isEmpty() || block instanceof Block.Heading || block instanceof Block.Remark) {
                block(block);
                remarks.forEach(this::block);
            } else {
                html.raw("<div class=\"remarked\">");
                remarks.forEach(this::block);
                html.raw("<div class=\"subject\" role=\"group\" aria-details=\"" + first(remarks) + "\">");
                block(block);
                html.raw("</div></div>\n");
            }
        }
    }

    private static String first(List<Block> remarks) {
        return ((Block.Remark) remarks.getFirst()).id();
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading -> heading(heading);
            case Block.Paragraph paragraph -> {
                html.raw("<p>");
                inlines.write(paragraph.text());
                html.raw("</p>\n");
            }
            case Block.Items items -> items(items);
            case Block.Table table -> table(table);
            case Block.Picture picture -> picture(picture);
            case Block.Remark remark -> remark(remark);
        }
    }

    private void heading(Block.Heading heading) {
        String tag = "h" + (heading.level() - lift);
        html.raw("<" + tag + " id=\"" + heading.id() + "\">");
        if (!heading.number().isEmpty()) {
            html.raw("<span class=\"number\">").text(heading.number()).raw("</span> ");
        }
        inlines.write(heading.text());
        html.raw("</" + tag + ">\n");
    }

    private void items(Block.Items items) {
        String tag = items.numbered() ? "ol" : "ul";
        html.raw("<" + tag + ">");
        for (List<Inline> item : items.items()) {
            html.raw("<li>");
            inlines.write(item);
            html.raw("</li>");
        }
        html.raw("</" + tag + ">\n");
    }

    private void table(Block.Table table) {
        html.raw("<div class=\"table-room\"" + (medium == Medium.SCREEN ? " tabindex=\"0\" role=\"group\"" : ""));
        html.raw(medium == Medium.SCREEN ? " aria-labelledby=\"" + table.id() + "-caption\">" : ">");
        html.raw("<table id=\"" + table.id() + "\"><caption id=\"" + table.id() + "-caption\"><span class=\"number\">");
        html.text(report.words().table() + " " + tables.get(table.id())).raw("</span> — ");
        html.text(table.caption()).raw("</caption><colgroup>");
        table.columns().forEach(c -> html.raw("<col class=\"w" + c.share() + "\"/>"));
        html.raw("</colgroup><thead><tr>");
        for (Block.Column column : table.columns()) {
            html.raw("<th scope=\"col\"" + numeric(column.numeric()) + ">")
                    .text(column.label())
                    .raw("</th>");
        }
        html.raw("</tr></thead><tbody>");
        for (List<List<Inline>> row : table.rows()) {
            html.raw("<tr>");
            for (int i = 0; i < row.size(); i++) {
                html.raw("<td" + numeric(table.columns().get(i).numeric()) + ">");
                inlines.write(row.get(i));
                html.raw("</td>");
            }
            html.raw("</tr>");
        }
        html.raw("</tbody></table></div>\n");
    }

    private static String numeric(boolean numeric) {
        return numeric ? " class=\"numeric\"" : "";
    }

    private void picture(Block.Picture picture) {
        Chart chart = picture.chart();
        html.raw("<figure>");
        if (medium == Medium.SCREEN) {
            html.raw(chart.draw(Width.WIDE).element(chart.description(), "chart wide"));
            html.raw(chart.draw(Width.NARROW).element(chart.description(), "chart narrow"));
        } else {
            html.raw("<div class=\"picture\">");
            html.raw(chart.draw(Width.WIDE).printed(chart.description()));
        }
        html.raw("<figcaption><span class=\"number\">").text(report.words().figure() + " " + ++pictures);
        html.raw("</span> — ").text(picture.caption());
        if (!picture.dataIn().isEmpty()) {
            html.raw(" (<a href=\"").text(places.apply("#" + picture.dataIn())).raw("\">");
            html.text(report.words().table() + " " + tables.get(picture.dataIn()))
                    .raw("</a>)");
        }
        html.raw(medium == Medium.SCREEN ? "</figcaption>" : "</figcaption></div>");
        if (picture.dataIn().isEmpty()) {
            data(chart);
        }
        html.raw("</figure>\n");
    }

    private void data(Chart chart) {
        if (medium == Medium.SCREEN) {
            html.raw("<details><summary>").text(report.words().data()).raw("</summary>");
        } else {
            html.raw("<div class=\"data\">");
        }
        Grid grid = chart.table();
        html.raw("<table class=\"small\"><thead><tr>");
        grid.header().forEach(h -> html.raw("<th scope=\"col\">").text(h).raw("</th>"));
        html.raw("</tr></thead><tbody>");
        for (List<String> row : grid.rows()) {
            html.raw("<tr>");
            row.forEach(cell -> html.raw("<td>").text(cell).raw("</td>"));
            html.raw("</tr>");
        }
        html.raw("</tbody></table>").raw(medium == Medium.SCREEN ? "</details>" : "</div>");
    }

    private void remark(Block.Remark remark) {
        if (medium == Medium.PRINT) {
            return;
        }
        html.raw("<div class=\"remark " + remark.severity() + "\" role=\"note\" id=\"" + remark.id() + "\">");
        html.raw("<p class=\"remark-title\">").text(remark.title()).raw("</p>");
        boolean several = remark.items().size() > 1;
        html.raw(several ? "<ul>" : "");
        for (List<Inline> item : remark.items()) {
            html.raw(several ? "<li>" : "<p>");
            inlines.write(item);
            html.raw(several ? "</li>" : "</p>");
        }
        html.raw(several ? "</ul></div>\n" : "</div>\n");
    }

    private void notes(List<Note> notes) {
        if (notes.isEmpty()) {
            return;
        }
        html.raw("<h2 id=\"notes\">").text(report.words().notes()).raw("</h2><ol class=\"notes\">");
        for (Note note : notes) {
            html.raw("<li id=\"note-" + note.number() + "\"" + value(note) + ">");
            inlines.write(note.text());
            if (medium == Medium.SCREEN && inlines.marked(note.number())) {
                html.raw(" <a class=\"back\" href=\"#mark-" + note.number() + "\" aria-label=\"");
                html.text(report.words().backToText() + " " + note.number()).raw("\">↑</a>");
            }
            html.raw("</li>");
        }
        html.raw("</ol>\n");
    }

    /** Within a chapter a list does not start at 1, nor count without gaps. */
    private String value(Note note) {
        return lift == 0 ? "" : " value=\"" + note.number() + "\"";
    }
}
