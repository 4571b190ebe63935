package ml.taama.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the decisions about a pair amount to. */
final class Ruling {

    static final String OPEN = "open";
    static final String WAITING = "waiting";
    static final String DISPUTED = "disputed";
    static final String SAME = Verdict.SAME.word();
    static final String IMPLIED = "implied";

    /** States in which a pair waits for somebody. */
    static final List<String> TO_DO = List.of(OPEN, WAITING, DISPUTED);

    private Ruling() {}

    /**
     * The state of a pair: with one reviewer what was decided last; with two what two of them agree on and no more disagree.
     *
     * @param decisions in their order; of one person the last counts
     */
    static String of(List<Decision> decisions, int reviewers) {
        if (decisions.isEmpty()) {
            return OPEN;
        }
        if (reviewers == 1) {
            return decisions.getLast().verdict().word();
        }
        Collection<Verdict> votes = votes(decisions);
        if (votes.size() < reviewers) {
            return WAITING;
        }
        for (Verdict verdict : Verdict.values()) {
            long votesFor = votes.stream().filter(verdict::equals).count();
            if (votesFor >= reviewers && votesFor > votes.size() - votesFor) {
                return verdict.word();
            }
        }
        return DISPUTED;
    }

    private static Collection<Verdict> votes(List<Decision> decisions) {
        Map<Long, Verdict> last = new LinkedHashMap<>();
        decisions.forEach(d -> last.put(d.by(), d.verdict()));
        return new ArrayList<>(last.values());
    }
}
