package ml.taama.reporting.writing;

/** An edition of a report was published. */
public record EditionPublished(String cycle, int number) {}
