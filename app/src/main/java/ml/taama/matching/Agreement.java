package ml.taama.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far two reviewers agree, by what each decided first: raw, and beyond chance after Cohen (1960). Pairs that only one
 * person reviewed say nothing.
 *
 * @param pairs reviewed by two
 * @param raw share on which both decided alike
 * @param kappa 1 for full agreement, 0 for that of chance; 1 when both always gave the same single answer
 */
public record Agreement(int pairs, double raw, double kappa) {

    /** @param decisions of each pair, in their order */
    static Agreement of(Collection<List<Decision>> decisions) {
        List<Verdict> all = List.of(Verdict.values());
        int[][] counts = new int[all.size()][all.size()];
        int pairs = 0;
        for (List<Decision> pair : decisions) {
            Map<Long, Verdict> first = new LinkedHashMap<>();
            pair.forEach(d -> first.putIfAbsent(d.by(), d.verdict()));
            List<Verdict> votes = new ArrayList<>(first.values());
            if (votes.size() >= 2) {
                counts[all.indexOf(votes.get(0))][all.indexOf(votes.get(1))]++;
                pairs++;
            }
        }
        return pairs == 0 ? new Agreement(0, 0, 0) : of(counts, pairs);
    }

    private static Agreement of(int[][] counts, double pairs) {
        double alike = 0;
        double chance = 0;
        for (int v = 0; v < counts.length; v++) {
            alike += counts[v][v];
            double row = 0;
            double column = 0;
            for (int w = 0; w < counts.length; w++) {
                row += counts[v][w];
                column += counts[w][v];
            }
            chance += row / pairs * (column / pairs);
        }
        double raw = alike / pairs;
        return new Agreement((int) pairs, raw, chance >= 1 ? 1 : (raw - chance) / (1 - chance));
    }
}
