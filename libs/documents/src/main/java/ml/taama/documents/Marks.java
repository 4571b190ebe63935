package ml.taama.documents;

import java.util.List;
import java.util.stream.IntStream;

/** The references to notes, in reading order. */
final class Marks {

    private Marks() {}

    static IntStream in(List<Block> blocks) {
        return blocks.stream().flatMapToInt(block -> switch (block) {
            case Block.Heading heading -> runs(heading.text());
            case Block.Paragraph paragraph -> runs(paragraph.text());
            case Block.Items items -> items.items().stream().flatMapToInt(Marks::runs);
            case Block.Table table ->
                table.rows().stream().flatMap(List::stream).flatMapToInt(Marks::runs);
            case Block.Picture ignored -> IntStream.empty();
            case Block.Remark ignored -> IntStream.empty();
        });
    }

    private static IntStream runs(List<Inline> runs) {
        return runs.stream().flatMapToInt(run -> switch (run) {
            case Inline.Figure figure -> IntStream.of(figure.note());
            case Inline.NoteMark mark -> IntStream.of(mark.note());
            case Inline.Strong strong -> runs(strong.children());
            case Inline.Emphasis emphasis -> runs(emphasis.children());
            case Inline.Link link -> runs(link.children());
            case Inline.Foreign foreign -> runs(foreign.children());
            case Inline.Text ignored -> IntStream.empty();
            case Inline.Tag ignored -> IntStream.empty();
        });
    }
}
