package ml.taama.benchmarks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How many pages in a second does the site give, composed anew for each reader? Baseline: the same bytes given by the
 * HTTP server of the JDK from memory. The readers share the two processors with the server, so the ratio says more than
 * the figure. Command: {@code ./taama bench pages}.
 */
final class PagesPerSecond {

    private static final int READERS = 4;
    private static final int ROUNDS = 5;
    private static final double SECONDS = 4;
    private static final List<String> PAGES = List.of("/fr", "/fr/compact/7", "/fr/figures");

    private PagesPerSecond() {}

    static void run() throws Exception {
        // Otherwise the server of the JDK waits 40 ms for acknowledgements, and anything looks fast beside it.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer still = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (Product product = Product.start(Product.newHome(), Map.of());
                ExecutorService readers = Executors.newFixedThreadPool(READERS);
                ExecutorService workers = Executors.newFixedThreadPool(READERS)) {
            still.setExecutor(workers);
            still.start();
            Map<String, List<Double>> site = new LinkedHashMap<>();
            Map<String, List<Double>> baseline = new LinkedHashMap<>();
            for (String page : PAGES) {
                byte[] content = Product.get(product.at(page));
                still.createContext("/still" + page, exchange -> {
                    try (exchange) {
                        exchange.sendResponseHeaders(200, content.length);
                        exchange.getResponseBody().write(content);
                    }
                });
            }
            for (int round = 0; round <= ROUNDS; round++) {
                for (String page : PAGES) {
                    double pages = perSecond(readers, product.at(page));
                    double files = perSecond(
                            readers,
                            URI.create("http://127.0.0.1:" + still.getAddress().getPort() + "/still" + page));
                    if (round > 0) {
                        site.computeIfAbsent(page, p -> new ArrayList<>()).add(pages);
                        baseline.computeIfAbsent(page, p -> new ArrayList<>()).add(files);
                    }
                }
            }
            print(site, baseline);
            still.stop(0);
        }
    }

    private static void print(Map<String, List<Double>> site, Map<String, List<Double>> baseline) {
        System.out.printf("%n| page | pages/s | same bytes from memory, /s | ratio |%n|---|---:|---:|---:|%n");
        site.forEach((page, pages) -> {
            double files = Figures.median(baseline.getOrDefault(page, List.of()));
            System.out.printf(
                    "| %s | %.0f | %.0f | %.2f |%n", page, Figures.median(pages), files, Figures.median(pages) / files);
        });
    }

    private static double perSecond(ExecutorService readers, URI address)
            throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        List<Future<Integer>> counts = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            counts.add(readers.submit(() -> read(address, start)));
        }
        int pages = 0;
        for (Future<Integer> count : counts) {
            pages += count.get();
        }
        return pages / Figures.secondsSince(start);
    }

    private static int read(URI address, long start) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address).build();
        int pages = 0;
        while (Figures.secondsSince(start) < SECONDS) {
            if (Product.CLIENT.send(request, BodyHandlers.ofByteArray()).statusCode() != 200) {
                throw new IOException(address + " does not answer");
            }
            pages++;
        }
        return pages;
    }
}
