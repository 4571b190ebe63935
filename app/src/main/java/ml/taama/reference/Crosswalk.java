package ml.taama.reference;

/**
 * A link between goals of two frameworks.
 *
 * @param relation contributes, measures or groups
 * @param stated whether a source states the link; otherwise it is inferred
 */
public record Crosswalk(GoalId from, GoalId to, String relation, boolean stated, String sourceRef) {}
