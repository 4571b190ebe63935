package ml.taama.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page that can be reached by links: it answers, its parts have their places, axe finds nothing, it is light. */
class EveryPageJourney {

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");
    private static final Pattern PLACE = Pattern.compile("href=\"#([^\"]+)\"");
    private static final int FIRST_VISIT = 150_000;
    private static final int LATER_PAGE = 30_000;
    private static final int CHAPTERS = 14;
    private static final int OF_A_KIND = 2;

    private final Site site = Site.shared();

    @Test
    void everyLinkLeadsSomewhere() {
        Map<String, String> pages = crawl();
        assertThat(pages).hasSizeGreaterThan(500);
        List<String> wrong = new ArrayList<>();
        pages.forEach((path, html) -> {
            List<String> ids = ID.matcher(html).results().map(m -> m.group(1)).toList();
            if (ids.size() != ids.stream().distinct().count()) {
                wrong.add(path + " gives an identifier twice");
            }
            PLACE.matcher(html)
                    .results()
                    .map(m -> m.group(1))
                    .filter(p -> !ids.contains(p))
                    .forEach(p -> wrong.add(path + " leads to #" + p));
            if (html.split("<h1", -1).length != 2) {
                wrong.add(path + " has not one title");
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @ValueSource(ints = {Browser.WIDE, Browser.PHONE})
    void axeFindsNothingInBothLanguagesAndInTheDark(int width) {
        List<String> wrong = new ArrayList<>();
        try (Browser browser = new Browser()) {
            Page page = browser.visitor(width);
            Axe.along(page);
            page.onConsoleMessage(m -> {
                if (m.type().equals("error")) {
                    wrong.add(page.url() + " console: " + m.text());
                }
            });
            for (String path : samples()) {
                page.navigate(site.at(path));
                examine(page, path, width, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void examine(Page page, String path, int width, List<String> wrong) {
        Axe.violations(page).forEach(v -> wrong.add(path + " at " + width + " " + v));
        Object over = page.evaluate("document.documentElement.scrollWidth - innerWidth");
        if (((Number) over).intValue() > 0) {
            wrong.add(path + " is wider than " + width + " by " + over);
        }
        String language = (String) page.evaluate("document.documentElement.lang");
        if (!path.startsWith("/" + language)) {
            wrong.add(path + " says it is in " + language);
        }
        if (width == Browser.WIDE) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            Axe.ofColours(page).forEach(v -> wrong.add(path + " dark " + v));
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        }
    }

    @Test
    void aFirstVisitAndLaterPagesAreLight() {
        List<String> heavy = new ArrayList<>();
        try (Browser browser = new Browser()) {
            Page page = browser.visitor(Browser.WIDE);
            Weight weight = Weight.of(page);
            page.navigate(site.at("/fr"));
            long first = weight.take();
            assertThat(first).isPositive().isLessThanOrEqualTo(FIRST_VISIT);
            for (String path : samples()) {
                page.navigate(site.at(path));
                long moved = weight.take();
                if (moved > LATER_PAGE) {
                    heavy.add(path + " moves " + moved);
                }
            }
        }
        assertThat(heavy).isEmpty();
    }

    /** Some pages of each kind, and every chapter of the report in the order of the objectives. */
    private List<String> samples() {
        Map<String, List<String>> kinds = crawl().keySet().stream()
                .filter(p -> !p.matches(".*/chapters/.*\\?.*"))
                .collect(Collectors.groupingBy(
                        p -> p.replaceFirst("\\?.*", "").replaceFirst("^(/[^/]+/[^/]+)/.*", "$1/*"),
                        TreeMap::new,
                        Collectors.toList()));
        List<String> samples = new ArrayList<>();
        kinds.forEach((kind, paths) -> {
            boolean report = kind.contains("/reports");
            samples.addAll(paths.stream().limit(report ? CHAPTERS : OF_A_KIND).toList());
        });
        return samples;
    }

    private static final Map<String, String> CRAWLED = new TreeMap<>();

    private Map<String, String> crawl() {
        synchronized (CRAWLED) {
            return crawled();
        }
    }

    private Map<String, String> crawled() {
        if (CRAWLED.isEmpty()) {
            Deque<String> waiting = new ArrayDeque<>(List.of("/fr", "/en"));
            TreeSet<String> seen = new TreeSet<>(waiting);
            while (!waiting.isEmpty()) {
                String path = waiting.remove();
                HttpResponse<String> answer = site.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                Matcher links = LINK.matcher(answer.body());
                CRAWLED.put(path, answer.body());
                while (links.find()) {
                    String link = links.group(1).replace("&amp;", "&");
                    if (!isFile(link) && !link.contains("sort=") && seen.add(link)) {
                        waiting.add(link);
                    }
                }
            }
        }
        return CRAWLED;
    }

    private static boolean isFile(String link) {
        return link.startsWith("/assets/") || link.contains("/files/") || link.matches(".*\\.(csv|svg|png)(\\?.*)?");
    }
}
