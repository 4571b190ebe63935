package ml.taama.accounts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How often a person wants notices by mail. */
public enum Digest {
    AT_ONCE,
    DAILY,
    NEVER;

    /** For example {@code at-once}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Digest> of(String word) {
        return Arrays.stream(values()).filter(d -> d.word().equals(word)).findFirst();
    }
}
