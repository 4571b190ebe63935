package ml.taama.people;

/** A file was erased or made anonymous: whoever remembers something of it forgets it. */
public record PersonErased(long file) {}
