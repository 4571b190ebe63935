package ml.taama.tabulation;

import java.util.List;

/**
 * A footnote as a code with arguments; the application has the words.
 *
 * @param code what it says
 * @param arguments what fills the sentence
 */
public record Note(Code code, List<String> arguments) {

    /** What a footnote can say. */
    public enum Code {
        /** Noise of mean zero was added: largest noise. */
        PERTURBED,
        /** Tables are not additive: each total has its own noise. */
        NOT_ADDITIVE,
        /** Values below a threshold are not shown: threshold. */
        THRESHOLD,
        /** Empty cells are hidden like small ones. */
        ZEROS_HIDDEN,
        /** Further cells are hidden so that none can be computed back. */
        SECONDARY,
        /** Groups that share one category of a sensitive variable are hidden. */
        GROUP,
        /** Sums that one or two contributors dominate are hidden. */
        DOMINANCE,
        /** Sums carry noise in proportion to the largest contribution. */
        SUM_NOISE,
        /** Derived from protected figures only. */
        DERIVED,
        /** Replays a published method with a given table: rows, keys. */
        REPLAY,
        /** Units were weighted. */
        WEIGHTED
    }

    /** Copies the list. */
    public Note {
        arguments = List.copyOf(arguments);
    }

    static Note of(Code code, Object... arguments) {
        return new Note(
                code, java.util.Arrays.stream(arguments).map(String::valueOf).toList());
    }
}
