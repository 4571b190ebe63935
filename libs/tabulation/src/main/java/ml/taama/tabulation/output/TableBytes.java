package ml.taama.tabulation.output;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import ml.taama.tabulation.ProtectedTable;

/** A protected table as a file. */
public final class TableBytes {

    private TableBytes() {}

    /** CSV in UTF-8; see {@link TableCsv}. */
    public static byte[] csv(ProtectedTable table) {
        StringWriter text = new StringWriter();
        TableCsv.write(table, text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** JSON in UTF-8. */
    public static byte[] json(ProtectedTable table, Words words) {
        return TableJson.write(table, words);
    }

    /** An HTML page in UTF-8. */
    public static byte[] html(ProtectedTable table, Words words, Locale language) {
        return TableHtml.write(table, words, language).getBytes(StandardCharsets.UTF_8);
    }

    /** A workbook. */
    public static byte[] xlsx(ProtectedTable table, Words words) {
        return TableXlsx.write(table, words);
    }
}
