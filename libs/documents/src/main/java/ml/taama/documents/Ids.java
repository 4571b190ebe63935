package ml.taama.documents;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The identifiers of a report: each is given once, and a picture names a table that is there. */
final class Ids {

    private final Set<String> given = new HashSet<>();

    private Ids() {}

    /**
     * Checks them.
     *
     * @throws IllegalArgumentException when one is given twice, or when a picture has its data in no table
     */
    static void check(List<Block> blocks) {
        Ids ids = new Ids();
        blocks.forEach(ids::block);
        for (Block block : blocks) {
            if (block instanceof Block.Picture picture && !picture.dataIn().isEmpty()) {
                boolean there = blocks.stream()
                        .anyMatch(b ->
                                b instanceof Block.Table table && table.id().equals(picture.dataIn()));
                if (!there) {
                    throw new IllegalArgumentException("No table '" + picture.dataIn() + "' for a picture");
                }
            }
        }
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading -> {
                give(heading.id());
                runs(heading.text());
            }
            case Block.Paragraph paragraph -> runs(paragraph.text());
            case Block.Items items -> items.items().forEach(this::runs);
            case Block.Table table -> {
                give(table.id());
                table.rows().forEach(row -> row.forEach(this::runs));
            }
            case Block.Picture ignored -> {}
            case Block.Remark remark -> give(remark.id());
        }
    }

    private void runs(List<Inline> runs) {
        runs.forEach(run -> {
            switch (run) {
                case Inline.Figure figure -> give(figure.id());
                case Inline.Strong strong -> runs(strong.children());
                case Inline.Emphasis emphasis -> runs(emphasis.children());
                case Inline.Link link -> runs(link.children());
                case Inline.Foreign foreign -> runs(foreign.children());
                case Inline.Text ignored -> {}
                case Inline.Tag ignored -> {}
                case Inline.NoteMark ignored -> {}
            }
        });
    }

    private void give(String id) {
        if (!given.add(id)) {
            throw new IllegalArgumentException("The identifier '" + id + "' is given twice");
        }
    }
}
