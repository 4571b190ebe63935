package ml.taama.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import ml.taama.documents.Block;
import ml.taama.documents.Inline;

/** The words of a composed report. */
final class ReportTexts {

    private ReportTexts() {}

    static String plain(List<Block> blocks) {
        return blocks.stream()
                .map(block -> String.join(
                        "\n", texts(block).stream().map(Inline::plain).toList()))
                .collect(Collectors.joining("\n"));
    }

    static String notes(Composition composition) {
        return composition.report().notes().stream()
                .map(n -> Inline.plain(n.text()))
                .collect(Collectors.joining("\n"));
    }

    private static List<List<Inline>> texts(Block block) {
        return switch (block) {
            case Block.Heading heading -> List.of(heading.text());
            case Block.Paragraph paragraph -> List.of(paragraph.text());
            case Block.Items items -> items.items();
            case Block.Table table ->
                table.rows().stream().flatMap(List::stream).toList();
            case Block.Remark remark -> remark.items();
            case Block.Picture picture ->
                picture.chart().table().rows().stream()
                        .flatMap(List::stream)
                        .map(Inline::text)
                        .toList();
        };
    }

    /** Runs of text of blocks, notes and cards that are not marked as of another language. */
    static List<String> lines(Composition composition) {
        List<String> lines = new ArrayList<>();
        composition.report().blocks().forEach(block -> texts(block).forEach(runs -> own(runs, lines)));
        composition.report().notes().forEach(note -> own(note.text(), lines));
        return lines;
    }

    private static void own(List<Inline> runs, List<String> lines) {
        for (Inline run : runs) {
            switch (run) {
                case Inline.Foreign ignored -> {}
                case Inline.Strong strong -> own(strong.children(), lines);
                case Inline.Emphasis emphasis -> own(emphasis.children(), lines);
                case Inline.Figure figure -> {
                    lines.add(figure.text());
                    lines.add(figure.card().title());
                    figure.card().lines().forEach(line -> own(line.text(), lines));
                    figure.card().others().forEach(other -> own(other, lines));
                }
                default -> lines.add(Inline.plain(List.of(run)));
            }
        }
    }
}
