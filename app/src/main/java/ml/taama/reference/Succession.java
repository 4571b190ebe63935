package ml.taama.reference;

/** A place that took over from another, wholly or in part. */
public record Succession(String predecessor, String successor, String sourceRef) {}
