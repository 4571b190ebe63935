package ml.taama.tabulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import ml.taama.tabulation.request.Condition;
import ml.taama.tabulation.request.RequestText;
import ml.taama.tabulation.request.TableRequest;
import ml.taama.tabulation.schema.FaultsException;
import ml.taama.tabulation.suppression.Attacker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each attack succeeds on raw counts and fails, or is refused, behind the gate. Seeds are fixed. */
class AttacksTest {

    private static final int PEOPLE = 12_000;

    @TempDir
    Path folder;

    private Path people(long seed, int people) {
        Random random = new Random(seed);
        return Microdata.csv(
                folder,
                "people-" + seed + "-" + people + ".csv",
                "id,sex,age,region,month,origin",
                people,
                i -> "p" + i + "," + "FM".charAt(random.nextInt(2)) + "," + random.nextInt(15, 75) + ",r"
                        + random.nextInt(8) + ",m" + random.nextInt(12) + ",o" + random.nextInt(10));
    }

    private static Condition[] where(String text) {
        return RequestText.filter(text).toArray(Condition[]::new);
    }

    /** Every way to cut one count into parts gives another sum of noises; their mean comes close to the truth. */
    @Test
    void averagingOverDecompositions() {
        try (Release release = Release.open(Microdata.source(people(1, PEOPLE)).counting("id"))) {
            Condition[] women = where("sex = F");
            long truth = Microdata.raw(release.count(TableRequest.of("sex").where(women)))[0];
            QuerySession session = new QuerySession(4, 1_000, 3);
            List<Double> sums = new ArrayList<>();
            List<TableRequest> decompositions = new ArrayList<>();
            for (String cut : new String[] {"region", "month", "origin", "age"}) {
                decompositions.add(TableRequest.of(cut).where(women));
            }
            for (String[] cut : new String[][] {{"region", "month"}, {"region", "origin"}, {"month", "origin"}}) {
                decompositions.add(TableRequest.of(cut).where(women));
            }
            int refused = 0;
            for (TableRequest decomposition : decompositions) {
                Unprotected counts = release.count(decomposition);
                long raw = 0;
                for (long n : Microdata.raw(counts)) {
                    raw += n;
                }
                assertThat(raw).as("without protection one query is enough").isEqualTo(truth);
                try {
                    session.admit(counts);
                    sums.add(sum(Microdata.gate(0).protect(counts).table()));
                } catch (FaultsException e) {
                    refused++;
                }
            }
            assertThat(refused).as("the budget ends the attack").isEqualTo(3);
            double mean = sums.stream().mapToDouble(d -> d).average().orElseThrow();
            assertThat(Math.abs(mean - truth))
                    .as("what the attacker learnt within the budget")
                    .isGreaterThan(0.5);
        }
    }

    private static double sum(ProtectedTable table) {
        double sum = 0;
        for (int line = 0; line < table.lines(); line++) {
            sum += table.value(line, 0).orElse(0);
        }
        return sum;
    }

    /** The region without one village, or the age band without one year: the difference is one person. */
    @Test
    void differencingNestedAreasAndAgeBands() {
        StringBuilder rows = new StringBuilder("id,village,age,status\n");
        for (int i = 0; i < 500; i++) {
            rows.append("p")
                    .append(i)
                    .append(",v")
                    .append(i % 5)
                    .append(',')
                    .append(20 + i % 4)
                    .append(",returned\n");
        }
        rows.append("victim,hamlet,29,returned\n");
        Path file = Microdata.write(folder.resolve("nested.csv"), rows.toString());
        try (Release release = Release.open(Microdata.source(file).counting("id"))) {
            Unprotected whole = release.count(TableRequest.of("status"));
            Unprotected without = release.count(TableRequest.of("status").where(where("village != hamlet")));
            assertThat(Microdata.raw(whole)[0] - Microdata.raw(without)[0])
                    .as("raw: one person, returned")
                    .isEqualTo(1);
            QuerySession session = new QuerySession(100, 100_000, 3);
            session.admit(whole);
            assertThatThrownBy(() -> session.admit(without)).hasMessageContaining("TOO_CLOSE");
            Unprotected young = release.count(TableRequest.of("status").where(where("age in 20, 21, 22, 23")));
            assertThatThrownBy(() -> session.admit(young)).hasMessageContaining("TOO_CLOSE");
            session.admit(release.count(TableRequest.of("status").where(where("village = v1"))));
        }
    }

