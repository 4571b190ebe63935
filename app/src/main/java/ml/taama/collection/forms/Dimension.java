package ml.taama.collection.forms;

import java.util.List;
import java.util.Optional;
import ml.taama.platform.text.LocalText;

/** What a figure is broken down by, with the values that are asked for. */
public record Dimension(String code, LocalText name, List<Choice> values) {

    /** A value of a dimension. */
    public record Choice(String code, LocalText name) {}

    /** Copies the values. */
    public Dimension {
        values = List.copyOf(values);
    }

    /** A value by its code. */
    public Optional<Choice> value(String wanted) {
        return values.stream().filter(v -> v.code().equals(wanted)).findFirst();
    }
}
