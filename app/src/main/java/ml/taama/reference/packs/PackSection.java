package ml.taama.reference.packs;

import java.util.List;

/** What a module reads from a pack. */
public interface PackSection {

    /** Files, those that are referred to before those that refer. */
    List<PackTable> tables();

    /** Rules between rows that a type cannot say; the faults found go to {@code faults}. */
    default void check(PackContent content, Faults faults) {}
}
