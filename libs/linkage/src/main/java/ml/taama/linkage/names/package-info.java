/**
 * Making values comparable: Unicode, names, dates, numbers, and the tables of a country.
 */
@NullMarked
package ml.taama.linkage.names;

import org.jspecify.annotations.NullMarked;