    /** Without the session the difference still carries two noises: over many pairs it does not tell one from none. */
    @Test
    void aDifferenceOfTwoTablesCarriesFreshNoise() {
        try (Release release = Release.open(Microdata.source(people(2, PEOPLE)).counting("id"))) {
            Gate gate = Microdata.gate(0);
            int right = 0;
            int pairs = 0;
            for (int age = 15; age < 75; age++) {
                for (String sex : new String[] {"F", "M"}) {
                    TableRequest all = TableRequest.of("region").where(where("sex = " + sex));
                    TableRequest fewer = all.where(where("sex = " + sex + "; age != " + age));
                    Unprotected one = release.count(all);
                    Unprotected other = release.count(fewer);
                    for (int region = 0; region < 8; region++) {
                        double shown = Microdata.value(gate.protect(one).table(), "r" + region)
                                - Microdata.value(gate.protect(other).table(), "r" + region);
                        long truth = Microdata.raw(one)[region] - Microdata.raw(other)[region];
                        right += Math.round(shown) == truth ? 1 : 0;
                        pairs++;
                    }
                }
            }
            assertThat((double) right / pairs).isLessThan(0.3);
        }
    }

    @Test
    void repeatedQueriesAlwaysGiveTheSameAnswer() {
        Path file = people(3, 2_000);
        List<String> first;
        try (Release release = Release.open(Microdata.source(file).counting("id"))) {
            first = Microdata.lines(Microdata.gate(0)
                    .protect(release.count(TableRequest.of("region", "sex")))
                    .table());
        }
        for (int again = 0; again < 5; again++) {
            try (Release release =
                    Release.open(Microdata.source(file).counting("id").on(1 + again % 2))) {
                release.load(again < 3 ? List.of("region", "sex") : List.of());
                Unprotected counts = release.count(TableRequest.of("region", "sex"));
                assertThat(Microdata.lines(Microdata.gate(0).protect(counts).table()))
                        .isEqualTo(first);
                // The same contributors under another name of the cell: a filter in place of an axis.
                ProtectedTable women = Microdata.gate(0)
                        .protect(release.count(TableRequest.of("region").where(where("sex = F"))))
                        .table();
                assertThat(first).contains("r3,F," + Microdata.value(women, "r3") + ",perturbed");
            }
        }
    }

    /** One person arrives: exactly one cell of each table changes, and tells who arrived. */
    @Test
    void comparingSuccessiveReleases() {
        Path before = people(4, 3_000);
        Path after = people(4, 3_001);
        TableRequest request = TableRequest.of("region", "sex").withTotals();
        try (Release one = Release.open(Microdata.source(before).counting("id"));
                Release two = Release.open(Microdata.source(after).counting("id"))) {
            Unprotected earlier = one.count(request);
            Unprotected later = two.count(request);
            int changed = 0;
            for (int cell = 0; cell < Microdata.raw(earlier).length; cell++) {
                changed += Microdata.raw(earlier)[cell] == Microdata.raw(later)[cell] ? 0 : 1;
            }
            assertThat(changed)
                    .as("raw: the cell of the arrival and its three margins")
                    .isEqualTo(4);
            Gate gate = Microdata.gate(0);
            List<String> shown = Microdata.lines(gate.protect(earlier).table());
            Unprotected held = Succession.held(later, earlier, 5);
            assertThat(Microdata.lines(gate.protect(held).table())).isEqualTo(shown);
        }
        Path many = people(4, 3_400);
        try (Release one = Release.open(Microdata.source(before).counting("id"));
                Release two = Release.open(Microdata.source(many).counting("id"))) {
            Unprotected held = Succession.held(two.count(request), one.count(request), 5);
            assertThat(Microdata.raw(held)).as("real change is shown").isEqualTo(Microdata.raw(two.count(request)));
        }
    }

