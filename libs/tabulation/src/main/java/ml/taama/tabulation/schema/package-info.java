/**
 * What microdata hold: counted units, variables, code lists with hierarchies, and the faults found in them.
 */
@NullMarked
package ml.taama.tabulation.schema;

import org.jspecify.annotations.NullMarked;
