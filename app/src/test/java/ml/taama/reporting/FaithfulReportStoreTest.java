package ml.taama.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ml.taama.documents.Block;
import ml.taama.documents.Inline;
import ml.taama.documents.charts.Grid;
import ml.taama.reference.Activity;
import ml.taama.reference.Activity.Role;
import ml.taama.reference.Source;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report of Mali says what its sources say: no more, at its date, in their order, with their actors and words. */
class FaithfulReportStoreTest {

    private static final Path REPORT = Path.of("../../shared/report-2021/rapport-national-mali-2021.txt");

    private static PackReports reports;
    private static ReportData data;
    private static Composition french;
    private static Composition english;

    @BeforeAll
    static void compose() {
        reports = new PackReports();
        reports.load(PackReports.PACKS.resolve("mali"));
        data = reports.data();
        french = reports.compose(Locale.FRENCH, Layout.BY_GOAL);
        english = reports.compose(Locale.ENGLISH, Layout.BY_GOAL);
    }

    @AfterAll
    static void close() {
        reports.close();
    }

    private static Block.Table table(Composition composition, String id) {
        return composition.report().blocks().stream()
                .filter(b -> b instanceof Block.Table table && table.id().equals(id))
                .map(Block.Table.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static String html(Composition composition) {
        return new String(ReportFiles.HTML.write(composition), StandardCharsets.UTF_8);
    }

    @Test
    void theMapOfTheReportShowsWhatWasKnownAtItsDateEachPlaceWithItsSource() {
        List<List<List<Inline>>> rows = table(french, "table-map").rows();
        assertThat(rows)
                .extracting(row -> Inline.plain(row.getFirst()))
                .contains("Antenne de Kayes", "Centre de transit de Gao", "Koury", "Aéroport Modibo Keïta")
                .doesNotContain("Centre pour migrants de Gao-Sanèye", "Nara", "Léré", "Sokolo", "Diboli", "Labbézanga");
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.getFirst()).hasAtLeastOneElementOfType(Inline.NoteMark.class));
        assertThat(rows).noneSatisfy(row -> assertThat(Inline.plain(row.get(2))).containsPattern("202[2-9]"));
        Grid drawn = map(french);
        assertThat(drawn.rows()).hasSameSizeAs(rows);
    }

