package ml.taama.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The product, started by its script on a data folder and a port of its own. */
final class Site {

    /** Folder of the script. */
    static final Path ROOT = Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());

    private static final Set<String> OTHER = Set.of("TAAMA_PACK", "TAAMA_HOME");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Path home;
    private final int port;
    private final Map<String, String> settings;
    private Process process;

    private Site(Path home, int port, Map<String, String> settings) throws IOException {
        this.home = home;
        this.port = port;
        this.settings = settings;
        this.process = run();
    }

    /** One site for all journeys that change nothing. */
    static Site shared() {
        return Shared.SITE;
    }

    private static final class Shared {
        static final Site SITE = start();
    }

    /** A site of Mali as its first start leaves it. */
    static Site start() {
        return start(Map.of());
    }

    /** A site as its first start leaves it, with settings of its own; with a country or a folder of its own, that first start. */
    static Site start(Map<String, String> settings) {
        try {
            Path home = Files.createTempDirectory("taama-journey");
            if (Collections.disjoint(settings.keySet(), OTHER)) {
                Began.copy(home);
            }
            return start(home, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new site on a data folder that is there already. */
    static Site start(Path home, Map<String, String> settings) {
        try {
            Site site = new Site(home, freePort(), settings);
            site.waitUntilReady();
            Runtime.getRuntime().addShutdownHook(new Thread(site::stop));
            return site;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts again on the same data folder. */
    void startAgain() {
        try {
            process = run();
            waitUntilReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Process run() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(ROOT.resolve("taama").toString(), "start");
        builder.environment()
                .putAll(Map.of(
                        "TAAMA_HOME", home.toString(),
                        "TAAMA_PORT", String.valueOf(port),
                        "TAAMA_LOG", home.resolve("taama.log").toString(),
                        "TAAMA_DEMO_PEOPLE", "60"));
        builder.environment().putAll(settings);
        return builder.redirectErrorStream(true).start();
    }

    @SuppressWarnings("StreamResourceLeak") // the output belongs to the process and ends with it
    private void waitUntilReady() throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.contains("Taama is ready on http://localhost:" + port)) {
                return;
            }
        }
        throw new IllegalStateException("Taama did not start:\n" + said);
    }

    /** Process of the application, which replaced the one of the script. */
    ProcessHandle application() {
        return process.toHandle();
    }

    /** File in which the database server tells its process and its port. */
    Path postmaster() {
        return home.resolve("postgres/data/postmaster.pid");
    }

    /** Process of the embedded database server. */
    ProcessHandle database() throws IOException {
        return ProcessHandle.of(Long.parseLong(
                        Files.readAllLines(postmaster()).getFirst().strip()))
                .orElseThrow();
    }

    Path home() {
        return home;
    }

    void stop() {
        process.destroy();
        process.onExit().join();
    }

    /** Address of a page. */
    String at(String path) {
        return "http://localhost:" + port + path;
    }

    int port() {
        return port;
    }

    /** Fetches a page without a browser. */
    HttpResponse<String> get(String path, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(at(path))).GET(), headers);
    }

    HttpResponse<String> post(String path) {
        return send(
                HttpRequest.newBuilder(URI.create(at(path))).POST(HttpRequest.BodyPublishers.ofString("a=b")),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        try {
            if (headers.length > 0) {
                request.headers(headers);
            }
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
