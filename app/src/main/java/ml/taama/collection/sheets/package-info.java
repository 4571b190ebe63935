/** Spreadsheets, in and out: XLSX and CSV as rows of text with their places, and back. Pure. */
@NullMarked
package ml.taama.collection.sheets;

import org.jspecify.annotations.NullMarked;
