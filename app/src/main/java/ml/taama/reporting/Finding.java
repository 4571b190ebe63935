package ml.taama.reporting;

import java.util.Optional;
import ml.taama.platform.text.LocalText;

/**
 * A contradiction as a reader sees it.
 *
 * @param id under which an answer is kept
 * @param section of the report where it shows, and its title
 * @param anchor what the block speaks of beside which it shows
 * @param advice what can be done
 * @param answer the reason given, if any
 */
public record Finding(
        String id,
        String rule,
        boolean fault,
        String section,
        String sectionTitle,
        String anchor,
        String title,
        String text,
        String advice,
        Optional<LocalText> answer,
        boolean printed) {}
