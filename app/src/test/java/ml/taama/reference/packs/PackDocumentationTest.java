package ml.taama.reference.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PackDocumentationTest {

    private static final Path DOCS = Path.of("..", "docs", "packs.md");
    private static final String START = "<!-- What follows is written by PackDocumentationTest. -->\n";
    private static final String END = "<!-- End of what PackDocumentationTest writes. -->\n";
    private static final String COMMAND =
            "mvn -pl libs/documents,app test -Dtest=PackDocumentationTest -Dsurefire.failIfNoSpecifiedTests=false"
                    + " -Dwrite.docs=true";

    @Test
    void documentsEveryFileAndColumnAsTheModulesReadThem() throws IOException {
        String text = Files.readString(DOCS, StandardCharsets.UTF_8);
        int start = text.indexOf(START) + START.length();
        int end = text.indexOf(END);
        assertThat(text).contains(START).contains(END);

        String written = text.substring(0, start)
                + PackDocumentation.of(AllSections.reader().tables())
                + text.substring(end);
        if (Boolean.getBoolean("write.docs")) {
            Files.writeString(DOCS, written, StandardCharsets.UTF_8);
        } else {
            assertThat(text).as("docs/packs.md; rewrite it with: %s", COMMAND).isEqualTo(written);
        }
    }
}
