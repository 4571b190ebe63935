package ml.taama.collection.sheets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import ml.taama.collection.sheets.SheetFault.Reason;

/** CSV as spreadsheets write it: comma, semicolon or tabulator; UTF-8, UTF-16 with its mark, or Windows-1252. */
final class CsvRows {

    private static final String SEPARATORS = ";,\t";
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private CsvRows() {}

    static List<SheetRow> read(byte[] content, int most) throws SheetFault {
        String text = text(content);
        if (text.indexOf('\0') >= 0) {
            throw new SheetFault(Reason.UNREADABLE);
        }
        List<SheetRow> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (CsvRecord row : reader) {
                if (rows.size() == most) {
                    throw new SheetFault(Reason.TOO_MANY_ROWS);
                }
                SheetRow made = new SheetRow("", (int) row.getStartingLineNumber(), row.getFields());
                if (!made.blank()) {
                    rows.add(made);
                }
            }
        } catch (CsvParseException | UncheckedIOException | java.io.IOException e) {
            throw new SheetFault(Reason.UNREADABLE, e);
        }
        return rows;
    }

    private static String text(byte[] content) {
        if (Sheets.starts(content, 0xff, 0xfe) || Sheets.starts(content, 0xfe, 0xff)) {
            return new String(content, StandardCharsets.UTF_16);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(content, WINDOWS);
        }
    }

    /** The one that the first line has most of, outside quotes. */
    private static char separator(String text) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < text.length() && (quoted || text.charAt(i) != '\n'); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            int index = SEPARATORS.indexOf(c);
            if (!quoted && index >= 0) {
                counts[index]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return SEPARATORS.charAt(best);
    }
}
