package ml.taama.people;

import java.util.List;
import ml.taama.collection.sheets.SheetFault;
import ml.taama.collection.sheets.SheetRow;
import ml.taama.collection.sheets.Sheets;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.text.Plain;

/**
 * A table that a service brings as a file: the first row that names at least two columns, and what stands below it on the same
 * sheet.
 */
public record Spreadsheet(SheetRow header, List<SheetRow> body) {

    /** The largest file that is taken, in megabytes. */
    public static final int MEGABYTES = 20;

    private static final int SAMPLE = 3;

    /** Copies the list. */
    public Spreadsheet {
        body = List.copyOf(body);
    }

    /**
     * Reads a file.
     *
     * @throws Problem when it is too large, no spreadsheet, or empty
     */
    public static Spreadsheet read(byte[] content) {
        if (content.length > MEGABYTES << 20) {
            throw Problem.of(PeopleProblem.FILE_TOO_LARGE, MEGABYTES);
        }
        List<SheetRow> rows = rows(content);
        SheetRow header = rows.stream()
                .filter(r -> r.filled() >= 2)
                .findFirst()
                .orElseThrow(() -> Problem.of(PeopleProblem.BAD_SPREADSHEET));
        return new Spreadsheet(
                header,
                rows.stream()
                        .filter(r -> r.sheet().equals(header.sheet()) && r.number() > header.number())
                        .toList());
    }

    private static List<SheetRow> rows(byte[] content) {
        try {
            return Sheets.read(content);
        } catch (SheetFault fault) {
            throw Problem.of(
                            switch (fault.reason()) {
                                case UNREADABLE -> PeopleProblem.BAD_SPREADSHEET;
                                case OLD_FORMAT -> PeopleProblem.OLD_SPREADSHEET;
                                case TOO_MANY_ROWS -> PeopleProblem.TOO_MANY_ROWS;
                            },
                            Sheets.MOST_ROWS)
                    .causedBy(fault);
        }
    }

    /** The names of the columns, by which the next file of the same kind is known. */
    String said() {
        return String.join("|", header.cells().stream().map(Plain::text).toList());
    }

    /** The first rows, to show what stands in each column. */
    public List<SheetRow> sample() {
        return body.stream().limit(SAMPLE).toList();
    }
}
