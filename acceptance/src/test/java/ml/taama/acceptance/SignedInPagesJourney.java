package ml.taama.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page of the workspace that each role of the demonstration reaches by links: it answers, axe finds nothing, it fits. */
class SignedInPagesJourney {

    private static final String LINKS =
            "[...document.querySelectorAll('.work-menu a, main a')].map(a => a.getAttribute('href'))";
    private static final String WORK = "/(fr|en)/(work|accounts|me|second-factor|audit|password|sign-in)(/.*|\\?.*)?";
    private static final String FILE = ".*\\.[a-z]{3,4}(\\?.*)?";
    private static final int MOST = 60;

    /** Pages that differ only by a number are of one kind: so many of each are looked at, in each language. */
    private static final int OF_A_KIND = 1;

    private final Site site = Site.shared();

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "coordinator",
                "focal-point",
                "statistician",
                "field-agent",
                "case-manager",
                "supervisor",
                "partner",
                "administrator",
                "data-protection-officer"
            })
    void everyPageOfTheWorkspaceIsSound(String person) {
        List<String> wrong = new ArrayList<>();
        try (Browser browser = new Browser()) {
            int width = person.length() % 2 == 0 ? Browser.WIDE : Browser.PHONE;
            Page page = browser.visitor(width);
            Axe.along(page);
            page.onConsoleMessage(m -> {
                if (m.type().equals("error")) {
                    wrong.add(page.url() + " console: " + m.text());
                }
            });
            page.navigate(site.at("/fr/sign-in"));
            page.locator("#email").fill(person + "@demo.example");
            page.locator("#password").fill("taama-demonstration");
            page.locator("main form.form button[type=submit]").click();
            page.waitForURL("**/fr/work");
            Set<String> seen = new HashSet<>(Set.of("/fr/work", "/en/work", "/en/me"));
            Deque<String> waiting = new ArrayDeque<>(seen);
            Map<String, Integer> kinds = new HashMap<>();
            for (int visited = 0; !waiting.isEmpty() && visited < MOST; visited++) {
                String path = waiting.remove();
                if (path.matches(FILE)) {
                    int status = page.request().get(site.at(path)).status();
                    if (status != 200) {
                        wrong.add(path + " answers " + status);
                    }
                    continue;
                }
                Response answer = page.navigate(site.at(path));
                if (answer.status() != 200) {
                    wrong.add(path + " answers " + answer.status());
                    continue;
                }
                Axe.violations(page).forEach(v -> wrong.add(path + " " + v));
                Object over = page.evaluate("document.documentElement.scrollWidth - innerWidth");
                if (((Number) over).intValue() > 0) {
                    wrong.add(path + " is wider than " + width + " by " + over);
                }
                for (Object link : (List<?>) page.evaluate(LINKS)) {
                    String to = String.valueOf(link).replaceFirst("#.*", "");
                    boolean kept = to.matches(WORK) && !to.contains("sort=");
                    if (kept && seen.add(to) && kinds.merge(to.replaceAll("\\d+", "1"), 1, Integer::sum) <= OF_A_KIND) {
                        waiting.add(to);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }
}
