/**
 * Which records are one person, after Fellegi and Sunter: the model, and the front door to running it.
 */
@NullMarked
package ml.taama.linkage;

import org.jspecify.annotations.NullMarked;
