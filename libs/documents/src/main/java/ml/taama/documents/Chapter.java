package ml.taama.documents;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a report from one heading of level 2 to the next.
 *
 * @param blocks what follows the heading
 */
public record Chapter(Block.Heading heading, List<Block> blocks) {

    private static final int LEVEL = 2;

    /** Copies the list. */
    public Chapter {
        blocks = List.copyOf(blocks);
    }

    /** Whether a heading or a table of this identifier stands in the chapter. */
    public boolean holds(String id) {
        return heading.id().equals(id)
                || blocks.stream().anyMatch(b -> switch (b) {
                    case Block.Heading h -> h.id().equals(id);
                    case Block.Table t -> t.id().equals(id);
                    default -> false;
                });
    }

    /** The chapters of a report, in order; what stands before the first heading is in none. */
    static List<Chapter> of(Report report) {
        List<Chapter> chapters = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        Block.Heading heading = null;
        for (Block block : report.blocks()) {
            if (block instanceof Block.Heading next && next.level() == LEVEL) {
                if (heading != null) {
                    chapters.add(new Chapter(heading, blocks));
                }
                heading = next;
                blocks = new ArrayList<>();
            } else {
                blocks.add(block);
            }
        }
        if (heading != null) {
            chapters.add(new Chapter(heading, blocks));
        }
        return chapters;
    }
}
