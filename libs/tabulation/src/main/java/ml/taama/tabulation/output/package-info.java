/**
 * Protected tables written as CSV, JSON, XLSX, HTML and pictures.
 */
@NullMarked
package ml.taama.tabulation.output;

import org.jspecify.annotations.NullMarked;
