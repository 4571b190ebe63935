package ml.taama.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL that comes with the product, unpacked once into a folder that installations on a machine share. */
final class PostgresBinaries {

    /** Major version of the bundled server; a data folder of another major version cannot be opened. */
    static final String MAJOR = "18";

    private static final int EXECUTABLE = 0b001_000_000;

    private PostgresBinaries() {}

    /** The folder with {@code bin/postgres}; unpacked when it is not there yet. */
    static Path unpacked(Path cache) {
        Path target = cache.resolve("postgres-" + MAJOR + "-" + system());
        if (Files.isDirectory(target)) {
            return target;
        }
        try (InputStream packed = archive()) {
            Files.createDirectories(cache);
            Path draft = Files.createTempDirectory(cache, "unpacking-");
            unpack(packed, draft);
            Folders.moveOnce(draft, target);
            return target;
        } catch (IOException e) {
            throw Problem.of(PlatformProblem.NO_PERMISSION, cache).causedBy(e);
        }
    }

    private static String system() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String cpu = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String family = os.contains("mac") ? "darwin" : "linux";
        boolean arm = cpu.contains("aarch64") || cpu.contains("arm64");
        return family + "-" + (arm ? "arm_64" : "x86_64");
    }

    private static InputStream archive() {
        String name = "postgres-" + system() + ".txz";
        InputStream found = PostgresBinaries.class.getClassLoader().getResourceAsStream(name);
        if (found == null) {
            throw Problem.of(PlatformProblem.NO_BINARIES, system());
        }
        return found;
    }

    private static void unpack(InputStream packed, Path folder) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = folder.resolve(entry.getName()).normalize();
                if (!path.startsWith(folder)) {
                    throw new UncheckedIOException(new IOException("Unsafe path in the archive: " + entry.getName()));
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(path.getParent());
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(tar, path);
                    Files.setPosixFilePermissions(path, permissions(entry.getMode()));
                }
            }
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> all = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if ((mode & EXECUTABLE) != 0) {
            all.add(PosixFilePermission.OWNER_EXECUTE);
            all.add(PosixFilePermission.GROUP_EXECUTE);
            all.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        return all;
    }
}
