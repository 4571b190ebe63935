package ml.taama.collection.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written as a table is read as the same table, whatever stands in it. */
class SheetOutTest {

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void whatIsWrittenIsRead(String format) throws IOException, SheetFault {
        List<String> first = List.of("Numéro", "Nom", "Remarque");
        List<String> second = List.of("0012", "Awa <Diallo> & fils", "ligne une\nligne \"deux\", é 𐍈");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SheetOut sheet = SheetOut.of(format, out)) {
            sheet.row(first);
            sheet.row(second);
        }
        List<SheetRow> rows = Sheets.read(out.toByteArray());
        assertThat(rows).extracting(SheetRow::cells).containsExactly(first, second);
        assertThat(rows).extracting(SheetRow::number).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void noSpreadsheetRunsWhatStandsInIt(String format) throws IOException, SheetFault {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SheetOut sheet = SheetOut.of(format, out)) {
            sheet.row(List.of("=1+1", "\u0000\u0007x"));
        }
        SheetRow row = Sheets.read(out.toByteArray()).getFirst();
        assertThat(row.cell(0)).isEqualTo(format.equals("csv") ? "'=1+1" : "=1+1");
        assertThat(row.cell(1)).endsWith("x");
    }
}
