package ml.taama.collection.forms;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ml.taama.platform.text.LocalText;

/**
 * What a call asks. Title, definition, unit and breakdown are copies made when the call was made: a later change of the
 * indicator does not change what was asked.
 *
 * @param unit present for a figure, absent for a text
 */
public record Question(
        long id,
        Kind kind,
        String code,
        LocalText title,
        Optional<LocalText> definition,
        Optional<Measure> unit,
        List<Dimension> dimensions,
        List<String> datasets,
        boolean required) {

    /** A number, or a text in Markdown. */
    public enum Kind {
        FIGURE,
        TEXT;

        /** As it is kept. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Copies the lists. */
    public Question {
        dimensions = List.copyOf(dimensions);
        datasets = List.copyOf(datasets);
    }

    /** Whether a number is asked for. */
    public boolean figure() {
        return kind == Kind.FIGURE;
    }

    /** A dimension by its code. */
    public Optional<Dimension> dimension(String wanted) {
        return dimensions.stream().filter(d -> d.code().equals(wanted)).findFirst();
    }

    /** How many cells the full breakdown has. */
    public int cells() {
        return dimensions.stream().mapToInt(d -> d.values().size()).reduce(1, Math::multiplyExact);
    }
}
