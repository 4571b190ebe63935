package ml.taama.linkage;

import java.util.Arrays;
import java.util.Optional;

/** A measure of how alike two strings are. */
public enum Measure {
    /** 0 to 1, after Winkler (1990). */
    JARO_WINKLER("jaro-winkler", true),
    /** 0 to 1, after Jaro (1989). */
    JARO("jaro", true),
    /** Edits, after Levenshtein (1966). */
    LEVENSHTEIN("levenshtein", false),
    /** Edits and transpositions, after Damerau (1964), unrestricted. */
    DAMERAU_LEVENSHTEIN("damerau-levenshtein", false),
    /** 0 to 1: distinct characters in common, after Jaccard (1901). */
    JACCARD("jaccard", true);

    private final String word;
    private final boolean similarity;

    Measure(String word, boolean similarity) {
        this.word = word;
        this.similarity = similarity;
    }

    /** The name in a model file. */
    public String word() {
        return word;
    }

    /** Whether more is more alike; a distance otherwise. */
    public boolean similarity() {
        return similarity;
    }

    static Optional<Measure> of(String word) {
        return Arrays.stream(values()).filter(m -> m.word.equals(word)).findFirst();
    }
}
