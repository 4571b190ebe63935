package ml.taama.documents;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A report, ready to be written in any format.
 *
 * @param language of everything not marked otherwise ({@link Inline.Foreign})
 * @param blocks in reading order; headings may not skip a level downward
 * @param notes in order of their numbers, starting at 1 without a gap; the text refers to each, and for the first time
 *     in that order, so that a word processor numbers them alike
 */
public record Report(Locale language, Metadata metadata, List<Block> blocks, List<Note> notes, Words words) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException when notes are not numbered 1, 2, 3… and first referred to in that order, when
     *     a heading skips a level, when an identifier is given twice, or when a picture has its data in no table
     */
    public Report {
        blocks = List.copyOf(blocks);
        notes = List.copyOf(notes);
        for (int i = 0; i < notes.size(); i++) {
            if (notes.get(i).number() != i + 1) {
                throw new IllegalArgumentException("Note " + notes.get(i).number() + " stands at place " + (i + 1));
            }
        }
        int level = 1;
        for (Block block : blocks) {
            if (block instanceof Block.Heading heading) {
                if (heading.level() > level + 1) {
                    throw new IllegalArgumentException("Heading '" + heading.id() + "' skips a level");
                }
                level = heading.level();
            }
        }
        AtomicInteger last = new AtomicInteger();
        Marks.in(blocks).forEach(note -> {
            if (note > last.get() + 1) {
                throw new IllegalArgumentException("Note " + note + " is referred to before note " + (note - 1));
            }
            last.accumulateAndGet(note, Math::max);
        });
        Ids.check(blocks);
        if (last.get() != notes.size()) {
            throw new IllegalArgumentException(notes.size() + " notes, of which " + last.get() + " are referred to");
        }
    }

    /** The chapters, in order. */
    public List<Chapter> chapters() {
        return Chapter.of(this);
    }

    /** The headings, for contents and bookmarks. */
    public List<Block.Heading> headings() {
        return blocks.stream()
                .filter(Block.Heading.class::isInstance)
                .map(Block.Heading.class::cast)
                .toList();
    }
}
