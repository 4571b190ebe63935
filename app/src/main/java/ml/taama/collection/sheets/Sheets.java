package ml.taama.collection.sheets;

import java.util.List;
import ml.taama.collection.sheets.SheetFault.Reason;

/** Reads a spreadsheet, whatever its format: told from its first bytes, never from its name. */
public final class Sheets {

    /** Rows that are taken at most, beside the one with the names of columns. */
    public static final int MOST_ROWS = 100_000;

    private Sheets() {}

    /**
     * All rows that hold something, sheet after sheet.
     *
     * @throws SheetFault when the bytes are no spreadsheet, or hold too many rows
     */
    public static List<SheetRow> read(byte[] content) throws SheetFault {
        if (starts(content, 'P', 'K')) {
            return XlsxRows.read(content, MOST_ROWS + 1);
        }
        if (starts(content, 0xd0, 0xcf, 0x11, 0xe0)) {
            throw new SheetFault(Reason.OLD_FORMAT);
        }
        if (content.length == 0 || starts(content, '%', 'P', 'D', 'F')) {
            throw new SheetFault(Reason.UNREADABLE);
        }
        return CsvRows.read(content, MOST_ROWS + 1);
    }

    static boolean starts(byte[] content, int... first) {
        if (content.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((content[i] & 0xff) != first[i]) {
                return false;
            }
        }
        return true;
    }
}
