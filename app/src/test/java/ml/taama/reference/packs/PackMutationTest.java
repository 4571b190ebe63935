package ml.taama.reference.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import ml.taama.platform.text.Messages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people write into a pack, they are told what is wrong with it. */
class PackMutationTest {

    private static final int ROUNDS = 120;
    private static final int MOST_MUTATIONS = 6;
    private static final byte[] NASTY =
            "\",;:\n\r\0{}[]<>'\\/=|*#&%-+.eE019 \t\u00e9\ufeff".getBytes(StandardCharsets.UTF_8);

    private static final PackReader READER = AllSections.reader();
    private static final Messages MESSAGES = Messages.shipped();

    @TempDir
    private static Path pack;

    private static final List<Path> FILES = new ArrayList<>();

    /** A copy that requires nothing, so that a round reads it alone. */
    @BeforeAll
    static void copy() throws IOException {
        Path example = AllSections.PACKS.resolve("example");
        try (Stream<Path> all = Files.walk(example)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                Path target = pack.resolve(example.relativize(file).toString());
                Files.createDirectories(Optional.ofNullable(target.getParent()).orElse(pack));
                Files.write(target, Files.readAllBytes(file));
                FILES.add(target);
            }
        }
        Path manifest = pack.resolve("pack.yaml");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("(?m)^requires:.*\n", ""));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void endsWithFaultsOrAContentAndNeverWithAnException(long seed) throws IOException {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Path file = FILES.get(random.nextInt(FILES.size()));
            byte[] before = Files.readAllBytes(file);
            Files.write(file, mutated(before, random));
            try {
                read("seed " + seed + ", round " + round + ", " + pack.relativize(file));
            } finally {
                Files.write(file, before);
            }
        }
    }

    private static void read(String what) {
        Faults faults = new Faults();
        Optional<PackContent> content = READER.read(pack, pack.resolve("none"), faults);

        assertThat(content.isPresent() || !faults.all().isEmpty()).as(what).isTrue();
        assertThat(faults.all()).as(what).allSatisfy(fault -> {
            assertThat(fault.line()).isPositive();
            assertThat(fault.column()).isPositive();
            assertThat(fault.say(MESSAGES, Locale.FRENCH)).startsWith(fault.file() + ":");
        });
        content.ifPresent(c -> c.rows().forEach((table, rows) -> rows.forEach(row -> CopyText.line(table, row))));
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        byte[] now = bytes;
        int mutations = 1 + random.nextInt(MOST_MUTATIONS);
        for (int i = 0; i < mutations && now.length > 0; i++) {
            int at = random.nextInt(now.length);
            now = switch (random.nextInt(4)) {
                case 0 -> spliced(now, at, at + 1, NASTY[random.nextInt(NASTY.length)]);
                case 1 -> spliced(now, at, at, NASTY[random.nextInt(NASTY.length)]);
                case 2 -> spliced(now, at, Math.min(now.length, at + 1 + random.nextInt(40)));
                default -> spliced(now, at, at + 1, (byte) random.nextInt(256));
            };
        }
        return now;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte... instead) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(instead);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}
