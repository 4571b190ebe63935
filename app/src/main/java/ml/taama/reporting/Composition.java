package ml.taama.reporting;

import java.util.List;
import java.util.Map;
import ml.taama.documents.Report;

/**
 * A report composed: the document, the trace of its figures, what does not hold.
 *
 * @param words of each section, figures included, by its code, in order
 * @param hash fingerprint of text, figures and sources (SHA-256, hexadecimal)
 */
public record Composition(
        Report report, List<TraceEntry> trace, List<Finding> findings, Map<String, String> words, String hash) {}
