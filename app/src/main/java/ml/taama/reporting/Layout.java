package ml.taama.reporting;

/** How progress is told: goal by goal, or by round table of the forum. */
public enum Layout {
    BY_GOAL,
    BY_ROUND_TABLE
}
