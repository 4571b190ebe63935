package ml.taama.tabulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import ml.taama.tabulation.perturbation.PerturbationCsv;
import ml.taama.tabulation.perturbation.PerturbationTable;
import ml.taama.tabulation.request.TableRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table that the ONS publishes with its cell-key software, and its algorithm worked by hand. */
class PublishedTableTest {

    private static final String TABLE = "disclosure/ons_ptable_10_5_rule.csv";
    private static final int ROWS = 750;
    private static final int KEYS = 256;

    @TempDir
    Path folder;

    @Test
    void all192000LookUpsGiveThePublishedValue() throws IOException, NoSuchAlgorithmException {
        Path file = Standards.file(TABLE);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))))
                .startsWith("05d8eccca94b6943");
        PerturbationTable table = PerturbationCsv.read(file);
        assertThat(table.rows()).isEqualTo(ROWS);
        assertThat(table.modulus()).isEqualTo(KEYS);
        List<String> lines = Files.readAllLines(file);
        int looked = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",");
            int count = Integer.parseInt(fields[0]);
            assertThat(table.value(count, Integer.parseInt(fields[1])))
                    .as(line)
                    .isEqualTo(Integer.parseInt(fields[2]))
                    .isEqualTo(rule(count));
            looked++;
        }
        assertThat(looked).isEqualTo(ROWS * KEYS);
    }

    /** Below 10 nothing remains; else the nearest multiple of five. */
    private static int rule(long count) {
        return (int) (count < 10 ? -count : new int[] {0, -1, -2, 2, 1}[(int) (count % 5)]);
    }

    @Test
    void countsAbove750ReuseRows501To750() {
        PerturbationTable table = PerturbationCsv.read(Standards.file(TABLE));
        for (long count = 751; count < 5_000; count++) {
            assertThat(table.row(count)).isEqualTo((int) ((count - 1) % 250 + 501));
            assertThat(table.value(count, (int) (count % KEYS))).isEqualTo(rule(count));
        }
        assertThat(table.row(751)).isEqualTo(501);
        assertThat(table.row(1_000)).isEqualTo(750);
        assertThat(table.row(1_001)).isEqualTo(501);
        assertThat(table.row(1_000_000_000_000L)).isBetween(501, 750);
        assertThat(table.value(0, 17)).isZero();
        assertThat(table.dependsOnKey()).isFalse();
    }

    @Test
    void replaysTheRuleOnMicrodataWithTheThresholdAfterwards() {
        int[] sizes = {1, 9, 10, 12, 13, 749, 751, 1003};
        StringBuilder rows = new StringBuilder("place,sex,record\n");
        for (int place = 0; place < sizes.length; place++) {
            for (int i = 0; i < sizes[place]; i++) {
                rows.append("p")
                        .append(place)
                        .append(",F,")
                        .append(i * 7 % KEYS)
                        .append('\n');
            }
        }
        Path file = Microdata.write(folder.resolve("data.csv"), rows.toString());
        Source source = Source.of(file, new KeySource.Column("record"));
        try (Release release = Release.open(source)) {
            Gate gate = new Gate(
                    new Method.CellKey(PerturbationCsv.read(Standards.file(TABLE)), true),
                    Rules.DEFAULT.showingZeros());
            ProtectedTable table =
                    gate.protect(release.count(TableRequest.of("place", "sex"))).table();
            assertThat(Microdata.lines(table))
                    .containsExactly(
                            "p0,F,,suppressed",
                            "p1,F,,suppressed",
                            "p2,F,10.0,perturbed",
                            "p3,F,10.0,perturbed",
                            "p4,F,15.0,perturbed",
                            "p5,F,750.0,perturbed",
                            "p6,F,750.0,perturbed",
                            "p7,F,1005.0,perturbed");
        }
    }

    /**
     * By hand, with a table of three rows and four keys: records 3, 2 and 3 give the cell key 8 mod 4 = 0; 1 and 1 give 2;
     * a single record 3 gives 3; an empty cell has no key and stays zero.
     */
    @Test
    void followsTheAlgorithmWorkedByHand() {
        Path noise = Microdata.write(
                folder.resolve("noise.csv"),
                "pcv,ckey,pvalue\n1,0,0\n1,1,-1\n1,2,1\n1,3,2\n2,0,1\n2,1,0\n2,2,-1\n2,3,0\n3,0,2\n3,1,1\n3,2,0\n3,3,-3\n");
        Path file = Microdata.write(
                folder.resolve("data.csv"),
                "sex,age,key\nF,young,3\nF,young,2\nF,young,3\nF,old,1\nF,old,1\nM,old,3\n");
        PerturbationTable table = PerturbationCsv.read(noise);
        Source source = Source.of(file, new KeySource.Column("key")).modulo(table.modulus());
        try (Release release = Release.open(source)) {
            Rules none = Rules.DEFAULT.threshold(0).showingZeros().leastMean(0);
            Unprotected counts = release.count(TableRequest.of("sex", "age"));
            assertThat(Microdata.keys(counts)).containsExactly(2, 0, 3, 0);
            assertThat(Microdata.lines(new Gate(new Method.CellKey(table, true), none)
                            .protect(counts)
                            .table()))
                    .containsExactly("F,old,1.0,perturbed", "F,young,5.0,perturbed", "M,old,3.0,perturbed");
            assertThat(Microdata.lines(new Gate(new Method.CellKey(table, false), none)
                            .protect(counts)
                            .table()))
                    .contains("M,young,0.0,perturbed");
        }
    }
}
