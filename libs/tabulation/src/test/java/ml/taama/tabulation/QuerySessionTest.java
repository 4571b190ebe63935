package ml.taama.tabulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import ml.taama.tabulation.request.Condition;
import ml.taama.tabulation.request.Measure;
import ml.taama.tabulation.request.Ordering;
import ml.taama.tabulation.request.RequestText;
import ml.taama.tabulation.request.TableRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one user may ask of a release, and what a later release may show. */
class QuerySessionTest {

    @TempDir
    Path folder;

    private Release release;

    /** 400 people: ages 20 to 39 twenty times each, half women; one of age 40 in the hamlet. */
    @BeforeEach
    void open() {
        Path file = Microdata.csv(
                folder,
                "p.csv",
                "id,age,sex,place,amount",
                401,
                i -> i == 400
                        ? "p400,40,F,hamlet,1000"
                        : "p" + i + "," + (20 + i % 20) + "," + "FM".charAt(i / 20 % 2) + ",v" + i / 100 + ","
                                + i % 50);
        release = Release.open(Microdata.source(file).counting("id"));
    }

    @AfterEach
    void close() {
        release.close();
    }

    private Unprotected count(String axes, String filter) {
        TableRequest request = TableRequest.of(axes.split(","));
        return release.count(
                filter.isEmpty()
                        ? request
                        : request.where(RequestText.filter(filter).toArray(Condition[]::new)));
    }

    @Test
    void aBudgetOfCellsIsUsedUpToTheLastCell() {
        QuerySession session = new QuerySession(10, 5, 3);
        session.admit(count("sex", ""));
        assertThatThrownBy(() -> session.admit(count("place", ""))).hasMessageContaining("BUDGET");
        session.admit(release.count(TableRequest.of("sex").withTotals()));
        assertThatThrownBy(() -> session.admit(count("sex", "sex = F"))).hasMessageContaining("BUDGET");
        session.admit(count("sex", ""));
    }

    @Test
    void aBudgetOfTablesIsUsedUpToTheLastTable() {
        QuerySession session = new QuerySession(2, 1_000, 3);
        session.admit(count("sex", ""));
        session.admit(count("place", ""));
        assertThatThrownBy(() -> session.admit(count("age", ""))).hasMessageContaining("BUDGET");
        session.admit(count("place", ""));
    }

    /** A filter that lets everyone through is none, and asking the same again is free. */
    @Test
    void whatIsTheSameQuestionCostsNothing() {
        QuerySession session = new QuerySession(1, 1_000, 3);
        session.admit(count("place", ""));
        session.admit(count("place", "sex in F, M"));
        assertThatThrownBy(() -> session.admit(count("place", "sex = F"))).hasMessageContaining("BUDGET");
    }

    /** The whole differs by 200 men, but in the hamlet nobody is left. */
    @Test
    void tablesAreComparedCellByCellOverWhatBothShow() {
        QuerySession session = new QuerySession(10, 1_000, 3);
        session.admit(count("place", ""));
        session.admit(count("sex", "place in v0, v1"));
        assertThatThrownBy(() -> session.admit(count("place", "sex = M"))).hasMessageContaining("TOO_CLOSE");
        QuerySession other = new QuerySession(10, 1_000, 3);
        other.admit(count("sex", ""));
        other.admit(count("place", "sex = M"));
    }

    @Test
    void overlappingFiltersOnOneVariableAreComparedByWhatTheyShare() {
        QuerySession session = new QuerySession(10, 1_000, 21);
        session.admit(count("sex", "age in 20, 21, 22, 23, 24"));
        assertThatThrownBy(() -> session.admit(count("sex", "age in 21, 22, 23, 24, 25")))
                .hasMessageContaining("TOO_CLOSE");
        session.admit(count("sex", "age in 30, 31, 32, 33, 34"));
        QuerySession exact = new QuerySession(10, 1_000, 10);
        exact.admit(count("sex", "age in 20, 21, 22, 23, 24"));
        exact.admit(count("sex", "age in 21, 22, 23, 24, 25"));
        QuerySession more = new QuerySession(10, 1_000, 11);
        more.admit(count("sex", "age in 20, 21, 22, 23, 24"));
        assertThatThrownBy(() -> more.admit(count("sex", "age in 21, 22, 23, 24, 25")))
                .hasMessageContaining("TOO_CLOSE");
    }

    @Test
    void boundsOfNumbersAreComparedToo() {
        QuerySession session = new QuerySession(10, 1_000, 3);
        session.admit(count("sex", "amount <= 1000"));
        assertThatThrownBy(() -> session.admit(count("sex", "amount <= 999"))).hasMessageContaining("TOO_CLOSE");
        session.admit(count("sex", "amount <= 25"));
    }

