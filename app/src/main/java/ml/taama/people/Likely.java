package ml.taama.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import ml.taama.matching.Found;
import ml.taama.matching.Matching;
import ml.taama.matching.Reason;
import ml.taama.platform.audit.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * People who are perhaps in the register already, before somebody is registered. The weights are absolute: where nobody is
 * like the person, nobody is shown.
 */
@Component
public class Likely {

    private static final int MOST = 10;

    private final Matching matching;
    private final People people;
    private final FileAccess access;
    private final PersonRows rows;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Likely(
            Matching matching,
            People people,
            FileAccess access,
            PersonRows rows,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.matching = matching;
        this.people = people;
        this.access = access;
        this.rows = rows;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Somebody who is perhaps the same.
     *
     * @param person empty when who asks has no right to the file: then only that there is one, and whom to ask
     * @param file number of the file that is like it
     * @param ask organisations that know the person, when who asks may not see it
     * @param weight match weight, base 2; 0 for a hidden person
     * @param probability that it is the same person; 0 for a hidden one
     * @param reasons what each comparison says; none for a hidden person
     */
    public record Match(
            Optional<Person> person,
            long file,
            List<String> ask,
            double weight,
            double probability,
            List<Reason> reasons) {

        /** Copies the lists. */
        public Match {
            ask = List.copyOf(ask);
            reasons = List.copyOf(reasons);
        }

        /** Comparisons that speak for one person, the strongest first. */
        public List<Reason> pro() {
            return reasons.stream()
                    .filter(r -> r.weight() > 0.5)
                    .sorted(Comparator.comparingDouble(Reason::weight).reversed())
                    .toList();
        }

        /** Comparisons that speak against, the strongest first. */
        public List<Reason> against() {
            return reasons.stream()
                    .filter(r -> r.weight() < -0.5)
                    .sorted(Comparator.comparingDouble(Reason::weight))
                    .toList();
        }

        @Override
        public String toString() {
            return "Match[" + file + "]";
        }
    }

    /** Whether {@link #of} can answer; false while the register is being read, shortly after a start. */
    public boolean ready() {
        return matching.ready();
    }

    /** People like somebody who is not registered yet, the likeliest first. */
    public List<Match> of(PersonData data) {
        return of(data, Optional.empty());
    }

    /** The same for a person who has a file, whose own files are left out. */
    public List<Match> of(PersonData data, Optional<Long> own) {
        // Found before a transaction begins: whoever waits for the register in memory holds no connection.
        List<Found> found = found(data);
        return Objects.requireNonNull(transaction.execute(status -> matches(found, own)));
    }

    private List<Found> found(PersonData data) {
        Map<Long, Found> best = new HashMap<>();
        for (Map<String, String> values : LinkageValues.underEachName(data)) {
            matching.find(values).forEach(f -> best.merge(f.record(), f, (a, b) -> a.weight() >= b.weight() ? a : b));
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(Found::weight).reversed().thenComparingLong(Found::record))
                .limit(MOST * 2L)
                .toList();
    }

    private List<Match> matches(List<Found> found, Optional<Long> own) {
        Map<Long, Long> heads = rows.heads(found.stream().map(Found::record).toList());
        Optional<Long> self = own.map(o -> rows.heads(List.of(o)).getOrDefault(o, o));
        Map<Long, Person> seen = people.find(heads.keySet());
        List<Match> matches = new ArrayList<>();
        found.stream()
                .filter(f -> heads.containsKey(f.record()))
                .filter(f -> !Optional.ofNullable(heads.get(f.record())).equals(self))
                .collect(Collectors.toMap(f -> heads.getOrDefault(f.record(), 0L), f -> f, (a, b) -> a))
                .values()
                .forEach(f -> matches.add(match(f, Optional.ofNullable(seen.get(f.record())))));
        return matches.stream()
                .sorted(Comparator.comparing((Match m) -> m.person().isEmpty())
                        .thenComparing(Comparator.comparingDouble(Match::weight).reversed()))
                .limit(MOST)
                .toList();
    }

    private Match match(Found found, Optional<Person> person) {
        if (person.isPresent()) {
            return new Match(person, found.record(), List.of(), found.weight(), found.probability(), found.reasons());
        }
        audit.note("person.hidden-match", "person", found.record());
        return new Match(Optional.empty(), found.record(), access.holders(found.record()), 0, 0, List.of());
    }
}
