package ml.taama.reference;

import java.util.Optional;
import ml.taama.platform.text.LocalText;

/**
 * Where something is known from.
 *
 * @param code as shown beside what it supports, for example {@code F080}
 * @param passage its own words, quoted exactly; absent where it is not quoted
 * @param document the document of which this is a passage, or itself
 */
public record Source(
        String code,
        Optional<String> partOf,
        String kind,
        LocalText title,
        Optional<LocalText> publisher,
        Optional<String> published,
        Optional<String> address,
        Optional<LocalText> locator,
        Optional<LocalText> passage,
        Optional<LocalText> document) {

    /** Whether no document confirms it. */
    public boolean recollection() {
        return kind.equals("recollection");
    }
}
