package ml.taama.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ml.taama.documents.Motif;
import ml.taama.documents.Styles;
import ml.taama.documents.fonts.Typeface;
import ml.taama.documents.fonts.Typeface.Weight;
import org.springframework.stereotype.Component;

/** Style sheets, fonts, scripts, icons: each served under an address that holds its fingerprint. */
@Component
public class Assets {

    /** A file to serve. */
    @SuppressWarnings("ArrayRecordComponent") // written to the wire as it is, never compared
    record Asset(byte[] content, String type) {}

    private static final String ICONS = "META-INF/resources/webjars/bootstrap-icons/1.13.1/icons/";
    private static final String HTMX = "META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";
    private static final Pattern PATHS = Pattern.compile("<svg[^>]*>(.*)</svg>", Pattern.DOTALL);
    private static final int FINGERPRINT = 10;

    private final Map<String, Asset> assets = new HashMap<>();
    private final Map<String, String> fingerprints = new HashMap<>();
    private final Map<String, String> icons = new ConcurrentHashMap<>();

    Assets() {
        for (Weight weight : Weight.values()) {
            for (String subset : Typeface.SUBSETS) {
                add(font(subset, weight), Typeface.woff2(subset, weight), "font/woff2");
            }
        }
        add("htmx.js", resource(HTMX), "text/javascript");
        add("grid.js", text(read("ui/grid.js")), "text/javascript");
        add("editor.js", text(read("ui/editor.js")), "text/javascript");
        add("passkeys.js", resource("ui/passkeys.js"), "text/javascript");
        add("people.js", resource("ui/people.js"), "text/javascript");
        add("motif.svg", text(Motif.tile()), "image/svg+xml");
        add("site.css", text(fontFaces() + read("ui/site.css") + motif() + Styles.charts()), "text/css");
        add("report.css", text(Styles.screen()), "text/css");
        add("icon.svg", text(Motif.icon()), "image/svg+xml");
    }

    /** Address of an asset; it changes with the content, so a browser may keep it for ever. */
    public String address(String name) {
        String fingerprint = fingerprints.get(name);
        if (fingerprint == null) {
            throw new IllegalArgumentException("No asset '" + name + "'");
        }
        return "/assets/" + fingerprint + "/" + name;
    }

    Optional<Asset> find(String name) {
        return Optional.ofNullable(assets.get(name));
    }

    /** Markup of an icon of the Bootstrap set, in the colour of the text around it. */
    String icon(String name) {
        return icons.computeIfAbsent(name, n -> {
            Matcher svg = PATHS.matcher(new String(resource(ICONS + n + ".svg"), StandardCharsets.UTF_8));
            if (!svg.find()) {
                throw new IllegalArgumentException("No icon '" + n + "'");
            }
            return "<svg class=\"icon\" viewBox=\"0 0 16 16\" fill=\"currentColor\" aria-hidden=\"true\" focusable=\"false\">"
                    + svg.group(1).strip() + "</svg>";
        });
    }

    private void add(String name, byte[] content, String type) {
        assets.put(name, new Asset(content, type));
        fingerprints.put(name, fingerprint(content));
    }

    private static String font(String subset, Weight weight) {
        return "source-sans-" + subset + "-" + weight.number() + ".woff2";
    }

    private String fontFaces() {
        StringBuilder css = new StringBuilder();
        for (Weight weight : Weight.values()) {
            for (String subset : Typeface.SUBSETS) {
                String range = subset.equals("latin")
                        ? "U+0000-00FF,U+0152-0153,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212"
                        : "U+0100-0151,U+0154-02AF,U+1E00-1EFF";
                css.append("@font-face{font-family:'Source Sans Pro';font-style:normal;font-display:swap;font-weight:")
                        .append(weight.number())
                        .append(";src:url(")
                        .append(address(font(subset, weight)))
                        .append(") format('woff2');unicode-range:")
                        .append(range)
                        .append("}\n");
            }
        }
        return css.toString();
    }

    private String motif() {
        return ".band::after,.motif-tile{background-image:url(" + address("motif.svg") + ")}\n";
    }

    private static String fingerprint(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash).substring(0, FINGERPRINT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String read(String name) {
        return new String(resource(name), StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) {
        try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("Missing from the product: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
