package ml.taama.reference.packs;

import java.util.ArrayList;
import java.util.List;

/** The faults of a pack, gathered in one pass. */
public final class Faults {

    private final List<Fault> found = new ArrayList<>();

    /** A fault at a column of a row. */
    public void add(PackRow row, String column, String key, Object... arguments) {
        PackCell cell = row.at(column);
        found.add(new Fault(row.file(), cell.line(), cell.column(), key, List.of(arguments)));
    }

    /** A fault at a place of a file. */
    public void add(String file, int line, int column, String key, Object... arguments) {
        found.add(new Fault(file, line, column, key, List.of(arguments)));
    }

    /** All, by file and place. */
    public List<Fault> all() {
        return found.stream().distinct().sorted(Fault.ORDER).toList();
    }
}
