/**
 * An invented register of Malian people, with the truth beside it.
 */
@NullMarked
package ml.taama.linkage.people;

import org.jspecify.annotations.NullMarked;
