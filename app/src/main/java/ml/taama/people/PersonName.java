package ml.taama.people;

/**
 * A name of a person.
 *
 * @param kind {@code said}, {@code written}, {@code used}, {@code former}
 * @param source what it was read from, or empty
 */
public record PersonName(String kind, String given, String surname, String source) {

    /** Kinds, the usual one first. */
    public static final java.util.List<String> KINDS = java.util.List.of("said", "written", "used", "former");

    /** Given name, then surname. */
    public String full() {
        return (given + " " + surname).strip();
    }

    /** Says nothing: a log is no place for names. */
    @Override
    public String toString() {
        return "PersonName[" + kind + "]";
    }
}
