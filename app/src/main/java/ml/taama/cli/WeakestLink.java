package ml.taama.cli;

import java.util.List;
import ml.taama.linkage.Linker;
import ml.taama.linkage.Model;
import ml.taama.linkage.Pair;
import ml.taama.linkage.PairSink;
import org.jspecify.annotations.Nullable;

/** Passes pairs on and remembers the weakest one that became a link: the example worth explaining. */
final class WeakestLink implements PairSink {

    private final PairSink next;
    private final double threshold;
    private @Nullable Pair weakest;

    WeakestLink(PairSink next, double threshold) {
        this.next = next;
        this.threshold = threshold;
    }

    @Override
    public Runnable take(List<Pair> pairs) {
        Runnable rest = next.take(pairs);
        return () -> {
            for (Pair pair : pairs) {
                Pair now = weakest;
                if (pair.weight() >= threshold && (now == null || pair.weight() < now.weight())) {
                    weakest = pair;
                }
            }
            rest.run();
        };
    }

    LinkReport.@Nullable Example example(Linker linker, Model model) {
        Pair pair = weakest;
        return pair == null ? null : new LinkReport.Example(linker.explain(model, pair.left(), pair.right()));
    }
}
