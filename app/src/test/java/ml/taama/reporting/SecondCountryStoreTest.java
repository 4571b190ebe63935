package ml.taama.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import ml.taama.documents.charts.Chart;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report of the invented country: other languages, frameworks and figures, and the same code. */
class SecondCountryStoreTest {

    private static final Locale PORTUGUESE = Locale.of("pt");
    private static final Pattern LANGUAGE = Pattern.compile(" lang=\"(\\w+)\"");

    private static PackReports reports;

    @BeforeAll
    static void load() {
        reports = new PackReports();
        reports.load(PackReports.PACKS.resolve("example"));
    }

    @AfterAll
    static void stop() {
        reports.close();
    }

    private static Composition compose(Locale language) {
        return reports.compose(language, Layout.BY_GOAL);
    }

    private static String html(Locale language) {
        return new String(ReportFiles.HTML.write(compose(language)), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pt", "en"})
    void isWrittenInOneLanguageThroughout(String language) {
        assertThat(LANGUAGE.matcher(html(Locale.of(language))).results().map(m -> m.group(1)))
                .isNotEmpty()
                .allMatch(language::equals);
    }

    @Test
    void printsNumbersDatesAndTargetsInItsLanguage() {
        assertThat(html(PORTUGUESE))
                .contains("640.000\u00a0pessoas inscritas nos consulados (2022)")
                .contains("815,5\u00a0milhões de áuricos (2022)")
                .contains("fevereiro de 2020")
                .contains("2.500\u00a0pessoas");
    }

    @Test
    void marksTranslationsThatNoAuthorityGave() {
        assertThat(html(PORTUGUESE)).contains("tradução não oficial");
        assertThat(html(Locale.ENGLISH)).doesNotContain("unofficial translation");
    }

    @Test
    void whatIsOnlyPlannedIsNoResult() {
        ReportData data = reports.data();
        assertThat(data.observations().values())
                .filteredOn(o -> o.code().equals("centros-2026"))
                .singleElement()
                .satisfies(o -> assertThat(o.progress().reached()).isFalse());
        Chart results = reports.charts().results(data, Locale.ENGLISH);
        assertThat(results.table().rows())
                .isNotEmpty()
                .noneSatisfy(row -> assertThat(String.join(" ", row)).contains("2026"))
                .anySatisfy(row -> assertThat(row).contains("2,500\u00a0people"));
        assertThat(results.description()).doesNotContain("4\u00a0");
    }

    @Test
    void findsWhatThePackSaysAgainstItsOwnData() {
        assertThat(compose(PORTUGUESE).findings())
                .extracting(Finding::id)
                .contains(
                        "unsupported-claim:todos-avancam",
                        "silent-priority:GCM:20",
                        "typed-number:introducao:37.000",
                        "unquoted-dataset:alojamento",
                        "silent-contributor:autarquias",
                        "no-period:assistidos",
                        "old-figure:cursos-2016",
                        "sources-disagree:XV-DIASPORA",
                        "dates-disagree:antena-norte")
                .doesNotContain("unquoted-dataset:envios", "silent-contributor:estatistica");
    }

    @Test
    void printsAsLimitationsTheAnswersThatAskForIt() {
        assertThat(html(PORTUGUESE))
                .contains("As ações sobre o custo dos envios começam em 2025.")
                .contains("O recenseamento dos alojamentos não estava concluído.");
        assertThat(compose(PORTUGUESE).findings())
                .filteredOn(Finding::printed)
                .extracting(Finding::id)
                .containsExactlyInAnyOrder("silent-priority:GCM:20", "unquoted-dataset:alojamento");
    }
}
