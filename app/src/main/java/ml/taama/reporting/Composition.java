package ml.taama.reporting;

import java.util.List;
import ml.taama.documents.Report;

/**
 * A report composed: the document, the trace of its figures, what does not hold.
 *
 * @param hash fingerprint of text, figures and sources (SHA-256, hexadecimal)
 */
public record Composition(Report report, List<TraceEntry> trace, List<Finding> findings, String hash) {}
