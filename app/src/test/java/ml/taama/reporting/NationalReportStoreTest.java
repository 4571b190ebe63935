package ml.taama.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ml.taama.documents.Block;
import ml.taama.documents.Inline;
import ml.taama.reference.Activity;
import ml.taama.reporting.Review.SectionKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The national report of the Mali pack, composed over a real database. */
class NationalReportStoreTest {

    private static final Path MALI = PackReports.PACKS.resolve("mali");
    private static final Path FACTS = Path.of("../../shared/facts/report-2021-facts.csv");
    private static final Pattern FACT = Pattern.compile("^(F\\d{3}),", Pattern.MULTILINE);
    private static final int FACTS_OF_THE_REPORT = 103;

    private static PackReports reports;
    private static ReportData data;
    private static Composition french;
    private static Composition again;
    private static Composition english;
    private static Composition byRoundTable;
    private static String html;

    @BeforeAll
    static void compose() {
        reports = new PackReports();
        reports.load(MALI);
        data = reports.data();
        french = reports.compose(Locale.FRENCH, Layout.BY_GOAL);
        again = reports.compose(Locale.FRENCH, Layout.BY_GOAL);
        english = reports.compose(Locale.ENGLISH, Layout.BY_GOAL);
        byRoundTable = reports.compose(Locale.FRENCH, Layout.BY_ROUND_TABLE);
        html = html(french);
    }

    @AfterAll
    static void close() {
        reports.close();
    }

    private static String html(Composition composition) {
        return new String(ReportFiles.HTML.write(composition), StandardCharsets.UTF_8);
    }

    private static Set<String> facts(Path file) throws IOException {
        return FACT.matcher(Files.readString(file))
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyFactIsInTheReport() throws IOException {
        Set<String> facts = facts(MALI.resolve("sources.csv"));
        assertThat(facts).hasSize(FACTS_OF_THE_REPORT);
        String text = ReportTexts.plain(french.report().blocks()) + ReportTexts.notes(french);
        assertThat(facts).allSatisfy(fact -> assertThat(text).containsPattern("\\b" + fact + "\\b"));
        assertThat(facts).allSatisfy(fact -> assertThat(html).containsPattern(">[^<]*\\b" + fact + "\\b"));
    }

    @Test
    void thePackHasTheFactsOfTheSharedList() throws IOException {
        Assumptions.assumeTrue(Files.exists(FACTS), "skipped: the list of facts is not beside this repository");
        assertThat(facts(MALI.resolve("sources.csv"))).isEqualTo(facts(FACTS));
    }

    /** The annex lists every fact; the notes of the text itself carry each of them too. */
    @Test
    void theTextCarriesTheFactsNotTheAnnexAlone() throws IOException {
        String notes = ReportTexts.notes(french);
        Set<String> onlyInTheAnnex = facts(MALI.resolve("sources.csv"));
        onlyInTheAnnex.removeIf(notes::contains);
        assertThat(onlyInTheAnnex).isEmpty();
    }

    @Test
    void everyFigureOfTheFactsIsTraced() {
        Set<String> traced = french.trace().stream().map(TraceEntry::sourceRef).collect(Collectors.toSet());
        data.observations().values().stream()
                .filter(o -> o.sourceRef().matches("F\\d{3}"))
                .forEach(o -> assertThat(traced).as(o.code()).contains(o.sourceRef()));
    }

    @Test
    void theHashIsStableAndFollowsLanguageAndLayout() {
        assertThat(again.hash()).isEqualTo(french.hash());
        assertThat(Set.of(french.hash(), english.hash(), byRoundTable.hash())).hasSize(3);
        assertThat(html(again)).isEqualTo(html);
    }

    @Test
    void theTraceHasEveryFieldAndEachFigureOfThePage() {
        JsonNode trace = JsonMapper.builder().build().readTree(ReportFiles.TRACE.write(french));
        Set<String> traced = new HashSet<>();
        for (JsonNode entry : trace) {
            assertThat(entry.propertyNames())
                    .containsExactly(
                            "id",
                            "value",
                            "unit",
                            "indicator",
                            "period",
                            "place",
                            "disaggregation",
                            "source",
                            "source_ref",
                            "organisation",
                            "section",
                            "status");
            assertThat(entry.path("value").isNumber()).isTrue();
            assertThat(List.of("done", "ongoing", "planned", "intended", "computed"))
                    .contains(entry.path("status").asString());
            List.of("unit", "indicator", "source", "section")
                    .forEach(field ->
                            assertThat(entry.path(field).asString()).as(field).isNotBlank());
            assertThat(data.review().section(entry.path("section").asString())).isPresent();
            traced.add(entry.path("id").asString());
        }
        Set<String> shown = Pattern.compile("<button [^>]*class=\"figure\" id=\"([^\"]+)\"")
                .matcher(html)
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toSet());
        assertThat(traced).hasSize(trace.size()).isEqualTo(shown);
    }

