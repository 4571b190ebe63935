package ml.taama.reporting.writing;

/** A text: the section of a review, in a language. */
public record TextKey(String cycle, String section, String language) {}
