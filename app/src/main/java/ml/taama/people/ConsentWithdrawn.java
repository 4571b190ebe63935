package ml.taama.people;

/** A person withdrew a consent: what rests on it ends. */
public record ConsentWithdrawn(long file, long consent) {}
