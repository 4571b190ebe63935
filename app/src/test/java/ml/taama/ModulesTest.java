package ml.taama;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ModulesTest {

    private static final Path ARCHITECTURE = Path.of("../ARCHITECTURE.md");
    private static final String BEGIN = "<!-- modules: written by ModulesTest -->\n";
    private static final String END = "<!-- end of modules -->";

    @Test
    void modulesKeepToTheirArrows() {
        Modules.ALL.verify();
    }

    /** {@code mvn -pl app -am test -Dtest=ModulesTest -Dtaama.write=true} draws it anew. */
    @Test
    void theDiagramOfTheArchitectureIsInStep() throws IOException {
        String text = Files.readString(ARCHITECTURE);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        assertThat(end).as("the marked part").isGreaterThanOrEqualTo(begin);
        if (Boolean.getBoolean("taama.write")) {
            Files.writeString(ARCHITECTURE, text.substring(0, begin) + Modules.diagram() + text.substring(end));
            return;
        }
        assertThat(text.substring(begin, end)).isEqualTo(Modules.diagram());
    }
}
