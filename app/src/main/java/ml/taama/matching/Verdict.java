package ml.taama.matching;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody decides about a pair. */
public enum Verdict {
    /** One person. */
    SAME,
    /** Two people. */
    DIFFERENT,
    /** It cannot be said. */
    UNSURE;

    /** As it is kept. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the word. */
    public static Optional<Verdict> of(String word) {
        return Arrays.stream(values()).filter(v -> v.word().equals(word)).findFirst();
    }
}
