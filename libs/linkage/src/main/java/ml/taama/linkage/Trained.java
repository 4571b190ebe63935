package ml.taama.linkage;

import java.util.List;

/**
 * A model with estimated parameters, and how they came about.
 *
 * @param notices what could not be estimated
 */
public record Trained(Model model, List<PassReport> passes, List<Notice> notices) {}
