package ml.taama.reporting.writing;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings two changes of one text together: what only one person changed is taken from that person; where both changed the
 * same words differently, both versions are kept side by side for a person to decide (three-way merge as in diff3: Khanna,
 * Kunal and Pierce, A Formal Investigation of Diff3, 2007).
 *
 * @param pieces of the result, in order
 */
record Merge(List<Piece> pieces) {

    /** A stretch of the result. */
    sealed interface Piece {}

    /** Undisputed words. */
    record Agreed(String text) implements Piece {}

    /** Words that both changed, each in another way; {@code before} is what stood there. */
    record Disputed(String before, String theirs, String mine) implements Piece {}

    /** A change of a stretch of the base: from the unit {@code from} up to, and without, {@code to}. */
    private record Change(int from, int to, List<String> units) {}

    /** Merges two texts that began from the same one. */
    static Merge of(String base, String theirs, String mine) {
        List<String> units = units(base);
        List<Change> hers = changes(units, units(theirs));
        List<Change> ours = changes(units, units(mine));
        List<Piece> pieces = new ArrayList<>();
        StringBuilder agreed = new StringBuilder();
        int at = 0;
        int h = 0;
        int o = 0;
        while (h < hers.size() || o < ours.size()) {
            int start = Math.min(
                    h < hers.size() ? hers.get(h).from : Integer.MAX_VALUE,
                    o < ours.size() ? ours.get(o).from : Integer.MAX_VALUE);
            int end = start;
            int nextH = h;
            int nextO = o;
            boolean grown = true;
            while (grown) {
                grown = false;
                while (nextH < hers.size() && touches(hers.get(nextH), start, end)) {
                    end = Math.max(end, hers.get(nextH++).to);
                    grown = true;
                }
                while (nextO < ours.size() && touches(ours.get(nextO), start, end)) {
                    end = Math.max(end, ours.get(nextO++).to);
                    grown = true;
                }
            }
            agreed.append(String.join("", units.subList(at, start)));
            String before = String.join("", units.subList(start, end));
            String theirText = applied(units, start, end, hers.subList(h, nextH));
            String myText = applied(units, start, end, ours.subList(o, nextO));
            if (h == nextH || theirText.equals(myText) || theirText.equals(before)) {
                agreed.append(myText);
            } else if (o == nextO || myText.equals(before)) {
                agreed.append(theirText);
            } else {
                flush(agreed, pieces);
                pieces.add(new Disputed(before, theirText, myText));
            }
            at = end;
            h = nextH;
            o = nextO;
        }
        agreed.append(String.join("", units.subList(at, units.size())));
        flush(agreed, pieces);
        return new Merge(List.copyOf(pieces));
    }

    /** Changes that meet at a place are one, since their order could not be told. */
    private static boolean touches(Change change, int start, int end) {
        return change.from <= end && change.to >= start;
    }

    private static String applied(List<String> base, int start, int end, List<Change> changes) {
        StringBuilder out = new StringBuilder();
        int at = start;
        for (Change change : changes) {
            out.append(String.join("", base.subList(at, change.from)));
            out.append(String.join("", change.units));
            at = change.to;
        }
        return out.append(String.join("", base.subList(at, end))).toString();
    }

    private static List<Change> changes(List<String> base, List<String> changed) {
        List<Change> changes = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(base, changed).getDeltas()) {
            int from = delta.getSource().getPosition();
            changes.add(new Change(
                    from, from + delta.getSource().size(), delta.getTarget().getLines()));
        }
        return changes;
    }

    /** Words with the spaces and marks behind them: joined, they are the text. */
    static List<String> units(String text) {
        List<String> units = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= text.length(); i++) {
            boolean ends = i == text.length()
                    || (Character.isWhitespace(text.charAt(i - 1)) && !Character.isWhitespace(text.charAt(i)));
            if (ends) {
                units.add(text.substring(start, i));
                start = i;
            }
        }
        return units;
    }

    private static void flush(StringBuilder agreed, List<Piece> pieces) {
        if (!agreed.isEmpty()) {
            pieces.add(new Agreed(agreed.toString()));
            agreed.setLength(0);
        }
    }

    /** Whether nothing is disputed. */
    boolean clean() {
        return pieces.stream().noneMatch(Disputed.class::isInstance);
    }

    /** The text, taking one person's words where both changed the same: {@code mine}, else the other's. */
    String text(boolean mine) {
        StringBuilder out = new StringBuilder();
        for (Piece piece : pieces) {
            out.append(
                    switch (piece) {
                        case Agreed a -> a.text();
                        case Disputed d -> mine ? d.mine() : d.theirs();
                    });
        }
        return out.toString();
    }
}
