package ml.taama.collection.forms;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Why there is no value. Words: {@code absence.<word>}. */
public enum Absence {
    NOT_COLLECTED,
    NOT_YET,
    NOT_CONCERNED,
    CONFIDENTIAL,
    OTHER;

    /** As it is kept. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The words of all. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Absence::word).toList();
    }
}
