package ml.taama.platform.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;

/**
 * The last seal of each round, in a file of the data folder outside the database: who takes away the end of the chain with its
 * entries is found out by it.
 */
public final class SealFile {

    private static final String NAME = "audit-seals.txt";

    /** One line: number of the seal, number of the entry, hash. */
    record Line(long sequence, long entry, String hash) {}

    private final Path file;

    /** The file of a data folder. */
    public SealFile(Path home) {
        this.file = home.resolve(NAME);
    }

    void append(Line line) {
        String text = line.sequence() + " " + line.entry() + " " + line.hash() + "\n";
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
                channel.force(false);
            }
        } catch (IOException e) {
            throw Problem.of(PlatformProblem.FILE_NOT_WRITTEN, file).causedBy(e);
        }
    }

    List<Line> lines() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .map(l -> l.split(" "))
                    .filter(p -> p.length == 3 && p[0].matches("\\d{1,18}") && p[1].matches("\\d{1,18}"))
                    .map(p -> new Line(Long.parseLong(p[0]), Long.parseLong(p[1]), p[2]))
                    .toList();
        } catch (IOException e) {
            throw Problem.of(PlatformProblem.NO_PERMISSION, file).causedBy(e);
        }
    }

    /** Sets the file aside when another database takes the place of the one that it is about. */
    public void setAside() {
        try {
            if (Files.exists(file)) {
                String name = NAME + ".until-" + Instant.now().toString().replace(':', '-');
                Files.move(file, file.resolveSibling(name), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw Problem.of(PlatformProblem.FILE_NOT_WRITTEN, file).causedBy(e);
        }
    }
}
