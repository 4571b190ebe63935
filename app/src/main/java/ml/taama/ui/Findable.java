package ml.taama.ui;

import java.util.List;

/** A module whose things can be found from the workspace; it gives only what the person who asks may see. */
public interface Findable {

    /**
     * Something found.
     *
     * @param kind key of the name of its kind
     * @param title in the reader's language
     * @param detail a few more words, or empty
     * @param path of its page, without language
     */
    record Found(String kind, String title, String detail, String path) {}

    /** What a question finds, best first. */
    List<Found> find(Ui ui, String question, int most);
}
