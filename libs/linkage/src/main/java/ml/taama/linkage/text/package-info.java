/**
 * Similarity of strings: the textbook definitions, and fast ones that are tested against them.
 */
@NullMarked
package ml.taama.linkage.text;

import org.jspecify.annotations.NullMarked;
