package ml.taama.reference.packs;

/** A pack was brought into the database; what was read before may have changed. */
public record PackLoaded(String pack) {}
