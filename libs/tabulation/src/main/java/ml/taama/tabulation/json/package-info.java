/** Reading JSON documents member by member, every fault with its path. Not exported. */
@NullMarked
package ml.taama.tabulation.json;

import org.jspecify.annotations.NullMarked;
