/**
 * Every chart and map of the product, drawn as SVG with presentation attributes only (no inline style, no script), so
 * that the same picture stands on a page under a strict content-security policy, in the PDF and in the DOCX.
 *
 * <p>Each {@link ml.taama.documents.charts.Chart} says its title and its alternative text and gives its data as a
 * table. Colours carry a class (for light and dark pages) beside the literal value (for print).
 */
@NullMarked
package ml.taama.documents.charts;

import org.jspecify.annotations.NullMarked;