    private static Grid map(Composition composition) {
        return composition.report().blocks().stream()
                .filter(b -> b instanceof Block.Picture picture
                        && picture.chart().id().equals("map"))
                .map(b -> ((Block.Picture) b).chart().table())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theMapOfTheSiteShowsEverythingEachPlaceWithItsSource() {
        Grid table = reports.charts().map(data, Locale.ENGLISH).table();
        assertThat(table.rows())
                .extracting(List::getFirst)
                .contains("Migrant centre of Gao-Sanèye", "Nara", "Diboli", "Modibo Keïta airport");
        assertThat(table.rows())
                .allSatisfy(row ->
                        assertThat(data.sources()).containsKeys(row.getLast().split(", ")));
    }

    @Test
    void whatIsComputedClaimsNeitherPeriodNorPlaceNorOrganisation() {
        assertThat(french.trace())
                .filteredOn(e -> e.status().equals("computed"))
                .isNotEmpty()
                .allSatisfy(e -> assertThat(List.of(e.period(), e.place(), e.organisation(), e.sourceRef()))
                        .containsOnly(""));
        assertThat(french.trace())
                .filteredOn(e -> e.sourceRef().equals("F080"))
                .isNotEmpty()
                .allSatisfy(e -> assertThat(e.place()).isEmpty());
    }

    @Test
    void theAnnexListsEveryFigureOfTheTrace() {
        Set<String> traced = new java.util.TreeSet<>();
        french.trace().forEach(e -> traced.add(e.indicator() + e.sourceRef()));
        List<List<List<Inline>>> rows = table(french, "table-figures").rows();
        assertThat(rows).hasSize(traced.size());
        assertThat(rows)
                .extracting(row -> Inline.plain(row.get(1)))
                .contains("10\u202f000\u00a0personnes", "23\u00a0objectifs", "8\u00a0axes");
    }

    @Test
    void eachActionNamesTheActorOfItsFact() {
        assertThat(roles("cigem-creation")).containsEntry(Role.LEAD, List.of("cigem"));
        assertThat(roles("carem-creation")).containsEntry(Role.LEAD, List.of("carem"));
        assertThat(roles("hcme-support"))
                .containsEntry(Role.LEAD, List.of("government"))
                .containsEntry(Role.BENEFICIARY, List.of("hcme"));
        assertThat(roles("hcme-sessions")).containsEntry(Role.BENEFICIARY, List.of("hcme"));
        assertThat(roles("dgme-2018")).containsEntry(Role.BENEFICIARY, List.of("dgme"));
        assertThat(roles("mou-morocco")).containsEntry(Role.LEAD, List.of("government"));
        assertThat(roles("master").get(Role.LEAD)).isEmpty();
        assertThat(roles("covid-cordons").get(Role.LEAD)).isEmpty();
        assertThat(activity("covid-cordons").plan()).contains("covid-19");
        assertThat(activity("hcme-support").roles("hcme")).containsExactly(Role.BENEFICIARY);
    }

    private static Activity activity(String code) {
        return data.activities().stream()
                .filter(a -> a.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Map<Role, List<String>> roles(String code) {
        return activity(code).organisations();
    }

    @Test
    void tellsWhatTheReportTellsInItsOrder() {
        String told = ReportTexts.plain(french.report().blocks());
        assertThat(told)
                .containsSubsequence(
                        "ont été impliqués",
                        "Adoption de la politique nationale en matière d’intégration africaine",
                        "Relativement à la COVID-19",
                        "mis en place une stratégie d’aide",
                        "Signature d’un Mémoire d’entente avec le Maroc",
                        "nonobstant des difficultés sur le plan opérationnel",
                        "Manque de coordination des actions",
                        "Déficit de données migratoires",
                        "Déficit de compétences techniques",
                        "Déficit de moyens financiers",
                        "constitue la principale difficulté",
                        "Absence de métiers plus porteurs",
                        "au-devant de la scène",
                        "bonne pratique à encourager",
                        "réseaux d’acteurs nationaux et locaux",
                        "formaliser le fonctionnement de ces réseaux",
                        "la migration constitue une priorité, ce qui garantit")
                .doesNotContain("consultés");
    }

    /** The weaknesses of the report are four; context, trades and difficulties stand beside them. */
    @Test
    void fourWeaknessesStandTogether() {
        assertThat(french.report().blocks().stream()
                        .filter(b -> b instanceof Block.Items)
                        .map(b -> ((Block.Items) b).items())
                        .filter(items -> Inline.plain(items.getFirst()).startsWith("Manque de coordination")))
                .singleElement()
                .satisfies(items -> assertThat(items).hasSize(4));
    }

    @Test
    void noLayoutPromisesAnotherOrder() {
        Composition byRoundTable = reports.compose(Locale.FRENCH, Layout.BY_ROUND_TABLE);
        assertThat(ReportTexts.plain(byRoundTable.report().blocks())).doesNotContain("objectif par objectif");
    }

    @Test
    void whoPublishedASourceIsNamedInEachLanguage() {
        assertThat(data.sources().values())
                .filteredOn(s -> s.publisher().isPresent())
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s.publisher().orElseThrow().texts()).containsKeys("fr", "en"));
        assertThat(data.sources().values())
                .filteredOn(s -> s.code().equals("F080"))
                .extracting(s -> s.publisher().orElseThrow().text(Locale.ENGLISH))
                .containsExactly("Government of Mali");
        assertThat(html(english)).contains("IOM, ").doesNotContain("Gouvernement du Mali", ">OIM", "OIM Mali");
    }

    @Test
    void eachFactIsQuotedFromTheReport() throws IOException {
        List<Source> facts = data.sources().values().stream()
                .filter(s -> s.code().matches("F\\d{3}"))
                .toList();
        assertThat(facts).hasSize(103).allSatisfy(s -> assertThat(s.passage()).isPresent());
        Assumptions.assumeTrue(Files.exists(REPORT), "skipped: the report is not beside this repository");
        String text = Files.readString(REPORT);
        assertThat(facts)
                .allSatisfy(s -> assertThat(text).containsSubsequence(quoted(s).split("\\s*\\[…]\\s*")));
    }

    private static String quoted(Source source) {
        return source.passage().orElseThrow().texts().getOrDefault("fr", "");
    }

    @Test
    void theCardShowsThePassageInItsLanguage() {
        assertThat(html(french))
                .contains("<dt>Passage</dt><dd>«\u00a0Assistance à 10000 maliens en situation de détresse");
        assertThat(html(english))
                .contains("<dt>Passage</dt><dd><span lang=\"fr\">«\u00a0Assistance à 10000 maliens en situation");
    }

    @Test
    void noteMarksStandBeforeThePunctuationInFrenchAndAfterItInEnglish() {
        assertThat(html(french)).doesNotContainPattern("[\\p{L})»][\\s\u00a0\u202f]*[.,;:]<sup class=\"mark\"");
        assertThat(html(english)).doesNotContainPattern("</sup>[\\s\u00a0\u202f]*[.,;:]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void namesAgreeWithWhateverFollowsThem(String language) {
        Composition composition = language.equals("fr") ? french : english;
        Optional<Finding> silent = composition.findings().stream()
                .filter(f -> f.id().equals("silent-contributor:migrant-organisations"))
                .findFirst();
        assertThat(silent)
                .hasValueSatisfying(
                        f -> assertThat(f.text()).doesNotContainPattern("(migrants|organisations) contribue"));
    }

    @Test
    void noFigureOfTheResultsChartIsOnlyPlanned() {
        Set<String> planned = new java.util.TreeSet<>();
        data.observations().values().stream()
                .filter(o -> !o.progress().reached())
                .forEach(o -> planned.add(data.indicator(o).title().text(Locale.FRENCH)));
        assertThat(reports.charts().results(data, Locale.FRENCH).table().rows())
                .isNotEmpty()
                .noneSatisfy(row -> assertThat(planned).contains(row.getFirst()));
    }
}
