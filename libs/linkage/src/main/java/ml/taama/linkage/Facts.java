package ml.taama.linkage;

import java.util.List;

/**
 * What people decided about pairs of records; it stands above every score.
 *
 * @param same pairs of record numbers that are one person
 * @param different pairs of record numbers that are two persons, however they are linked through others
 */
public record Facts(List<int[]> same, List<int[]> different) {

    /** No decisions. */
    public static final Facts NONE = new Facts(List.of(), List.of());

    /** Copies the lists. */
    public Facts {
        same = List.copyOf(same);
        different = List.copyOf(different);
    }
}
