package ml.taama.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import ml.taama.cli.CommandLine.Console;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.tabulation.perturbation.RecordKeys;

/**
 * The secret behind record keys: the file that {@code TAAMA_RECORD_KEY_FILE} names, or one of the data folder, made at
 * first use. It must stay the same for a series of releases.
 */
final class RecordKeyFile {

    private static final String SETTING = "TAAMA_RECORD_KEY_FILE";
    private static final int BYTES = 32;
    private static final int FEW = 16;

    private RecordKeyFile() {}

    static RecordKeys keys(Map<String, String> environment, Settings settings, Console console) {
        String named = environment.getOrDefault(SETTING, "");
        Path file = named.isBlank() ? settings.home().resolve("record-key") : Path.of(named);
        try {
            if (named.isBlank() && !Files.exists(file)) {
                make(file);
                console.err().println(console.messages().text(console.language(), "tabulation.key.made", file));
            }
            byte[] secret = Files.readAllBytes(file);
            if (secret.length > 0 && secret.length < FEW) {
                console.err().println(console.messages().text(console.language(), "tabulation.key.short", file));
            }
            return new RecordKeys(secret);
        } catch (IOException e) {
            throw Problem.of(PlatformProblem.FILE_NOT_FOUND, file).causedBy(e);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(file, secret);
    }
}
