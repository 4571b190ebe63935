package ml.taama.linkage;

import java.util.List;

/**
 * Records as persons.
 *
 * @param person for each record the number of one record that stands for the person: the first by source and identifier
 * @param refusedFacts links not followed because people decided otherwise
 * @param refusedIds links not followed because two verified identifiers differ
 * @param refusedSources links not followed because a person has one record a source
 * @param contradictions pairs that people decided to be one, though facts elsewhere keep them apart
 * @param bridges weak links that alone hold two groups of records together, weakest first
 */
@SuppressWarnings("ArrayRecordComponent") // One number for each of millions of records: a list would box them.
public record Clustering(
        int[] person,
        long refusedFacts,
        long refusedIds,
        long refusedSources,
        long contradictions,
        List<Bridge> bridges) {

    /**
     * A link that alone holds two groups together.
     *
     * @param smaller records of the smaller group
     * @param larger records of the larger group
     */
    public record Bridge(int left, int right, double weight, int smaller, int larger) {}
}
