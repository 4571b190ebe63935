package ml.taama.reporting.writing;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/**
 * What changed from one text to another, word by word.
 *
 * @param pieces in order
 */
public record Difference(List<Piece> pieces) {

    /** Whether words stand in both texts, only in the later, or only in the earlier. */
    public enum Kind {
        SAME,
        ADDED,
        REMOVED
    }

    /** Words of one kind. */
    public record Piece(Kind kind, String text) {}

    /** Compares two texts. */
    static Difference between(String earlier, String later) {
        List<String> before = Merge.units(earlier);
        List<String> after = Merge.units(later);
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            add(pieces, Kind.SAME, before.subList(at, delta.getSource().getPosition()));
            add(pieces, Kind.REMOVED, delta.getSource().getLines());
            add(pieces, Kind.ADDED, delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(pieces, Kind.SAME, before.subList(at, before.size()));
        return new Difference(List.copyOf(pieces));
    }

    private static void add(List<Piece> pieces, Kind kind, List<String> units) {
        if (!units.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", units)));
        }
    }

    /** Whether nothing changed. */
    public boolean none() {
        return pieces.stream().allMatch(p -> p.kind() == Kind.SAME);
    }
}
