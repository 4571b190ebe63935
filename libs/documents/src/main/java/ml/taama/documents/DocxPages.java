package ml.taama.documents;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ml.taama.documents.charts.Chart.Width;
import ml.taama.documents.charts.Svg;
import ml.taama.documents.fonts.Typeface;
import ml.taama.documents.fonts.Typeface.Weight;

/**
 * About on which page of the word processor each heading stands, from the lines that its text fills. Whoever opens the
 * file gets true numbers when the contents are brought up to date; until then, and in programs that never do so, these
 * stand there.
 */
final class DocxPages {

    /** Room for text on a page, in points, and the lines of the style sheet: size, then height with its spacing. */
    private static final double HEIGHT = 705;

    private static final double WIDTH = 470;
    private static final double RAGGED = 1.05;
    private static final double BODY = 11;
    private static final double BODY_LINE = 14.8;
    private static final double SMALL = 9.5;
    private static final double SMALL_LINE = 11.6;
    private static final double NOTE_LINE = 11.5;
    private static final int FIRST_AFTER_COVER = 2;

    private final Report report;
    private final Map<String, Integer> pages = new HashMap<>();
    private final Set<Integer> noted = new HashSet<>();
    private int page = FIRST_AFTER_COVER;
    private double filled;

    private DocxPages(Report report) {
        this.report = report;
    }

    /** From the identifier of a heading to its page. */
    static Map<String, Integer> of(Report report) {
        DocxPages pages = new DocxPages(report);
        pages.fill(2 * BODY_LINE);
        report.headings().stream()
                .filter(h -> h.level() <= 3)
                .forEach(h -> pages.fill(lines(h.plain(), WIDTH, BODY) * BODY_LINE + 4));
        report.blocks().forEach(pages::block);
        return pages.pages;
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading -> heading(heading);
            case Block.Paragraph paragraph -> paragraph(Inline.plain(paragraph.text()), 6);
            case Block.Items items -> items.items().forEach(item -> paragraph(Inline.plain(item), 3));
            case Block.Table table -> table(table);
            case Block.Picture picture -> picture(picture);
            case Block.Remark ignored -> {}
        }
        Marks.in(List.of(block))
                .filter(noted::add)
                .mapToObj(note -> Inline.plain(report.notes().get(note - 1).text()))
                .forEach(note -> fill(lines(note, WIDTH, 9) * NOTE_LINE));
    }

    /** A chapter begins a page; below it a heading keeps with its first lines. */
    private void heading(Block.Heading heading) {
        double height = lines(heading.plain(), WIDTH, heading.level() == 2 ? 17 : 13) * 18.0 + 20;
        if ((heading.level() == 2 && filled > 0) || filled + height + 2 * BODY_LINE > HEIGHT) {
            page++;
            filled = 0;
        }
        fill(height);
        pages.put(heading.id(), page);
    }

    private void paragraph(String text, double after) {
        for (int line = lines(text, WIDTH, BODY); line > 0; line--) {
            fill(BODY_LINE);
        }
        filled += after;
    }

    private void table(Block.Table table) {
        fill(3 * SMALL_LINE + 30);
        int whole = table.columns().stream().mapToInt(Block.Column::share).sum();
        for (List<List<Inline>> row : table.rows()) {
            int most = 1;
            for (int i = 0; i < row.size(); i++) {
                double room = WIDTH * table.columns().get(i).share() / whole - 6;
                most = Math.max(most, lines(Inline.plain(row.get(i)), room, SMALL));
            }
            fill(most * SMALL_LINE + 4.5);
        }
    }

    private void picture(Block.Picture picture) {
        Svg drawing = picture.chart().draw(Width.WIDE);
        fill(WIDTH * drawing.height() / drawing.width() + 30);
        if (picture.dataIn().isEmpty()) {
            int columns = picture.chart().table().header().size();
            picture.chart()
                    .table()
                    .rows()
                    .forEach(row -> fill(row.stream()
                                            .mapToInt(cell -> lines(cell, WIDTH / columns - 6, SMALL))
                                            .max()
                                            .orElse(1)
                                    * SMALL_LINE
                            + 4.5));
        }
    }

    private void fill(double height) {
        if (filled + height > HEIGHT) {
            page++;
            filled = 0;
        }
        filled += height;
    }

    private static int lines(String text, double room, double size) {
        return Math.max(1, (int) Math.ceil(Typeface.width(text, size, Weight.REGULAR) * RAGGED / room));
    }
}
