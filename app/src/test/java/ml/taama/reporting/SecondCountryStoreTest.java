package ml.taama.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import ml.taama.platform.database.Database;
import ml.taama.platform.database.TemporaryDatabase;
import ml.taama.reference.packs.Faults;
import ml.taama.reference.packs.PackLoader;
import ml.taama.reference.packs.PackReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The report of the invented country: other languages, frameworks and figures, and the same code. */
class SecondCountryStoreTest {

    private static final Path PACKS = Path.of("..", "packs");
    private static final Locale PORTUGUESE = Locale.of("pt");
    private static final Pattern LANGUAGE = Pattern.compile(" lang=\"(\\w+)\"");

    private static final Database DATABASE = TemporaryDatabase.open(Path.of("..", ".build"));
    private static final AnnotationConfigApplicationContext CONTEXT = new AnnotationConfigApplicationContext();

    @ComponentScan({
        "ml.taama.platform.text",
        "ml.taama.platform.time",
        "ml.taama.platform.database",
        "ml.taama.reference",
        "ml.taama.organisations",
        "ml.taama.plan",
        "ml.taama.cooperation",
        "ml.taama.library",
        "ml.taama.observatory",
        "ml.taama.reporting"
    })
    static class Modules {

        @Bean
        JdbcClient jdbc(javax.sql.DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }
    }

    @BeforeAll
    static void load() {
        CONTEXT.registerBean("database", Database.class, () -> DATABASE);
        CONTEXT.register(Modules.class);
        CONTEXT.refresh();
        CONTEXT.getBean(PackReader.class)
                .read(PACKS.resolve("example"), PACKS, new Faults())
                .ifPresent(CONTEXT.getBean(PackLoader.class)::load);
    }

    @AfterAll
    static void stop() {
        CONTEXT.close();
        DATABASE.close();
    }

    private static Composition compose(Locale language) {
        Review review = CONTEXT.getBean(Reviews.class).all().getFirst();
        return CONTEXT.getBean(NationalReports.class).compose(review, language, Layout.BY_GOAL);
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
