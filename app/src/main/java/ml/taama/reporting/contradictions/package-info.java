/**
 * The report read against its own data: where it does not hold.
 *
 * <p>Each rule is a class; {@link ml.taama.reporting.contradictions.Reading} is what they read.
 */
@NullMarked
package ml.taama.reporting.contradictions;

import org.jspecify.annotations.NullMarked;