    /** What a user asked is kept as text, and holds for the next process as for this one. */
    @Test
    void aBudgetOutlivesItsProcess() {
        QueryBudget budget = QueryBudget.parse("{\"tables\": 2, \"least\": 3}\n", "b");
        assertThat(budget.cells()).isEqualTo(QueryBudget.DEFAULT.cells());
        for (String filter : new String[] {"", "sex = F", ""}) {
            budget =
                    QueryBudget.parse(budget.admit(count("sex", filter)).of("d").text(), "b");
        }
        assertThat(budget.asked()).hasSize(2);
        assertThat(budget.data()).isEqualTo("d");
        QueryBudget used = budget;
        assertThatThrownBy(() -> used.admit(count("age", ""))).hasMessageContaining("BUDGET");
        QueryBudget more = QueryBudget.parse(budget.text().replace("\"tables\":2", "\"tables\":9"), "b");
        assertThatThrownBy(() -> more.admit(count("sex", "place != hamlet"))).hasMessageContaining("TOO_CLOSE");
        assertThat(more.admit(count("age", "")).asked()).hasSize(3);
        for (int cells : new int[] {8, 9}) {
            QueryBudget narrow =
                    QueryBudget.parse(more.text().replaceFirst("\"cells\":\\d+", "\"cells\":" + cells), "b");
            if (cells == 8) {
                assertThatThrownBy(() -> narrow.admit(count("place", ""))).hasMessageContaining("BUDGET");
            } else {
                assertThat(narrow.admit(count("place", "")).asked()).hasSize(3);
            }
        }
    }

    @Test
    void aDamagedBudgetIsRefusedWithItsLine() {
        assertThat(QueryBudget.parse("\n", "b")).isEqualTo(QueryBudget.DEFAULT);
        for (String wrong :
                new String[] {"{\"tables\":0}", "{\"least\":1.5}", "{\"cells\":1e300}", "[]", "{", "{\"figures\":1}"}) {
            assertThatThrownBy(() -> QueryBudget.parse(wrong, "b")).as(wrong).hasMessageContaining("b:1");
        }
        assertThatThrownBy(() -> QueryBudget.parse("{}\n{\"rows\":[\"a\"]}\n{\"row\":1}", "b"))
                .hasMessageContaining("b:3");
    }

    /** An order, a comparison, weights and suppression count the later records again: the held counts would be lost. */
    @Test
    void whatCountsAgainIsRefusedForALaterRelease() {
        Unprotected plain = count("sex", "");
        Unprotected ordered = release.count(TableRequest.of("sex").ordered(new Ordering(Ordering.By.VALUE, true, 1)));
        assertThatThrownBy(() -> Succession.held(ordered, plain, 5)).hasMessageContaining("EXCLUDES");
        Unprotected held = Succession.held(plain, plain, 5);
        Gate gate = new Gate(new Method.Suppression(5), Rules.DEFAULT.showingZeros());
        assertThatThrownBy(() -> gate.protect(held)).hasMessageContaining("EXCLUDES");
        assertThat(gate.protect(plain).table().lines()).isEqualTo(2);
    }

    @Test
    void laterReleasesHoldBackLessThanTheLeastChange() {
        Path file = Microdata.csv(
                folder, "later.csv", "id,sex", 215, i -> "q" + i + "," + (i < 100 ? "F" : i < 205 ? "M" : "F"));
        Path before = Microdata.csv(folder, "before.csv", "id,sex", 200, i -> "q" + i + "," + (i < 100 ? "F" : "M"));
        try (Release one = Release.open(Microdata.source(before).counting("id"));
                Release two = Release.open(Microdata.source(file).counting("id"))) {
            Unprotected earlier = one.count(TableRequest.of("sex"));
            Unprotected later = two.count(TableRequest.of("sex"));
            assertThat(Microdata.raw(Succession.held(later, earlier, 5))).containsExactly(110, 105);
            assertThat(Microdata.raw(Succession.held(later, earlier, 6))).containsExactly(110, 100);
            assertThat(Microdata.keys(Succession.held(later, earlier, 6))[1]).isEqualTo(Microdata.keys(earlier)[1]);
            Unprotected people = two.count(TableRequest.of("sex").measuring(new Measure.People()));
            assertThat(Microdata.raw(Succession.held(people, earlier, 6))).containsExactly(110, 100);
            Unprotected records = two.count(TableRequest.of("sex").measuring(new Measure.Records()));
            assertThatThrownBy(() -> Succession.held(records, earlier, 6)).hasMessageContaining("EXCLUDES");
            Unprotected totals = two.count(TableRequest.of("sex").withTotals());
            assertThatThrownBy(() -> Succession.held(totals, earlier, 6)).hasMessageContaining("EXCLUDES");
        }
    }
}
