package ml.taama.documents;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.PageBox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Orders the blocks of a report so that pages are full: a picture that finds no room stands at the top of the next
 * page, and text from below it, within the same chapter, fills the page that it leaves. Pictures keep their order, and
 * so does the text.
 */
final class PageFiller {

    /** Lays out some blocks. */
    interface Press {
        PdfBoxRenderer print(List<Block> blocks) throws IOException;
    }

    /** Share of a page that may stay empty. */
    private static final double BLANK = 0.15;

    private final Press press;
    private List<Block> order;

    private PageFiller(List<Block> blocks, Press press) {
        this.order = blocks.stream().filter(b -> !(b instanceof Block.Remark)).toList();
        this.press = press;
    }

    static List<Block> fill(List<Block> blocks, Press press) throws IOException {
        PageFiller filler = new PageFiller(blocks, press);
        int next = 0;
        while (next >= 0) {
            next = filler.improve(next);
        }
        return filler.order;
    }

    /** Fills the page before the first picture at or after an index; returns where to go on, or -1 at the end. */
    private int improve(int from) throws IOException {
        int end = order.size();
        while (end > 0 && !(order.get(end - 1) instanceof Block.Picture)) {
            end--;
        }
        if (end <= from) {
            return -1;
        }
        while (end < order.size() && !chapter(order.get(end))) {
            end++;
        }
        try (PdfBoxRenderer printed = press.print(order.subList(0, end))) {
            List<Box> boxes =
                    printed.getSharedContext().getBoxById(HtmlArticle.BODY).getChildren();
            List<PageBox> pages = printed.getRootBox().getLayer().getPages();
            for (int i = Math.max(1, from); i < end; i++) {
                double blank = order.get(i) instanceof Block.Picture ? blank(boxes, i, pages) : 0;
                List<Integer> text = blank == 0 ? List.of() : text(i, boxes, blank);
                if (!text.isEmpty()) {
                    move(i, text);
                    return i + text.size() + 1;
                }
            }
            return -1;
        }
    }

    private static boolean chapter(Block block) {
        return block instanceof Block.Heading heading && heading.level() == 2;
    }

    /** Height left empty on the page before a block that begins a page; zero when that may be so. */
    private static double blank(List<Box> boxes, int index, List<PageBox> pages) {
        Box before = boxes.get(index - 1);
        int bottom = before.getAbsY() + before.getHeight();
        PageBox page = page(pages, bottom - 1);
        double blank = (double) page.getBottom() - bottom;
        // The figure begins where the text ends; what it holds has gone to the next page.
        boolean moved = boxes.get(index).getChild(0).getAbsY() >= page.getBottom();
        return moved && blank > BLANK * (page.getBottom() - page.getTop()) ? blank : 0;
    }

    private static PageBox page(List<PageBox> pages, int y) {
        return pages.stream().filter(p -> y < p.getBottom()).findFirst().orElseGet(pages::getLast);
    }

    /** The blocks below a picture that fill a height, never ending between what belongs together. */
    private List<Integer> text(int picture, List<Box> boxes, double height) {
        List<Integer> text = new ArrayList<>();
        double filled = 0;
        for (int i = picture + 1; i < order.size() && !chapter(order.get(i)); i++) {
            if (order.get(i) instanceof Block.Picture) {
                continue;
            }
            if (filled >= height && !leads(order.get(text.getLast()), order.get(i))) {
                break;
            }
            text.add(i);
            filled += boxes.get(i).getHeight();
        }
        return text;
    }

    private static boolean leads(Block block, Block next) {
        return block instanceof Block.Heading || next instanceof Block.Items;
    }

    private void move(int picture, List<Integer> text) {
        List<Block> moved = text.stream().map(order::get).toList();
        List<Block> rest = new ArrayList<>();
        for (int i = picture; i < order.size(); i++) {
            if (!text.contains(i)) {
                rest.add(order.get(i));
            }
        }
        order = Stream.of(order.subList(0, picture), moved, rest)
                .flatMap(List::stream)
                .toList();
    }
}
