package ml.taama.platform.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything of one installation: database, secrets. One process at a time owns it; the lock is
 * the operating system's, so a killed process leaves none behind.
 */
public final class DataFolder implements AutoCloseable {

    private static final int SECRET_BYTES = 24;

    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Opens the folder, making it when it is not there.
     *
     * @throws Problem when it may not be written or another process owns it
     */
    public static DataFolder open(Path wanted) {
        Path root = wanted.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            FileChannel lock = FileChannel.open(
                    root.resolve("taama.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (!tryLock(lock)) {
                String owner = owner(lock);
                lock.close();
                throw Problem.of(PlatformProblem.FOLDER_IN_USE, root, owner);
            }
            lock.truncate(0);
            lock.write(ByteBuffer.wrap(
                    String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataFolder(root, lock);
        } catch (IOException e) {
            throw Problem.of(PlatformProblem.NO_PERMISSION, root).causedBy(e);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String owner(FileChannel channel) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(32);
        channel.read(content, 0);
        return new String(content.array(), 0, content.position(), StandardCharsets.US_ASCII);
    }

    /** A path within the folder. */
    public Path resolve(String name) {
        return root.resolve(name);
    }

    /** A random secret kept in a file that only its owner reads; made when it is not there. */
    public String secret(String name) {
        return secret(root, name);
    }

    /** The same, of a folder that this process need not own. */
    public static String secret(Path root, String name) {
        Path file = root.resolve("secrets").resolve(name);
        @Nullable String kept = read(file);
        if (kept != null) {
            return kept;
        }
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        String secret = HexFormat.of().formatHex(random);
        try {
            Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(file.getParent(), name, ".new");
            if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(draft, secret);
            Files.move(draft, file);
            return secret;
        } catch (IOException e) {
            throw Problem.of(PlatformProblem.NO_PERMISSION, root).causedBy(e);
        }
    }

    /** A secret of a folder that another process owns, if it is there and may be read. */
    public static Optional<String> keptSecret(Path root, String name) {
        return Optional.ofNullable(read(root.resolve("secrets").resolve(name)));
    }

    private static @Nullable String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file).strip() : null;
        } catch (IOException e) {
            throw Problem.of(PlatformProblem.NO_PERMISSION, file).causedBy(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
