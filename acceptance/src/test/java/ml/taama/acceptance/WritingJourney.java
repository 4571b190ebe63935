package ml.taama.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ml.taama.acceptance.Workplace.faultless;
import static ml.taama.acceptance.Workplace.menu;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two services write one section; what is locked stays what it was, through changes, a backup and a restore. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WritingJourney {

    private static final String SECTION = "challenges";
    private static final String[] WRITERS = {"ministry-foreign", "ministry-health"};

    private static final Map<String, byte[]> LOCKED = new TreeMap<>();

    private static Workplace work;

    @BeforeAll
    static void open() {
        work = Workplace.open();
    }

    @AfterAll
    static void close() {
        work.close();
    }

    private static Page editor(Browser browser, String person, int width, String language, String cycle) {
        Page page = work.as(browser, person, width, language);
        open(page, language, cycle);
        return page;
    }

    private static void open(Page page, String language, String cycle) {
        menu(page, "/work/reports");
        page.locator("main a[href$='/work/reports/" + cycle + "']").click();
        page.locator("#" + SECTION + " a[hreflang=" + language + "]").click();
        assertThat(page.locator("#markdown")).isVisible();
    }

    @Order(1)
    @ParameterizedTest
    @CsvSource({"1280, fr, 2024-2026, 2026-12-30", "390, en, 2025-2026, 2026-12-31"})
    void twoEditorsOnOneSection(int width, String language, String cycle, String date) {
        try (Browser browser = new Browser()) {
            Page coordinator = work.as(browser, "coordinator", width, language);
            Reports.open(coordinator, cycle, date);
            Reports.assign(coordinator, SECTION, WRITERS);
            Page one = editor(browser, "focal-point", width, language, cycle);
            Page other = editor(browser, "focal-point-2", width, language, cycle);
            String begin = one.locator("#markdown").inputValue();

            Reports.save(one, "Modibo begins.\n\n" + begin);
            assertThat(one.locator(".note.done")).isVisible();
            Reports.save(other, begin + "\n\nFanta ends.");
            other.waitForURL(Pattern.compile("merged=true$"));
            String both = "Modibo begins.\n\n" + begin + "\n\nFanta ends.";
            assertThat(other.locator("#markdown")).hasValue(both);
            faultless(other);

            open(one, language, cycle);
            open(other, language, cycle);
            Reports.save(one, both.replace("Modibo begins", "Modibo begins anew"));
            assertThat(one.locator(".note.done")).isVisible();
            Reports.save(other, both.replace("Modibo begins", "Fanta begins too"));
            Locator dispute = other.locator(".dispute");
            assertThat(dispute.locator("dd").first()).containsText("Modibo begins anew");
            assertThat(dispute.locator("dd").last()).containsText("Fanta begins too");
            assertThat(other.locator("[role=alert]")).isVisible();
            faultless(other);
            Pictures.take(other, language, "conflict", other.locator("h1"));
            String agreed = both.replace("Modibo begins", "Both begin");
            Reports.save(other, agreed);
            other.waitForURL(Pattern.compile("saved=true$"));
            assertThat(other.locator("#markdown")).hasValue(agreed);

            history(other, both);
            open(one, language, cycle);
            assertThat(one.locator("#markdown")).hasValue(both);
        }
    }

    private static void history(Page page, String both) {
        page.locator("main a[href$='/history']").first().click();
        Locator versions = page.locator("ol.list > li");
        assertThat(versions).hasCount(5);
        assertThat(page.locator("ol.list")).containsText("Modibo Traoré");
        assertThat(page.locator("ol.list")).containsText("Fanta Coulibaly");
        assertThat(page.locator(".difference ins").first()).containsText("Both");
        faultless(page);
        page.locator("form[action$='/history/2/restoration'] button").click();
        page.waitForURL(Pattern.compile("saved=true$"));
        assertThat(page.locator("#markdown")).hasValue(both);
        page.locator("main a[href$='/history']").first().click();
        assertThat(versions).hasCount(6);
    }

    @Order(2)
    @ParameterizedTest
    @CsvSource({"1280, fr, 2024-2026", "390, en, 2025-2026"})
    void whatIsLockedStaysWhatItWas(int width, String language, String cycle) {
        try (Browser browser = new Browser()) {
            Page coordinator = work.as(browser, "coordinator", width, language);
            menu(coordinator, "/work/reports");
            coordinator.locator("main a[href$='/work/reports/" + cycle + "']").click();
            coordinator.locator(".segments a[href$='/editions']").click();
            Reports.lock(coordinator, 1, "Before the change");
            Map<String, byte[]> files = files(coordinator, work.site());
            assertThat(files).hasSizeGreaterThanOrEqualTo(18);
            LOCKED.putAll(files);

            Page writer = editor(browser, "focal-point", width, language, cycle);
            String text = writer.locator("#markdown").inputValue();
            Reports.save(writer, text + "\n\nA paragraph that edition one lacks.");
            assertThat(writer.locator(".note.done")).isVisible();
            Reports.lock(coordinator, 2, "After the change");
            coordinator.locator("#edition-2 a[href$='/changes']").click();
            assertThat(coordinator.locator("section:has(.difference)")).hasCount(1);
            assertThat(coordinator.locator(".difference ins")).containsText("A paragraph that edition one lacks.");
            faultless(coordinator);
            coordinator.locator(".segments a[href$='/editions']").click();
            same(coordinator, work.site());
        }
    }

    /** Every file of the first edition on the page of editions. */
    private static Map<String, byte[]> files(Page page, Site site) {
        Map<String, byte[]> files = new TreeMap<>();
        for (Locator link : page.locator("#edition-1 .files a").all()) {
            String address = String.valueOf(link.getAttribute("href"));
            files.put(address, bytes(page, site, address));
        }
        return files;
    }

    private static byte[] bytes(Page page, Site site, String address) {
        APIResponse answer = page.request().get(site.at(address));
        assertThat(answer.status()).as(address).isEqualTo(200);
        return answer.body();
    }

    private static void same(Page page, Site site) {
        LOCKED.forEach((address, bytes) -> assertThat(Arrays.equals(bytes, bytes(page, site, address)))
                .as(address + " is byte for byte what it was")
                .isTrue());
    }

    @Order(3)
    @Test
    void whatIsLockedIsTheSameAfterBackupAndRestore(@TempDir Path folder) {
        assertThat(LOCKED).isNotEmpty();
        Path backup = folder.resolve("taama.zip");
        Map<String, String> here = Map.of("TAAMA_HOME", work.site().home().toString());
        assertThat(Command.taama(here, "backup", backup.toString()).exit()).isZero();
        Path home = folder("taama-restored");
        Map<String, String> there = Map.of("TAAMA_HOME", home.toString());
        assertThat(Command.taama(there, "restore", backup.toString()).exit()).isZero();
        Site restored = Site.start(home, Map.of());
        try (Browser browser = new Browser()) {
            Page coordinator = Workplace.visitor(browser, Browser.WIDE);
            Workplace.signIn(coordinator, restored, "coordinator@demo.example", "taama-demonstration", "fr");
            same(coordinator, restored);
            restored.stop();
            restored.startAgain();
            Workplace.signIn(coordinator, restored, "coordinator@demo.example", "taama-demonstration", "fr");
            same(coordinator, restored);
        } finally {
            restored.stop();
        }
    }

    private static Path folder(String name) {
        try {
            return Files.createTempDirectory(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
