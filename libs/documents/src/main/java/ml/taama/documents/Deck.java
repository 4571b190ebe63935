package ml.taama.documents;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ml.taama.documents.charts.Chart;

/**
 * Slides to present a report with.
 *
 * @param language of everything
 * @param footer of each slide but the first: what is presented, and its edition
 */
public record Deck(Locale language, Metadata metadata, String footer, List<Slide> slides) {

    /**
     * One slide: a few lines, or a chart with at most some lines above it.
     *
     * @param lines at most eight, each shorter than two lines of the slide
     * @param chart shown below the lines, with its description as alternative text
     */
    public record Slide(String title, List<String> lines, Optional<Chart> chart) {

        /** Copies the list. */
        public Slide {
            lines = List.copyOf(lines);
        }
    }

    /** Copies the list. */
    public Deck {
        slides = List.copyOf(slides);
    }
}
