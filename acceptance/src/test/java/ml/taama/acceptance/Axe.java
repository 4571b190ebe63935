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

    private static final String RUN = """
            async () => (await axe.run(document, {resultTypes: ['violations']})).violations.flatMap(
              v => v.nodes.map(n => v.id + ' at ' + n.target.join(' ') + ': ' + (n.any[0] || n.all[0] || n.none[0] || {}).message))
            """;

    private Axe() {}

    /** What axe finds, one line each. */
    static List<String> violations(Page page) {
        page.evaluate(SOURCE);
        Object found = page.evaluate(RUN);
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