    @Test
    void countsWhatTheTextCounts() {
        assertThat(french.trace())
                .filteredOn(e -> e.status().equals("computed"))
                .extracting(e -> e.indicator() + " = " + e.value())
                .contains("goals GCM = 23", "goals PONAM-2014 = 8");
    }

    @Test
    void noFigureAmongResultsIsOnlyPlanned() {
        assertThat(french.trace())
                .filteredOn(entry -> results().contains(entry.section()))
                .isNotEmpty()
                .noneMatch(entry -> announced(entry.status()));
    }

    @Test
    void aPlannedFigureSaysSoBesideItself() {
        List<TraceEntry> planned =
                french.trace().stream().filter(e -> announced(e.status())).toList();
        assertThat(planned)
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(html)
                        .containsPattern("id=\"" + entry.id()
                                + "\" [^>]*>[^<]*</button><sup.*?</sup></span> <span class=\"tag\">"));
    }

    @Test
    void noPlannedActivityIsListedUnderAGoal() {
        String told = ReportTexts.plain(results(french));
        assertThat(results(french).stream().filter(Block.Items.class::isInstance))
                .isNotEmpty();
        assertThat(data.activities())
                .filteredOn(a -> !a.progress().reached())
                .isNotEmpty()
                .allSatisfy(activity -> {
                    assertThat(told).doesNotContain(activity.title().text(Locale.FRENCH));
                    assertThat(told).doesNotContain(first(activity));
                });
    }

    @Test
    void whateverIsPlannedCarriesItsTagInEveryList() {
        Set<String> planned = data.activities().stream()
                .filter(a -> !a.progress().reached())
                .map(a -> a.title().text(Locale.FRENCH))
                .collect(Collectors.toCollection(HashSet::new));
        data.review().statements().stream()
                .filter(s -> s.progress().filter(p -> !p.reached()).isPresent())
                .forEach(s -> planned.add(s.text().text(Locale.FRENCH)));
        List<List<Inline>> items = french.report().blocks().stream()
                .filter(Block.Items.class::isInstance)
                .flatMap(b -> ((Block.Items) b).items().stream())
                .filter(item -> item.getFirst() instanceof Inline.Text head && planned.contains(head.text()))
                .toList();
        assertThat(items)
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item).hasAtLeastOneElementOfType(Inline.Tag.class));
    }

    private static String first(Activity activity) {
        String account = activity.account().map(a -> a.text(Locale.FRENCH)).orElse("no account");
        int reference = account.indexOf("{{");
        return reference > 20 ? account.substring(0, reference).strip() : "no account";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unsupported-claim:all-touched",
                "unsupported-claim:all-implemented",
                "silent-priority:GCM:16",
                "unquoted-dataset:malians-abroad",
                "unquoted-dataset:returnees",
                "unquoted-dataset:women-children",
                "unquoted-dataset:remittances",
                "unquoted-dataset:studies",
                "silent-contributor:ministry-health",
                "no-period:reintegration-2021",
                "sources-disagree:ML-DIASPORA",
                "dates-disagree:antenna-gao"
            })
    void theReportIsFoundNotToHold(String contradiction) {
        assertThat(french.findings()).extracting(Finding::id).contains(contradiction);
        assertThat(english.findings()).extracting(Finding::id).contains(contradiction);
    }

    @Test
    void theClaimIsMetWithTheSilentObjectives() {
        Finding claim = finding(french, "unsupported-claim:all-touched");
        assertThat(claim.fault()).isTrue();
        assertThat(claim.text())
                .startsWith("«\u00a0Tous les objectifs")
                .contains("17 objectifs sur 23", "(2, 3, 4, 5, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 22)");
        assertThat(html).contains("17 objectifs sur 23");
    }

    @Test
    void sourcesThatDisagreeStaySideBySide() {
        assertThat(finding(english, "sources-disagree:ML-DIASPORA").text())
                .contains("1,500,000", "4,000,000", "6,000,000");
        assertThat(finding(english, "dates-disagree:antenna-gao").text()).contains("2020", "2021");
    }

    @Test
    void nothingIsTypedAndNothingPlannedIsToldAsDone() {
        assertThat(french.findings())
                .extracting(Finding::rule)
                .doesNotContain("typed-number", "bindable-number", "planned-as-done");
        assertThat(english.findings())
                .extracting(Finding::rule)
                .doesNotContain("typed-number", "bindable-number", "planned-as-done");
    }

    @Test
    void byRoundTableEachObjectiveStandsOnce() {
        List<String> told = new ArrayList<>();
        Matcher headings = Pattern.compile("^Objectif (\\d+) — ").matcher("");
        byRoundTable.report().headings().forEach(heading -> {
            if (headings.reset(heading.plain()).find()) {
                told.add(headings.group(1));
            }
        });
        assertThat(told).hasSize((int) sections(SectionKind.GOAL));
        byRoundTable.report().blocks().stream()
                .filter(Block.Paragraph.class::isInstance)
                .map(block -> Inline.plain(((Block.Paragraph) block).text()))
                .filter(text -> text.startsWith("Objectifs de cette table ronde"))
                .forEach(text -> Pattern.compile("\\d+").matcher(text).results().forEach(m -> told.add(m.group())));
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 23).mapToObj(String::valueOf).toList());
    }

    @Test
    void eachLanguageStaysItsOwn() {
        assertThat(ReportTexts.lines(english))
                .filteredOn(line -> line.matches(
                        "(?is).*(?<![\\p{L}’'-])(le|les|des|du|une|pour|et|dans|aux|avec|est)(?![\\p{L}’'-]).*"))
                .isEmpty();
        assertThat(ReportTexts.lines(french))
                .filteredOn(line -> line.matches(
                        "(?is).*(?<![\\p{L}’'-])(the|of|and|with|for|by|from|is|are|to|its)(?![\\p{L}’'-]).*"))
                .isEmpty();
    }

    @Test
    void aChangedValueChangesReportTraceAndHash(@TempDir Path folder) {
        Path pack = PackReports.copy(MALI, folder.resolve("mali"));
        PackReports.replace(
                pack.resolve("observatory/observations.csv"),
                "distress-2019-2021,C15,10000,",
                "distress-2019-2021,C15,12345,");
        Composition changed = recompose(pack);
        assertThat(changed.hash()).isNotEqualTo(french.hash());
        assertThat(html).contains("10\u202f000\u00a0").doesNotContain("12\u202f345");
        assertThat(html(changed)).contains("12\u202f345\u00a0").doesNotContain("10\u202f000\u00a0personnes");
        assertThat(values(changed, "F080"))
                .extracting(BigDecimal::intValueExact)
                .containsExactly(12345);
        assertThat(values(french, "F080")).extracting(BigDecimal::intValueExact).containsExactly(10000);
    }

    @Test
    void aTypedNumberAndAPlannedResultAreFound(@TempDir Path folder) {
        Path pack = PackReports.copy(MALI, folder.resolve("mali"));
        PackReports.replace(
                pack.resolve("reporting/narrative/2021/method.fr.md"),
                "{{list requests}}",
                "Au total, 4 321 migrants ont été aidés.\n\n{{list requests}}");
        PackReports.replace(
                pack.resolve("cooperation/trainings.csv"),
                "Project planning and management,,,,,done,",
                "Project planning and management,,,,,planned,");
        Composition changed = recompose(pack);
        assertThat(finding(changed, "typed-number:method:4321").text()).contains("4 321");
        assertThat(finding(changed, "planned-as-done:planning-2019").section()).isEqualTo("progress");
        assertThat(html(changed)).contains("id=\"remark-typed-number-method-4321\"");
    }

    /** Composes with a changed pack, and puts the pack as it was back. */
    private static Composition recompose(Path pack) {
        reports.load(pack);
        Composition changed = reports.compose(Locale.FRENCH, Layout.BY_GOAL);
        reports.load(MALI);
        assertThat(reports.compose(Locale.FRENCH, Layout.BY_GOAL).hash()).isEqualTo(french.hash());
        return changed;
    }

    private static List<BigDecimal> values(Composition composition, String source) {
        return composition.trace().stream()
                .filter(e -> e.sourceRef().equals(source))
                .map(TraceEntry::value)
                .toList();
    }

    private static Finding finding(Composition composition, String id) {
        return composition.findings().stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static long sections(SectionKind kind) {
        return data.review().sections().stream().filter(s -> s.kind() == kind).count();
    }

    private static boolean announced(String status) {
        return status.equals("planned") || status.equals("intended");
    }

    /** Codes of the sections that tell results. */
    private static Set<String> results() {
        return data.review().sections().stream()
                .filter(s -> s.kind() == SectionKind.GOAL || s.kind() == SectionKind.PROGRESS)
                .map(Review.Section::code)
                .collect(Collectors.toSet());
    }

    /** Blocks between the heading of progress and the first heading that is of no goal. */
    private static List<Block> results(Composition composition) {
        Set<String> results = results().stream().map(code -> "s-" + code).collect(Collectors.toSet());
        List<Block> told = new ArrayList<>();
        boolean inside = false;
        for (Block block : composition.report().blocks()) {
            if (block instanceof Block.Heading heading) {
                inside = results.stream().anyMatch(heading.id()::startsWith);
            }
            if (inside && !(block instanceof Block.Remark)) {
                told.add(block);
            }
        }
        return told;
    }
}
