package ml.taama.reference;

import java.util.Locale;

/** How far something is done. What is planned or intended is never told as a result. */
public enum Progress {
    DONE,
    ONGOING,
    PLANNED,
    INTENDED;

    /** From the word that packs and tables use. */
    public static Progress of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The word that packs and tables use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it may be told as a result. */
    public boolean reached() {
        return this == DONE || this == ONGOING;
    }
}
