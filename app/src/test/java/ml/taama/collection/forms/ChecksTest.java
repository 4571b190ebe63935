package ml.taama.collection.forms;

import static ml.taama.collection.forms.Questions.MONEY;
import static ml.taama.collection.forms.Questions.PEOPLE;
import static ml.taama.collection.forms.Questions.SHARE;
import static ml.taama.collection.forms.Questions.TEXT;
import static ml.taama.collection.forms.Questions.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChecksTest {

    private static final Checks CHECKS = new Checks(Questions.form(
            Map.of(Form.pastKey("MONEY", "", Cell.TOTAL), new Form.Past(new BigDecimal("500"), "2024"))));

    private static List<Rule> rules(Entry... entries) {
        return CHECKS.all(List.of(entries)).stream().map(Fault::rule).toList();
    }

    private static Entry with(Entry entry, String period, Optional<String> unit, String absence, String explanation) {
        return new Entry(
                entry.where(),
                entry.question(),
                period,
                entry.place(),
                entry.cell(),
                entry.typed(),
                unit,
                absence,
                "",
                "",
                explanation);
    }

    @Test
    void takesWhatIsRight() {
        assertThat(rules(
                        entry(PEOPLE, "sex=F;age=0-17", "10"),
                        entry(PEOPLE, "sex=F;age=18plus", "20"),
                        entry(PEOPLE, "sex=M;age=0-17", "30"),
                        entry(PEOPLE, "sex=M;age=18plus", "40"),
                        entry(PEOPLE, "", "100"),
                        entry(MONEY, "", "535,5"),
                        entry(SHARE, "sex=F", "49,75"),
                        entry(TEXT, "", "## Ce que nous avons fait")))
                .isEmpty();
    }

    @Test
    void typeRangeAndDecimals() {
        assertThat(rules(entry(PEOPLE, "", "beaucoup"))).containsExactly(Rule.NUMBER);
        assertThat(rules(entry(MONEY, "", "1,234"))).containsExactly(Rule.AMBIGUOUS);
        assertThat(rules(entry(PEOPLE, "", "-1"))).containsExactly(Rule.RANGE);
        assertThat(rules(entry(SHARE, "", "101"))).containsExactly(Rule.RANGE);
        assertThat(rules(entry(PEOPLE, "", "12,5"))).containsExactly(Rule.DECIMALS);
        assertThat(rules(entry(PEOPLE, "", "#DIV/0!"))).containsExactly(Rule.FORMULA);
    }

    @Test
    void unit() {
        Entry money = entry(MONEY, "", "535");
        assertThat(rules(with(money, "2025", Optional.of("Milliards"), "", ""))).isEmpty();
        assertThat(rules(with(money, "2025", Optional.of("euros"), "", ""))).containsExactly(Rule.UNIT);
    }

    @Test
    void impossibleDates() {
        Entry people = entry(PEOPLE, "", "1");
        assertThat(rules(with(people, "2025-02-30", Optional.empty(), "", ""))).containsExactly(Rule.DATE);
        assertThat(rules(with(people, "2026-12", Optional.empty(), "", ""))).containsExactly(Rule.FUTURE);
        assertThat(rules(with(people, "2019", Optional.empty(), "", ""))).containsExactly(Rule.PERIOD);
        assertThat(rules(with(people, "2025-Q3", Optional.empty(), "", ""))).isEmpty();
    }

    @Test
    void totalsEqualTheirParts() {
        Entry half = entry(PEOPLE, "sex=F;age=0-17", "10");
        assertThat(rules(half, entry(PEOPLE, "", "5"))).containsExactly(Rule.PARTS);
        assertThat(rules(half, entry(PEOPLE, "", "50"))).isEmpty();
        assertThat(rules(entry(PEOPLE, "sex=F", "10"), entry(PEOPLE, "sex=M", "20"), entry(PEOPLE, "", "31")))
                .containsExactly(Rule.TOTAL);
        assertThat(rules(entry(PEOPLE, "sex=F", "9"), half, entry(PEOPLE, "sex=F;age=18plus", "1")))
                .containsExactly(Rule.TOTAL);
        assertThat(rules(entry(SHARE, "sex=F", "60"), entry(SHARE, "sex=M", "70"), entry(SHARE, "", "65")))
                .isEmpty();
    }

    @Test
    void aChangeAgainstTheLastPeriodIsToBeExplained() {
        Entry jump = entry(MONEY, "", "900");
        Fault fault = CHECKS.one(jump).getFirst();
        assertThat(fault.rule()).isEqualTo(Rule.CHANGE);
        assertThat(fault.blocks()).isTrue();
        assertThat(fault.arguments()).containsExactly("500", "2024");
        assertThat(CHECKS.one(with(jump, "2025", Optional.empty(), "", "Nouvelle enquête"))
                        .getFirst()
                        .blocks())
                .isFalse();
        assertThat(rules(entry(MONEY, "", "600"))).isEmpty();
        assertThat(rules(entry(MONEY, "", "300"))).containsExactly(Rule.CHANGE);
    }

    @Test
    void whatIsNoPartDoesNotHideAWrongTotal() {
        assertThat(rules(
                        entry(PEOPLE, "sex=F", "10"),
                        entry(PEOPLE, "sex=M", "20"),
                        entry(PEOPLE, "sex=X", "1"),
                        entry(PEOPLE, "", "31")))
                .containsExactlyInAnyOrder(Rule.BREAKDOWN, Rule.TOTAL);
    }

    @Test
    void theSameThingTwiceAndUnknownThings() {
        assertThat(rules(entry(MONEY, "", "500"), entry(MONEY, "", "501"))).containsExactly(Rule.TWICE);
        assertThat(rules(entry(PEOPLE, "sex=X", "1"))).containsExactly(Rule.BREAKDOWN);
        assertThat(rules(entry(PEOPLE, "region=Kayes", "1"))).containsExactly(Rule.BREAKDOWN);
        Entry nowhere = new Entry("A1", 99, "2025", "", Cell.TOTAL, "1", Optional.empty(), "", "", "", "");
        assertThat(rules(nowhere)).containsExactly(Rule.QUESTION);
    }

    @Test
    void absence() {
        Entry none = entry(MONEY, "", "");
        assertThat(rules(with(none, "2025", Optional.empty(), "not-collected", "")))
                .isEmpty();
        assertThat(rules(with(none, "2025", Optional.empty(), "lazy", ""))).containsExactly(Rule.ABSENCE);
        assertThat(rules(with(entry(MONEY, "", "500"), "2025", Optional.empty(), "other", "")))
                .containsExactly(Rule.BOTH);
        assertThat(CHECKS.missing(List.of(), Question::code))
                .extracting(Fault::rule)
                .containsOnly(Rule.MISSING)
                .hasSize(3);
    }

    /** Parts made by splitting a total always add up; a changed part never does. */
    @Test
    void totalsHoldForAnySplitAndForNoOther() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            int[] parts = random.ints(4, 0, 1_000).toArray();
            List<Entry> entries = new ArrayList<>();
            List<Cell> cells = Grid.cells(PEOPLE);
            for (int c = 0; c < parts.length; c++) {
                entries.add(entry(PEOPLE, cells.get(c).toString(), String.valueOf(parts[c])));
            }
            int total = java.util.Arrays.stream(parts).sum();
            entries.add(entry(PEOPLE, "", String.valueOf(total)));
            assertThat(CHECKS.all(entries)).isEmpty();
            int changed = random.nextInt(parts.length);
            entries.set(changed, entry(PEOPLE, cells.get(changed).toString(), String.valueOf(parts[changed] + 1)));
            assertThat(CHECKS.all(entries)).extracting(Fault::rule).containsExactly(Rule.TOTAL);
        }
    }

    @Test
    void theTableOfAQuestionHasEveryCellOnce() {
        Grid grid = Grid.of(PEOPLE);
        assertThat(grid.columns()).hasSize(2);
        assertThat(grid.lines()).hasSize(2);
        assertThat(Grid.cells(PEOPLE)).doesNotHaveDuplicates().hasSize(5).endsWith(Cell.TOTAL);
        assertThat(Grid.cells(PEOPLE))
                .allSatisfy(c -> assertThat(Cell.tryParse(c.toString())).contains(c));
    }
}
