package ml.taama.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site follows its pack: another value, another country, and no change of code. */
class PackJourney {

    @TempDir
    Path folder;

    @Test
    void aChangedValueChangesThePageAtTheNextStart() throws IOException {
        Path pack = Packs.copy(Site.ROOT.resolve("packs/mali").toString(), folder.resolve("mali"));
        Site site = Site.start(Map.of("TAAMA_PACK", pack.toString()));
        Pattern old = Pattern.compile("10.000");
        Pattern young = Pattern.compile("12.345");
        assertThat(site.get("/fr/figures/C15").body()).containsPattern(old).doesNotContainPattern(young);
        site.stop();
        Packs.replace(pack.resolve("observatory/observations.csv"), ",10000,", ",12345,");
        site.startAgain();
        for (String page : List.of("/fr", "/fr/figures/C15", "/en/compact/7", "/fr/reports/2021/chapters/progress")) {
            assertThat(site.get(page).body()).as(page).containsPattern(young).doesNotContainPattern(">10.000");
        }
        site.stop();
    }

    @Test
    void aSecondCountryNeedsAFolderOnly() {
        Site site = Site.start(
                Map.of("TAAMA_PACK", Site.ROOT.resolve("packs/example").toString()));
        assertThat(site.get("/fr").statusCode()).isEqualTo(404);
        try (Browser browser = new Browser()) {
            for (int width : List.of(Browser.WIDE, Browser.PHONE)) {
                Page page = browser.visitor(width);
                page.navigate(site.at("/"));
                page.navigate(site.at("/pt"));
                assertThat(page.locator("html")).hasAttribute("lang", "pt");
                assertThat(page.locator("h1")).containsText("Aurívia");
                for (String path :
                        List.of("/pt", "/pt/compact", "/pt/figures", "/pt/help", "/en/policies", "/en/about")) {
                    page.navigate(site.at(path));
                    assertThat(Axe.violations(page)).as(path).isEmpty();
                    assertThat(page.content()).as(path).doesNotContain("Mali");
                }
            }
        }
        site.stop();
    }
}