    /** Total minus what is shown gives what is hidden, unless other cells are hidden with it. */
    @Test
    void askingForTotalsOfSuppressedCells() {
        int[][] counts = {{40, 3, 57}, {35, 60, 22}, {28, 41, 39}};
        StringBuilder rows = new StringBuilder("area,status\n");
        for (int area = 0; area < 3; area++) {
            for (int status = 0; status < 3; status++) {
                rows.append(("a" + area + ",s" + status + "\n").repeat(counts[area][status]));
            }
        }
        Path file = Microdata.write(folder.resolve("fixed.csv"), rows.toString());
        try (Release release = Release.open(Microdata.source(file))) {
            Rules rules = Rules.DEFAULT.threshold(5).showingZeros();
            Unprotected raw = release.count(TableRequest.of("area", "status").withTotals());
            ProtectedTable table =
                    new Gate(new Method.Suppression(5), rules).protect(raw).table();
            assertThat(Microdata.status(table, "a0", "s1")).isEqualTo(Status.SUPPRESSED);
            double computed = Microdata.value(table, "a0", "_T") - 40 - 57;
            assertThat(computed)
                    .as("with primary suppression alone the attack succeeds")
                    .isEqualTo(3);
            long others = table.lines()
                    - Microdata.lines(table).stream()
                            .filter(l -> l.endsWith("exact"))
                            .count();
            assertThat(others).as("so three more cells are hidden").isEqualTo(4);
            assertThat(hiddenIn(table, "a0")).isGreaterThanOrEqualTo(2);
            // The totals asked for in a second table: protected together, nothing opens.
            Gate gate = new Gate(new Method.Suppression(5), rules);
            List<Gate.Outcome> linked = gate.protect(List.of(
                    release.count(TableRequest.of("area", "status")),
                    release.count(TableRequest.of("status")),
                    release.count(TableRequest.of("area"))));
            int totals = Microdata.status(linked.get(2).table(), "a0") == Status.SUPPRESSED ? 1 : 0;
            assertThat(hiddenIn(linked.getFirst().table(), "a0") + totals).isGreaterThanOrEqualTo(2);
            int statuses = Microdata.status(linked.get(1).table(), "s1") == Status.SUPPRESSED ? 1 : 0;
            long column = Microdata.lines(linked.getFirst().table()).stream()
                    .filter(l -> l.contains(",s1,") && l.endsWith("suppressed"))
                    .count();
            assertThat(column + statuses).isGreaterThanOrEqualTo(2);
        }
    }

    private static int hiddenIn(ProtectedTable table, String area) {
        return (int) Microdata.lines(table).stream()
                .filter(l -> l.startsWith(area + ",") && l.endsWith("suppressed"))
                .count();
    }

    /** Twelve rows of one person would pass a threshold of ten, and weigh twelve times in the key. */
    @Test
    void onePersonInManyRows() {
        StringBuilder rows = new StringBuilder("person,place\n");
        for (int i = 0; i < 12; i++) {
            rows.append("alone,hamlet\n");
        }
        for (int i = 0; i < 40; i++) {
            rows.append("p").append(i).append(",town\n").append("p").append(i).append(",town\n");
        }
        Path file = Microdata.write(folder.resolve("rows.csv"), rows.toString());
        try (Release byRow = Release.open(Microdata.source(file));
                Release byPerson = Release.open(Microdata.source(file).counting("person"))) {
            TableRequest request = TableRequest.of("place");
            ProtectedTable rowsShown =
                    Microdata.gate(5).protect(byRow.count(request)).table();
            assertThat(Microdata.status(rowsShown, "hamlet"))
                    .as("counting rows shows one person")
                    .isEqualTo(Status.PERTURBED);
            Unprotected people = byPerson.count(request);
            assertThat(Microdata.raw(people)).containsExactly(1, 40);
            ProtectedTable shown = Microdata.gate(5).protect(people).table();
            assertThat(Microdata.status(shown, "hamlet")).isEqualTo(Status.SUPPRESSED);
            assertThat(Microdata.value(shown, "town")).isCloseTo(40, within(4.0));
            assertThat(Microdata.keys(people)[0])
                    .isEqualTo((int) Long.remainderUnsigned(Microdata.SECRET.of("alone"), 256));
        }
    }

    @Test
    void theAttackerComputesWhatIsHiddenAlone() {
        var table = new ml.taama.tabulation.suppression.LinearTable(
                new double[] {10, 3, 13},
                List.of(new ml.taama.tabulation.suppression.Equation(2, new int[] {0, 1})),
                new java.util.BitSet(),
                new java.util.BitSet());
        java.util.BitSet hidden = new java.util.BitSet();
        hidden.set(1);
        assertThat(new Attacker(table, hidden).interval(1)).isEqualTo(new Attacker.Interval(3, 3));
        hidden.set(0);
        assertThat(new Attacker(table, hidden).interval(1)).isEqualTo(new Attacker.Interval(0, 13));
    }
}
