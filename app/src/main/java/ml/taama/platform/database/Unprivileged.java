package ml.taama.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;

/**
 * How PostgreSQL, which refuses to run as root, is started: as the user itself; or, for root, in a user namespace of
 * its own, where the process is nobody but the files stay root's. On Linux the server also dies with the thread that
 * started it.
 */
final class Unprivileged {

    private static final int ROOT = 0;
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    private Unprivileged() {}

    /** The words to put before a command of PostgreSQL. */
    static List<String> prefix(Path folder) throws IOException, InterruptedException {
        List<String> prefix = new ArrayList<>();
        if (isRoot()) {
            if (!succeeds("unshare", "-U", "true")) {
                throw Problem.of(PlatformProblem.ROOT_REFUSED, folder);
            }
            prefix.addAll(List.of("unshare", "-U"));
        }
        if (Files.isExecutable(SETPRIV)) {
            prefix.addAll(List.of(SETPRIV.toString(), "--pdeathsig", "INT"));
        }
        return prefix;
    }

    private static boolean isRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self) && Files.getAttribute(self, "unix:uid").equals(ROOT);
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
