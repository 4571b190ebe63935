package ml.taama.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL of an installation without a server of its own: run directly, fsync on, password, loopback only. A
 * server that dies is started again; one that a killed Taama left behind is stopped first. No committed row is lost.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The owner of everything in the embedded database. */
    static final String OWNER = "taama";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration ORPHAN_PATIENCE = Duration.ofSeconds(10);
    private static final long LOG_LIMIT = 10_000_000;
    /** Where {@code postmaster.pid} says the port. */
    private static final int PORT_LINE = 3;

    /** Whether the data must survive the machine. */
    private enum Kept {
        FOREVER("on"),
        UNTIL_CLOSED("off");

        private final String sync;

        Kept(String sync) {
            this.sync = sync;
        }
    }

    private final Path binaries;
    private final Path folder;
    private final String password;
    private final int port;
    private final List<String> prefix;
    private final Kept kept;
    private volatile boolean closing;
    private volatile @Nullable Process server;

    private EmbeddedPostgres(Path binaries, Path folder, String password, List<String> prefix, Kept kept)
            throws IOException {
        this.binaries = binaries;
        this.folder = folder;
        this.password = password;
        this.prefix = prefix;
        this.kept = kept;
        this.port = freePort();
    }

    /**
     * Starts the server of a folder, making its database when there is none.
     *
     * @param cache where the binaries are unpacked
     * @param folder of the database; only one process may use it
     * @throws Problem when the folder is of another version or the server does not start
     */
    public static EmbeddedPostgres start(Path cache, Path folder, String password) {
        return start(cache, folder, password, Kept.FOREVER);
    }

    private static EmbeddedPostgres start(Path cache, Path folder, String password, Kept kept) {
        try {
            EmbeddedPostgres postgres = new EmbeddedPostgres(
                    PostgresBinaries.unpacked(cache), folder, password, Unprivileged.prefix(folder), kept);
            postgres.checkVersion();
            postgres.stopOrphan();
            postgres.initialise();
            postgres.supervise();
            return postgres;
        } catch (IOException e) {
            throw Problem.of(PlatformProblem.NO_PERMISSION, folder).causedBy(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(PlatformProblem.POSTGRES_FAILED, folder).causedBy(e);
        }
    }

    /** A server whose data need not survive: nothing waits for the disk. */
    static EmbeddedPostgres startUnkept(Path cache, Path folder, String password) {
        return start(cache, folder, password, Kept.UNTIL_CLOSED);
    }

    /** JDBC address of a database of the server that another process runs in a folder, if one does. */
    static Optional<String> running(Path folder, String database) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("data/postmaster.pid"));
            return lines.size() > PORT_LINE
                    ? Optional.of(address(lines.get(PORT_LINE).strip(), database))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String address(String port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** JDBC address of a database of the server. */
    public String address(String database) {
        return address(String.valueOf(port), database);
    }

    /** The process of the server now running; tests kill it. */
    public ProcessHandle process() {
        return running().toHandle();
    }

    private Process running() {
        return Objects.requireNonNull(server, "The server was started by start()");
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path log() {
        return folder.resolve("postgres.log");
    }

    private void checkVersion() throws IOException {
        Path version = data().resolve("PG_VERSION");
        if (Files.exists(version)) {
            String found = Files.readString(version).strip();
            if (!found.equals(PostgresBinaries.MAJOR)) {
                throw Problem.of(PlatformProblem.OTHER_POSTGRES, folder, found, PostgresBinaries.MAJOR);
            }
        }
    }

    /** Makes the database in a folder beside, so that a kill in the middle leaves no half of one. */
    private void initialise() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        if (Files.exists(data().resolve("PG_VERSION"))) {
            return;
        }
        try (Stream<Path> drafts = Files.list(folder)) {
            for (Path draft : drafts.filter(p -> p.getFileName().toString().startsWith("draft-"))
                    .toList()) {
                Folders.delete(draft);
            }
        }
        Path draft = Files.createTempDirectory(folder, "draft-");
        Path secret = draft.resolve("password");
        Files.writeString(secret, password);
        List<String> words = new ArrayList<>(List.of(
                binaries.resolve("bin/initdb").toString(),
                "--pgdata=" + draft.resolve("data"),
                "--username=" + OWNER,
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C"));
        if (kept == Kept.UNTIL_CLOSED) {
            words.add("--no-sync");
        }
        Process process = command(words).start();
        if (process.waitFor() != 0) {
            throw Problem.of(PlatformProblem.POSTGRES_FAILED, log());
        }
        Files.move(draft.resolve("data"), data());
        Folders.delete(draft);
    }

    /** A killed Taama may leave its server behind; it is asked to stop, then made to. */
    private void stopOrphan() throws IOException, InterruptedException {
        Path pidFile = data().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        Optional<ProcessHandle> orphan = lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
        if (orphan.isEmpty() || !isServerOfThisFolder(orphan.get())) {
            return;
        }
        signal(orphan.get(), "INT");
        if (!ended(orphan.get(), ORPHAN_PATIENCE)) {
            signal(orphan.get(), "QUIT");
            ended(orphan.get(), ORPHAN_PATIENCE);
        }
    }

    private boolean isServerOfThisFolder(ProcessHandle process) {
        Path commandLine = Path.of("/proc", String.valueOf(process.pid()), "cmdline");
        try {
            if (Files.exists(commandLine)) {
                List<String> words = Arrays.asList(Files.readString(commandLine).split("\0"));
                return words.contains(data().toString());
            }
        } catch (IOException e) {
            return false;
        }
        return process.info().command().filter(c -> c.endsWith("/postgres")).isPresent();
    }

    /**
     * Starts the server from a thread that lives as long as this object, because the operating system ties the death
     * signal to the thread; the thread then starts it again whenever it dies.
     */
    private void supervise() {
        CompletableFuture<Void> first = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("postgres").start(() -> {
            while (!closing) {
                try {
                    run();
                    first.complete(null);
                    int code = running().waitFor();
                    if (!closing) {
                        LOG.warn("The embedded database ended (exit code {}) and is started again", code);
                    }
                } catch (IOException | Problem e) {
                    if (!first.completeExceptionally(e)) {
                        LOG.error("The embedded database does not start again; next attempt in a second", e);
                        pause(Duration.ofSeconds(1));
                    } else {
                        return;
                    }
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        try {
            first.join();
        } catch (java.util.concurrent.CompletionException e) {
            throw e.getCause() instanceof Problem problem
                    ? problem
                    : Problem.of(PlatformProblem.POSTGRES_FAILED, log()).causedBy(e);
        }
    }

    private void run() throws IOException, InterruptedException {
        if (Files.exists(log()) && Files.size(log()) > LOG_LIMIT) {
            Files.move(log(), folder.resolve("postgres.log.old"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Process started = command(serverCommand()).start();
            server = started;
            if (answers(started, deadline)) {
                return;
            }
            // The children of a killed server may still hold its memory for a moment.
            if (System.nanoTime() > deadline) {
                started.destroyForcibly();
                throw Problem.of(PlatformProblem.POSTGRES_FAILED, log());
            }
            pause(Duration.ofMillis(200));
        }
    }

    private List<String> serverCommand() {
        return List.of(
                binaries.resolve("bin/postgres").toString(),
                "-D",
                data().toString(),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "port=" + port,
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=" + kept.sync,
                "-c",
                "synchronous_commit=" + kept.sync,
                "-c",
                "shared_buffers=128MB",
                "-c",
                "max_connections=50",
                "-c",
                "password_encryption=scram-sha-256",
                // Statements may hold personal data: errors are logged without them.
                "-c",
                "log_min_error_statement=panic",
                "-c",
                "log_parameter_max_length_on_error=0",
                // Details of an error quote the row.
                "-c",
                "log_error_verbosity=terse",
                // Segments of the log that are done with are deleted, not kept with what stands in them.
                "-c",
                "wal_recycle=off");
    }

    private ProcessBuilder command(List<String> words) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(all);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    }

    private boolean answers(Process started, long deadline) {
        while (started.isAlive() && System.nanoTime() < deadline) {
            try (Connection _ = DriverManager.getConnection(address("postgres"), OWNER, password)) {
                return true;
            } catch (SQLException e) {
                pause(Duration.ofMillis(20));
            }
        }
        return false;
    }

    @Override
    public void close() {
        closing = true;
        Process last = running();
        signal(last.toHandle(), "INT");
        if (!ended(last.toHandle(), PATIENCE)) {
            last.destroyForcibly();
        }
    }

    private static void signal(ProcessHandle process, String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean ended(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            return false;
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
