package ml.taama.people;

/**
 * A module that keeps something about people and takes part when a person is erased, in the same transaction: after it,
 * nothing of the person stands in its tables.
 */
public interface Erasing {

    /** The schema in whose tables it stands; after an erasure their files are swept too. */
    String schema();

    /** Takes away everything about a file. */
    void erase(long file);

    /** Takes away what tells who the person of a file is; what is counted may stay. */
    void anonymise(long file);
}
