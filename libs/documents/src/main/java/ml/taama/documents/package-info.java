/**
 * One report model and its three writers.
 *
 * <p>Start with {@link ml.taama.documents.Report}: metadata, blocks, numbered notes. {@link
 * ml.taama.documents.HtmlWriter}, {@link ml.taama.documents.PdfWriter} and {@link
 * ml.taama.documents.DocxWriter} write it. The package holds no sentence of its own: every word a reader sees is in
 * the report or in its {@link ml.taama.documents.Words}.
 */
@NullMarked
package ml.taama.documents;

import org.jspecify.annotations.NullMarked;
