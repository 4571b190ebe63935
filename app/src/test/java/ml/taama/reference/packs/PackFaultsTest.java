package ml.taama.reference.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackFaultsTest {

    @TempDir
    private Path packs;

    private DraftPack pack = new DraftPack(Path.of("target"), "unused", EveryType.reader());

    @BeforeEach
    void draft() {
        pack = new DraftPack(packs, "trial", EveryType.reader())
                .write("reference/goals.csv", "framework,code,title_fr", "GCM,7,Sept");
    }

    private DraftPack things(String... rows) {
        String[] lines = new String[rows.length + 1];
        lines[0] = EveryType.HEADER;
        System.arraycopy(rows, 0, lines, 1, rows.length);
        return pack.write(EveryType.FILE, lines);
    }

    @Test
    void findsNothingInAPackWithoutFault() {
        things("one,Un,red,S1,GCM:7,2019/2021,2021-03-04,7.5,3,yes,https://example.org,sex=F;age=0-17,GCM:7,stated");

        assertThat(pack.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            é!,Un,red,,,,,,,,,,,                 | 1  | "é!" is no code, expected letters, digits and - . _ / (at most 80)
            one,Un,green,,,,,,,,,,,              | 8  | "green" is unknown, expected one of red, blue
            one,Un,red,S 1,,,,,,,,,,             | 12 | "S 1" is no code, expected letters, digits and - . _ / (at most 80)
            one,Un,red,S2,,,,,,,,,,              | 12 | "S2" does not exist, expected a row of sources.csv
            one,Un,red,,seven,,,,,,,,,           | 13 | "seven" is no goal, expected FRAMEWORK:CODE
            one,Un,red,,GCM:8,,,,,,,,,           | 13 | "GCM:8" does not exist, expected a row of reference/goals.csv
            one,Un,red,,,2021-13,,,,,,,,         | 14 | "2021-13" is no period, expected 2021, 2021-Q3, 2021-03, 2021-03-15, a range such as 2019/2021, yearly or review
            one,Un,red,,,,2021-02-30,,,,,,,      | 15 | "2021-02-30" is no day, expected YYYY-MM-DD
            one,Un,red,,,,+12021-02-03,,,,,,,    | 15 | "+12021-02-03" is no day, expected YYYY-MM-DD
            one,Un,red,,,,,7 5,,,,,,             | 16 | "7 5" is no number, expected digits with a point before decimals
            one,Un,red,,,,,1e-999999999,,,,,,    | 16 | "1e-999999999" is no number, expected digits with a point before decimals
            one,Un,red,,,,,101,,,,,,             | 16 | 101 is out of bounds, expected between 0 and 100
            one,Un,red,,,,,,many,,,,,            | 17 | "many" is no whole number, expected digits only
            one,Un,red,,,,,,2.5,,,,,             | 17 | 2.5 is out of bounds, expected a whole number between 0 and 2147483647
            one,Un,red,,,,,,,oui,,,,             | 18 | "oui" is neither, expected yes or no
            one,Un,red,,,,,,,,ftp://a.b,,,       | 19 | "ftp://a.b" is no address, expected http://… or https://…
            one,Un,red,,,,,,,,,women,,           | 20 | "women" names no dimensions, expected name=value;name=value
            one,Un,red,,,,,,,,,,7,stated         | 21 | "7" is no goal, expected FRAMEWORK:CODE
            one,Un,red,,,,,,,,,,GCM:9,stated     | 21 | "GCM:9" does not exist, expected a row of reference/goals.csv
            one,Un,red,,,,,,,,,,GCM:7,           | 27 | "" is unknown, expected one of stated, inferred
            one,,red,,,,,,,,,,,                  | 5  | "title_fr" is empty, expected a value
            one,Un,,,,,,,,,,,,                   | 8  | "word" is empty, expected a value
            """)
    void saysWhereACellIsWrongAndWhatIsExpected(String row, int column, String words) {
        things(row);

        assertThat(pack.faults()).containsExactly("things.csv:2:" + column + ": " + words);
    }

    @Test
    void countsLinesAndColumnsAcrossCellsOfSeveralLines() {
        things("one,\"Un\nseul, ou \"\"deux\"\"\",red,,,,,,,,,,,", "two,Deux,green,,,,,,,,,,,");

        assertThat(pack.faults()).containsExactly("things.csv:4:10: \"green\" is unknown, expected one of red, blue");
    }

    @Test
    void namesAnUnknownColumnAndAMissingOneAndOneThatStandsTwice() {
        pack.write(EveryType.FILE, "code,titel_fr,word,word", "one,Un,red,red");

        assertThat(pack.faults())
                .contains("things.csv:1:1: column \"title_fr\" is missing, expected in the header")
                .contains("things.csv:1:20: column \"word\" stands twice, expected once")
                .anyMatch(f -> f.startsWith("things.csv:1:6: unknown column \"titel_fr\", expected one of code, "));
    }

    @Test
    void asksForTheFirstLanguageOfThePackOnlyAndOnlyOnce() {
        pack.write(EveryType.FILE, "code,title_en,word", "one,One,red", "two,Two,blue");

        assertThat(pack.faults())
                .containsExactly("things.csv:1:1: column \"title_fr\" is missing, expected in the header");
    }

    @Test
    void saysThatAFileIsNotUtf8AndNothingElseOfIt() {
        pack.bytes(EveryType.FILE, "code,title_fr,word\none,\u00e9,red\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(pack.faults()).containsExactly("things.csv:1:1: things.csv is not UTF-8, expected UTF-8 text");
    }

    @Test
    void refusesAKeyThatStandsTwiceAndSaysWhereItStoodFirst() {
        things("one,Un,red,,,,,,,,,,,", "one,Uno,blue,,,,,,,,,,,");

        assertThat(pack.faults())
                .containsExactly(
                        "things.csv:3:1: key \"one\" stands twice, expected once (first in things.csv, line 2)");
    }

    @Test
    void refusesARowWithTooFewCells() {
        things("one,Un,red");

        assertThat(pack.faults()).containsExactly("things.csv:2:8: 3 cells, expected 14 as in the header");
    }

    @Test
    void refusesQuotationMarksThatDoNotPair() {
        things("one,Un,red,,,,,,,,,,,", "two,\"Deux,red,,,,,,,,,,,");

        assertThat(pack.faults())
                .containsExactly("things.csv:3:1: the quotation marks of this row do not pair, expected a cell as \"…\""
                        + " with each inner mark doubled");
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        pack.bytes(EveryType.FILE, "code,titre é".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(pack.faults()).contains("things.csv:1:1: things.csv is not UTF-8, expected UTF-8 text");
    }

    @Test
    void refusesTheNullCharacter() {
        things("one,U\0n,red,,,,,,,,,,,");

        assertThat(pack.faults()).contains("things.csv:1:1: things.csv holds a null character (U+0000), expected text");
    }

    @Test
    void refusesAnOutlineThatIsNoArea() {
        pack.write(
                "areas.geojson",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"properties\":{\"place\":\"north\"},"
                        + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}]}");

        assertThat(pack.faults())
                .containsExactly(
                        "areas.geojson:1:1: this is no area, expected a Polygon or MultiPolygon whose rings are"
                                + " closed lists of number pairs");
    }

    @Test
    void saysWhereJsonBreaks() {
        pack.write("areas.geojson", "{\"features\": [", "oops]}");

        assertThat(pack.faults()).singleElement().asString().startsWith("areas.geojson:2:");
    }

    @Test
    void namesAFileThatNoModuleReads() {
        pack.write("observatory/observation.csv", "code");

        assertThat(pack.faults())
                .containsExactly("observatory/observation.csv:1:1: no module reads \"observatory/observation.csv\","
                        + " expected a file of the format (see docs/packs.md)");
    }

    @Test
    void tellsAllFaultsInOnePassByFileAndPlace() {
        things("one,Un,green,S2,,,,,,,,,,", "one,,red,,,2021-13,,,,,,,,");

        assertThat(pack.faults())
                .extracting(f -> f.substring(0, f.indexOf(": ")))
                .containsExactly(
                        "things.csv:2:8", "things.csv:2:14", "things.csv:3:1", "things.csv:3:5", "things.csv:3:12");
    }
}
