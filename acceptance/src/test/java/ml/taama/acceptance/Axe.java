package ml.taama.acceptance;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The accessibility checker axe-core, run inside a page. */
final class Axe {

    private static final String SOURCE = source();

    /** Rules whose answer depends on colours: all that a dark page can break of a page that is sound in the light. */
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    private static final String RUN = """
            async rules => (await axe.run(document, {
              resultTypes: ['violations'], ...(rules.length > 0 && {runOnly: {type: 'rule', values: rules}})
            })).violations.flatMap(
              v => v.nodes.map(n => v.id + ' at ' + n.target.join(' ') + ': ' + (n.any[0] || n.all[0] || n.none[0] || {}).message))
            """;

    private Axe() {}

    /** Brings axe along with every page that comes: quicker where all of them are examined. */
    static void along(Page page) {
        page.addInitScript(SOURCE);
    }

    /** What axe finds, one line each. */
    static List<String> violations(Page page) {
        return run(page, List.of());
    }

    /** What axe finds about colours. */
    static List<String> ofColours(Page page) {
        return run(page, COLOURS);
    }

    private static List<String> run(Page page, List<String> rules) {
        if (!Boolean.TRUE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(SOURCE);
        }
        Object found = page.evaluate(RUN, rules);
        return ((List<?>) found).stream().map(Object::toString).toList();
    }

    private static String source() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
