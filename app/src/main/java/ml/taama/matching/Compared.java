package ml.taama.matching;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import ml.taama.linkage.Resident.Candidate;

/** What comparing some records one after the other found: for each pair what the later comparison says. */
final class Compared {

    /**
     * Two records, the lower number first.
     *
     * @param one is lower than {@code other}
     */
    record Two(long one, long other) {

        static Two of(long record, long other) {
            return new Two(Math.min(record, other), Math.max(record, other));
        }

        boolean has(long record) {
            return one == record || other == record;
        }
    }

    private final Set<Long> records = new TreeSet<>();
    private final Map<Two, Candidate> pairs = new LinkedHashMap<>();

    /** What a record may be the same as, in place of what was found of it before. */
    void found(long record, List<Candidate> candidates) {
        none(record);
        candidates.forEach(c -> pairs.put(Two.of(record, Long.parseLong(c.id())), c));
    }

    /** A record is like no other. */
    void none(long record) {
        records.add(record);
        pairs.keySet().removeIf(p -> p.has(record));
    }

    /** All records that were compared. */
    Collection<Long> records() {
        return records;
    }

    /** The pairs that are alike, with the degree of it. */
    Map<Two, Candidate> pairs() {
        return pairs;
    }
}
