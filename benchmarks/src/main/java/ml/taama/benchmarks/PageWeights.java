package ml.taama.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many bytes does a visit move, compressed as a browser asks? Baseline: the limits that we set, 150 kB for a first
 * visit with everything it needs, 30 kB for a later page. Command: {@code ./taama bench weights}.
 */
final class PageWeights {

    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");
    private static final Pattern FONT = Pattern.compile("url\\([\"']?([^)\"']+)");
    private static final List<String> LATER = List.of(
            "/fr/compact",
            "/fr/compact/7",
            "/fr/actions",
            "/fr/figures",
            "/fr/figures/ML-DIASPORA",
            "/fr/help",
            "/fr/reports/2021/chapters/progress",
            "/fr/reports/2021/contradictions");

    private PageWeights() {}

    static void run() throws IOException, InterruptedException {
        try (Product product = Product.start(Product.newHome(), Map.of())) {
            System.out.printf("%n| page | kB moved | limit kB |%n|---|---:|---:|%n");
            print("/fr, first visit with style, script, fonts", weight(product, "/fr") + assets(product), 150);
            for (String page : LATER) {
                print(page, weight(product, page), 30);
            }
        }
    }

    private static void print(String page, int bytes, int limit) {
        System.out.printf("| %s | %.1f | %d |%n", page, bytes / 1000.0, limit);
    }

    private static int weight(Product product, String path) throws IOException, InterruptedException {
        return Product.get(product.at(path), "Accept-Encoding", "gzip").length;
    }

    private static int assets(Product product) throws IOException, InterruptedException {
        String page = text(product, "/fr");
        Set<String> assets = new LinkedHashSet<>();
        Matcher found = ASSET.matcher(page);
        while (found.find()) {
            assets.add(found.group(1));
            if (found.group(1).endsWith(".css")) {
                Matcher fonts = FONT.matcher(text(product, found.group(1)));
                while (fonts.find()) {
                    assets.add(
                            product.at(found.group(1)).resolve(fonts.group(1)).getPath());
                }
            }
        }
        int bytes = 0;
        for (String asset : assets) {
            bytes += weight(product, asset);
        }
        return bytes;
    }

    private static String text(Product product, String path) throws IOException, InterruptedException {
        return new String(Product.get(product.at(path)), StandardCharsets.UTF_8);
    }
}
