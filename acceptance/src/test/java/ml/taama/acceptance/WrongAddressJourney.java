package ml.taama.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that lead nowhere, and requests that are refused. */
class WrongAddressJourney {

    private final Site site = Site.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/fr/nothing",
                "/xx",
                "/xx/figures",
                "/fr/figures/unknown",
                "/fr/figures/unknown/chart.png",
                "/fr/compact/99",
                "/fr/organisations/x%27y",
                "/fr/reports/1999",
                "/fr/reports/2021/chapters/nothing",
                "/fr/reports/2021/files/other.pdf",
                "/fr/sources/F999",
                "/assets/0000000000/secret.txt",
                "/fr/../etc/passwd"
            })
    void leadToAPageThatSaysSo(String path) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.statusCode()).isBetween(400, 404);
        assertThat(answer.body()).doesNotContain("Exception", "\tat ", "Tomcat", "org.springframework");
        headers(answer);
    }

    @Test
    void nothingIsChangedByWhatNoPageSent() {
        for (String path : new String[] {"/fr", "/fr/figures", "/fr/reports/2021", "/fr/search"}) {
            HttpResponse<String> answer = site.post(path);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("<h1").doesNotContain("Exception");
        }
    }

    @Test
    void strangeQuestionsAreAnswered() {
        for (String query : new String[] {
            "page=0", "page=99999", "page=x", "sort=%27", "q=%00%C3%A9", "kind=none", "q=" + "a".repeat(3000)
        }) {
            for (String list : new String[] {"figures", "actions", "search", "sources", "documents", "indicators"}) {
                assertThat(site.get("/fr/" + list + "?" + query).statusCode())
                        .as(list + "?" + query)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void anAddressThatIsNotTextIsRefusedWithAPage() {
        HttpResponse<String> answer = site.get("/fr/figures?q=%ff");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("caractères illisibles", "<h1");
    }

    @Test
    void programsAreAnsweredAsTheyAsk() {
        HttpResponse<String> answer = site.get("/fr/nothing", "Accept", "application/json");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("platform.page-not-found");
    }

    @Test
    void everyAnswerClosesWhatIsNotNeeded() {
        headers(site.get("/fr"));
        headers(site.get("/fr/figures.csv"));
        assertThat(site.get("/fr").headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(site.get("/fr").headers().firstValue("Server")).isEmpty();
    }

    private static void headers(HttpResponse<String> answer) {
        String policy = answer.headers().firstValue("Content-Security-Policy").orElse("default-src 'none'");
        assertThat(policy).contains("default-src 'none'").doesNotContain("unsafe", "*");
        if (answer.statusCode() != 400) {
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        }
    }

    @Test
    void whatTheServerRefusesLooksLikeAnyOtherProblem() {
        assertThat(site.get("/error").statusCode()).isEqualTo(404);
        assertThat(site.get("/error").body()).contains("Il n’y a pas de page à cette adresse.");
        HttpResponse<String> unreadable = site.get("/fr/reports/2021/files/..%2f..");
        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(unreadable.body())
                .contains("caractères illisibles", "cannot be read")
                .doesNotContain("Tomcat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fr/nowhere", "/en/nowhere"})
    void thePageThatSaysSoIsAccessible(String path) {
        try (Browser browser = new Browser()) {
            for (int width : new int[] {Browser.WIDE, Browser.PHONE}) {
                Page page = browser.visitor(width);
                page.navigate(site.at(path));
                assertThat(Axe.violations(page)).isEmpty();
            }
        }
    }
}
