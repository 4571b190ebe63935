/**
 * Secondary suppression over linear tables, and the attacker who checks it.
 */
@NullMarked
package ml.taama.tabulation.suppression;

import org.jspecify.annotations.NullMarked;
