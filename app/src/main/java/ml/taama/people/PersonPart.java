package ml.taama.people;

import java.util.List;
import java.util.Optional;
import ml.taama.ui.Ui;

/** What another module shows on the page of a person, for example the cases; only what the reader may see. */
public interface PersonPart {

    /**
     * A line with a link.
     *
     * @param detail a few more words, or empty
     * @param path of its page, without language; empty when it has none
     */
    record Line(String text, String detail, String path) {}

    /**
     * A part of the page.
     *
     * @param title in the reader's language
     * @param action what the reader may begin here
     */
    record Block(String title, List<Line> lines, Optional<Line> action) {}

    /** The part, when there is something for the reader. */
    Optional<Block> of(Ui ui, Person person);
}
