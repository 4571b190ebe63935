package ml.taama.reporting.contradictions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a report against its data with every rule. */
public final class ContradictionEngine {

    private static final List<Rule> RULES = List.of(
            new UnsupportedClaim(),
            new SilentPriority(),
            new TypedNumber(),
            new PlannedToldAsDone(),
            new UnquotedDataset(),
            new SilentContributor(),
            new FigurePeriod(),
            new Disagreement());

    /** Names of the rules' findings, in order; each has its words under {@code contradiction.<name>}. */
    public static final List<String> NAMES = List.of(
            "unsupported-claim",
            "silent-priority",
            "typed-number",
            "planned-as-done",
            "bindable-number",
            "unquoted-dataset",
            "silent-contributor",
            "no-period",
            "old-figure",
            "sources-disagree",
            "dates-disagree");

    private ContradictionEngine() {}

    /** What does not hold, each once, by rule. */
    public static List<Contradiction> read(Reading reading) {
        Map<String, Contradiction> found = new LinkedHashMap<>();
        RULES.forEach(rule -> rule.find(reading).forEach(c -> found.putIfAbsent(c.id(), c)));
        return List.copyOf(found.values());
    }
}
