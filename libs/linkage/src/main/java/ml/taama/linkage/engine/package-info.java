/**
 * The kernel: blocks, comparison patterns, estimation, clusters. Not exported.
 */
@NullMarked
package ml.taama.linkage.engine;

import org.jspecify.annotations.NullMarked;
