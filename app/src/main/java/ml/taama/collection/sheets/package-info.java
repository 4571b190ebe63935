/** Spreadsheets, in and out: XLSX and CSV as rows of text with their places, and back. Pure. */
@NamedInterface("sheets")
@NullMarked
package ml.taama.collection.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
