/**
 * Benchmarks of the packaged product: one class for one question, the baseline in the same run. {@code ./taama bench}
 * runs them all and prints tables for {@code docs/performance.md}.
 */
@NullMarked
package ml.taama.benchmarks;

import org.jspecify.annotations.NullMarked;
