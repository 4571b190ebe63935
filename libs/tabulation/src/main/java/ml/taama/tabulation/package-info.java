/**
 * Microdata counted and protected.
 *
 * <p>Start with {@link ml.taama.tabulation.Release}: opened microdata. {@code release.count(request)} gives {@link
 * ml.taama.tabulation.Unprotected} counts, which nobody can read; {@link ml.taama.tabulation.Gate} turns them into a
 * {@link ml.taama.tabulation.ProtectedTable}, the only thing that the writers accept.
 */
@NullMarked
package ml.taama.tabulation;

import org.jspecify.annotations.NullMarked;
