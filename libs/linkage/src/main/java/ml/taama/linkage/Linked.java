package ml.taama.linkage;

import java.util.List;

/**
 * What a run produced, beside the pairs that it handed on.
 *
 * @param model as used
 * @param passes of the EM, when it was trained
 * @param rules what each rule produced
 * @param candidates pairs compared
 * @param patterns distinct comparison patterns
 * @param links pairs from the threshold on
 * @param histogram for each pattern its weight without term frequencies, and its pairs
 * @param levels for each comparison the pairs at each level
 * @param clustering records as persons
 * @param evaluation against the truth, when it is known
 * @param notices what the reader should know
 */
@SuppressWarnings("ArrayRecordComponent") // One number for each of millions of records: a list would box them.
public record Linked(
        Model model,
        List<PassReport> passes,
        List<RuleReport> rules,
        long candidates,
        int patterns,
        long links,
        double[][] histogram,
        List<long[]> levels,
        Clustering clustering,
        java.util.Optional<Evaluation> evaluation,
        List<Notice> notices) {}
