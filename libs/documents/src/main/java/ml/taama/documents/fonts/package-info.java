/** The one typeface of the product: its files for a browser, its widths, and its conversion for the PDF. */
@NullMarked
package ml.taama.documents.fonts;

import org.jspecify.annotations.NullMarked;
