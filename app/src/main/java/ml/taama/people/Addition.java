package ml.taama.people;

import java.time.Instant;

/**
 * Something that was added to a person while two files were one.
 *
 * @param kind for example {@code name}; of other modules with their name, for example {@code case}
 * @param file on which it was added, and stays until somebody assigns it
 * @param detail what it is, without anything secret
 */
public record Addition(String kind, long id, long file, Instant at, String detail) {

    @Override
    public String toString() {
        return "Addition[" + kind + " " + id + "]";
    }
}
