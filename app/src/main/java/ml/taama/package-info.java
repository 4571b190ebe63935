/** Taama: the national migration-governance system. */
@NullMarked
package ml.taama;

import org.jspecify.annotations.NullMarked;
