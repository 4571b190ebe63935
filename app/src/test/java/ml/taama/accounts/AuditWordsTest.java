package ml.taama.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that the product writes into the audit trail has words. */
class AuditWordsTest {

    private static final Pattern NOTED = Pattern.compile(
            "\\bnote\\(\\s*(?:\\w+ \\? )?\"([a-z-]+(?:\\.[a-z-]+)*)\"(?: : \"([a-z.-]+)\")?,\\s*\"([a-z-]+)\"");

    /** Actions of which a part is decided at run time. */
    private static final List<String> MADE = List.of(
            "text.write",
            "text.merge",
            "text.restore",
            "text.suggestion",
            "comment.resolved",
            "comment.accepted",
            "comment.declined",
            "referral.accept",
            "referral.decline",
            "referral.start",
            "referral.finish",
            "referral.revoke");

    @Test
    void everyActionAndEveryThingHasWords() throws IOException {
        Properties words = new Properties();
        for (String bundle : List.of("accounts_fr", "accounts_en")) {
            words.load(Files.newBufferedReader(Path.of("src/main/resources/messages/" + bundle + ".properties")));
        }
        Set<String> keys = new TreeSet<>();
        MADE.forEach(action -> keys.add("audit.action." + action));
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                Matcher noted = NOTED.matcher(Files.readString(source));
                while (noted.find()) {
                    keys.add("audit.action." + noted.group(1));
                    if (noted.group(2) != null) {
                        keys.add("audit.action." + noted.group(2));
                    }
                    keys.add("audit.subject." + noted.group(3));
                }
            }
        }
        assertThat(keys).hasSizeGreaterThan(50);
        assertThat(words.stringPropertyNames()).containsAll(keys);
    }
}
