package ml.taama.people;

/** A file was made or changed. */
public record PersonChanged(long file) {}
