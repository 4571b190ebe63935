package ml.taama.reference.packs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ml.taama.platform.text.Messages;

/** A pack written for a test: a manifest, one source, and what the test adds. */
final class DraftPack {

    private static final Messages MESSAGES = Messages.shipped();

    private final Path folder;
    private final PackReader reader;

    DraftPack(Path packs, String code, PackReader reader) {
        this.folder = packs.resolve(code);
        this.reader = reader;
        write(
                "pack.yaml",
                "code: " + code,
                "kind: country",
                "name: {fr: Essai, en: Trial}",
                "languages: [fr, en]",
                "country: XT",
                "licence: none");
        write("sources.csv", "code,kind,title_fr", "S1,data,Une source");
    }

    /** Writes a file, line by line, over what was there. */
    DraftPack write(String file, String... lines) {
        return bytes(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    DraftPack bytes(String file, byte[] content) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(Optional.ofNullable(path.getParent()).orElse(folder));
            Files.write(path, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The faults as the command prints them. */
    List<String> faults() {
        Faults faults = new Faults();
        reader.read(folder, folder.resolveSibling("none"), faults);
        return faults.all().stream().map(f -> f.say(MESSAGES, Locale.ENGLISH)).toList();
    }

    /** The content; the pack must be faultless. */
    PackContent content() {
        Faults faults = new Faults();
        Optional<PackContent> content = reader.read(folder, folder.resolveSibling("none"), faults);
        if (!faults.all().isEmpty()) {
            throw new IllegalStateException("The draft has faults: " + faults.all());
        }
        return content.orElseThrow();
    }
}
