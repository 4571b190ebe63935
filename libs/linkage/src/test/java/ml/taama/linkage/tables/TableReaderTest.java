package ml.taama.linkage.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import ml.taama.linkage.Fault;
import ml.taama.linkage.LinkageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {

    @TempDir
    Path folder;

    private Table read(String text, Charset charset) throws IOException {
        Path file = folder.resolve("t.csv");
        Files.write(file, text.getBytes(charset));
        return TableReader.all().read(file);
    }

    private Fault fault(String text) {
        try {
            read(text, StandardCharsets.UTF_8);
        } catch (LinkageException e) {
            return e.fault();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("was read");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheDelimiter(String delimiter) throws IOException {
        Table table = read(
                "id" + delimiter + "name\r\n1" + delimiter + "\"a" + delimiter + "\"\"b\"\"\n c\"\r\n",
                StandardCharsets.UTF_8);
        assertThat(table.size()).isOne();
        assertThat(table.column("name").value(0)).isEqualTo("a" + delimiter + "\"b\"\n c");
    }

    @Test
    void readsLatin1WhenItIsNotUtf8() throws IOException {
        Table table = read("id,name\n1,Koné\n", StandardCharsets.ISO_8859_1);
        assertThat(table.column("name").value(0)).isEqualTo("Koné");
        assertThat(table.notes()).contains("latin-1");
    }

    @Test
    void trimsAndTakesEmptyForNone() throws IOException {
        Table table = read("\ufeffid, name , c\n1,  , \u00a0x \n\n2,\"\",y\n", StandardCharsets.UTF_8);
        assertThat(table.size()).isEqualTo(2);
        assertThat(table.column("name").codes()).startsWith(0, 0);
        assertThat(table.column("c").value(0)).isEqualTo("x");
    }

    @Test
    void namesWhatIsWrong() {
        assertThat(fault("")).isEqualTo(Fault.EMPTY_FILE);
        assertThat(fault("a,a\n1,2\n")).isEqualTo(Fault.DUPLICATE_COLUMN);
        assertThat(fault("a,b\n1\n")).isEqualTo(Fault.RAGGED_LINE);
        assertThat(fault("a,b\n1,2,3\n")).isEqualTo(Fault.RAGGED_LINE);
        assertThat(fault("a,b\n1," + "x".repeat(5000) + "\n")).isEqualTo(Fault.LONG_VALUE);
        assertThatThrownBy(() -> TableReader.all().read(folder.resolve("none.csv")))
                .hasMessageContaining("none.csv");
    }

    @Test
    void saysWhichColumnIsMissing() throws IOException {
        Path file = folder.resolve("m.csv");
        Files.writeString(file, "a,b\n1,2\n");
        assertThatThrownBy(() -> new TableReader(Set.of("a", "c"), 100, n -> {}).read(file))
                .isInstanceOf(LinkageException.class)
                .hasMessageContaining("a, b");
        assertThat(new TableReader(Set.of("b"), 100, n -> {}).read(file).columns())
                .hasSize(1);
    }

    /** More records than a batch holds, values long, empty, accented, of surrogate pairs, few and many distinct ones. */
    @Test
    void everyCellStaysInItsRecordAndColumn() throws IOException {
        StringBuilder text = new StringBuilder("id,few,long\n");
        for (int i = 0; i < 20_000; i++) {
            text.append(i).append(',').append(few(i)).append(',').append(far(i)).append('\n');
        }
        Table table = read(text.toString(), StandardCharsets.UTF_8);
        assertThat(table.size()).isEqualTo(20_000);
        assertThat(table.column("few").values().size()).isEqualTo(6);
        for (int i = 0; i < table.size(); i++) {
            assertThat(table.column("id").value(i)).isEqualTo(String.valueOf(i));
            assertThat(table.column("few").value(i)).isEqualTo(few(i));
            assertThat(table.column("long").value(i)).isEqualTo(far(i));
        }
        text.append("20000,too,many,cells\n");
        assertThat(fault(text.toString())).isEqualTo(Fault.RAGGED_LINE);
    }

    private static String few(int i) {
        return i % 7 == 0 ? "" : "Koné 😀" + i % 7;
    }

    private static String far(int i) {
        return i % 500 == 0 ? "é".repeat(1500) + i : "";
    }

    @Test
    void readsParquet() throws SQLException {
        Path file = folder.resolve("t.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "COPY (SELECT 1 AS id, 'Koné' AS name, DATE '1985-03-12' AS born, ['a','b'] AS tags UNION ALL"
                            + " SELECT 2, NULL, NULL, NULL) TO '" + file + "' (FORMAT parquet)");
        }
        Table table = TableReader.all().read(file);
        assertThat(table.column("name").value(0)).isEqualTo("Koné");
        assertThat(table.column("born").value(0)).isEqualTo("1985-03-12");
        assertThat(table.column("tags").value(0)).isEqualTo("[a, b]");
        assertThat(table.column("name").codes()[1]).isZero();
    }

    @Test
    void aDictionaryForgetsWhatCameLast() {
        Dictionary dictionary = new Dictionary();
        for (int i = 0; i < 1000; i++) {
            assertThat(dictionary.add("v" + i)).isEqualTo(i + 1);
        }
        dictionary.shrink(10);
        assertThat(dictionary.find("v500")).isZero();
        assertThat(dictionary.find("v9")).isEqualTo(10);
        assertThat(dictionary.add("w")).isEqualTo(11);
        assertThat(dictionary.value(11)).isEqualTo("w");
    }
}
