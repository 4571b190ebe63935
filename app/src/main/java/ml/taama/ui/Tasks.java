package ml.taama.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A module that knows what is asked of who is signed in. */
public interface Tasks {

    /**
     * Something to do.
     *
     * @param text in the reader's language
     * @param path of the page where it is done, without language
     */
    record Task(String text, String path, Optional<LocalDate> deadline) {}

    /** What waits for who reads. */
    List<Task> of(Ui ui);
}
