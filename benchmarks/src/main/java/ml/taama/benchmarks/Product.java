package ml.taama.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** The product started by its script, as people start it. */
final class Product implements AutoCloseable {

    /** Folder of the script. */
    static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("taama.root"), "taama.root"));

    static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final int port;

    private Product(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts on a data folder and waits until it is ready. */
    static Product start(Path home, Map<String, String> settings) throws IOException {
        int port = freePort();
        ProcessBuilder builder =
                new ProcessBuilder(ROOT.resolve("taama").toString(), "start").redirectErrorStream(true);
        builder.environment().put("TAAMA_HOME", home.toString());
        builder.environment().put("TAAMA_PORT", String.valueOf(port));
        builder.environment().putAll(settings);
        Process process = builder.start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("Taama is ready")) {
                return new Product(process, port);
            }
        }
        throw new IOException("Taama did not start on " + home);
    }

    static Path newHome() throws IOException {
        return Files.createTempDirectory("taama-benchmark");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    static byte[] get(URI address, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<byte[]> answer = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(address + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
