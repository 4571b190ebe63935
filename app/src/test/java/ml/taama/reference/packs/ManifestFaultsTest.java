package ml.taama.reference.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestFaultsTest {

    @TempDir
    private Path packs;

    private DraftPack pack = new DraftPack(Path.of("target"), "unused", EveryType.reader());

    @BeforeEach
    void draft() {
        pack = new DraftPack(packs, "trial", EveryType.reader());
    }

    private DraftPack manifest(String... more) {
        String[] lines = new String[more.length + 5];
        System.arraycopy(
                new String[] {"code: trial", "kind: country", "name: {fr: Essai}", "languages: [fr]", "licence: none"},
                0,
                lines,
                0,
                5);
        System.arraycopy(more, 0, lines, 5, more.length);
        return pack.write("pack.yaml", lines);
    }

    @Test
    void refusesAPackWithoutManifest() throws IOException {
        Files.delete(packs.resolve("trial/pack.yaml"));

        assertThat(pack.faults()).containsExactly("pack.yaml:1:1: pack.yaml is missing, every pack has one");
    }

    @Test
    void saysWhereYamlBreaks() {
        pack.write("pack.yaml", "code: trial", "name: {fr: Essai");

        assertThat(pack.faults()).containsExactly("pack.yaml:3:1: this is no YAML, expected keys with values");
    }

    @Test
    void findsWhatElseIsWrongWhereYamlBreaks() {
        pack.write("pack.yaml", "code: trial", "name: {fr: Essai");
        pack.write(EveryType.FILE, "code,title_fr,word", "one,Un,green");

        assertThat(pack.faults())
                .containsExactly(
                        "pack.yaml:3:1: this is no YAML, expected keys with values",
                        "things.csv:2:8: \"green\" is unknown, expected one of red, blue");
    }

    @Test
    void refusesCharactersThatYamlForbids() {
        pack.bytes("pack.yaml", "code: tri\u0001al\n".getBytes(StandardCharsets.UTF_8));

        assertThat(pack.faults())
                .singleElement()
                .asString()
                .isEqualTo("pack.yaml:1:1: this is no YAML, expected keys with values");
    }

    @Test
    void refusesAManifestWithoutKeys() {
        pack.write("pack.yaml", "- one", "- two");

        assertThat(pack.faults())
                .containsExactly("pack.yaml:1:1: no keys here, expected code, country, flag, kind, languages, licence,"
                        + " name, requires");
    }

    @Test
    void tellsEveryWrongKeyWithItsPlace() {
        manifest("country: Mali", "flags: []", "flag: red");

        assertThat(pack.faults())
                .containsExactly(
                        "pack.yaml:6:10: \"country\" has a wrong value, expected the form [A-Z]{2}",
                        "pack.yaml:7:1: unknown key \"flags\", expected one of code, country, flag, kind, languages,"
                                + " licence, name, requires",
                        "pack.yaml:8:7: \"flag\" is no list, expected values between brackets");
    }

    @Test
    void namesAKeyThatIsMissing() {
        manifest();

        assertThat(pack.faults()).containsExactly("pack.yaml:1:1: \"country\" is missing or empty, expected a value");
    }

    @Test
    void refusesAPackThatRequiresOneThatIsNowhere() {
        manifest("country: XT", "requires: [global]");

        assertThat(pack.faults())
                .containsExactly("pack.yaml:1:1: this pack requires \"global\", which is neither beside it nor in the"
                        + " packs folder");
    }

    @Test
    void refusesAPackThatLeadsBackToItself() {
        manifest("country: XT", "requires: [trial]");

        assertThat(pack.faults())
                .containsExactly("pack.yaml:1:1: this pack leads back to \"trial\", expected other packs");
    }

    @Test
    void refusesAPackThatRequiresABrokenOne() {
        new DraftPack(packs, "base", EveryType.reader()).write("sources.csv", "code,kind", "S1,data");
        manifest("country: XT", "requires: [base]");

        assertThat(pack.faults())
                .containsExactly("pack.yaml:1:1: the required pack \"base\" has 1 fault, expected none (see ./taama"
                        + " check-pack)");
    }
}
