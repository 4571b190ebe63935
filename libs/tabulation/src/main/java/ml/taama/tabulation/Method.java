package ml.taama.tabulation;

import ml.taama.tabulation.perturbation.PerturbationTable;

/** How counts are protected. */
public sealed interface Method {

    /**
     * Cell-key perturbation: for any number of tables.
     *
     * @param table noise by count and cell key
     * @param replay published examples: only cells that occur, no other rule than the threshold
     */
    record CellKey(PerturbationTable table, boolean replay) implements Method {}

    /**
     * Threshold with secondary suppression: for a few fixed tables, all known beforehand. What is shown is exact.
     *
     * @param protection least width of what an attacker can conclude about a hidden count
     */
    record Suppression(int protection) implements Method {}
}
