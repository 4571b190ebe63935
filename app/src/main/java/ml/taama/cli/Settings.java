package ml.taama.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;

/**
 * What the environment says.
 *
 * @param home data folder ({@code TAAMA_HOME})
 * @param cache folder of things that can be made again: the unpacked PostgreSQL ({@code TAAMA_CACHE})
 * @param packs folder of the packs that come with the product ({@code TAAMA_PACKS})
 * @param pack the country pack to load ({@code TAAMA_PACK})
 * @param address on which the site listens ({@code TAAMA_ADDRESS}, loopback by default)
 * @param port of the site ({@code TAAMA_PORT}, 8080 by default)
 * @param databaseUrl owner's address of an external database ({@code TAAMA_DB_URL})
 * @param secret from which keys follow ({@code TAAMA_SECRET}, otherwise one of the data folder)
 * @param language of messages, from {@code LANG}
 */
record Settings(
        Path home,
        Path cache,
        Path packs,
        Path pack,
        String address,
        int port,
        Optional<String> databaseUrl,
        Optional<String> secret,
        Locale language) {

    private static final int HIGHEST_PORT = 65535;
    private static final int LEAST_SECRET = 32;

    static Settings of(Map<String, String> environment) {
        Path packs = path(environment, "TAAMA_PACKS", "packs");
        return new Settings(
                path(environment, "TAAMA_HOME", "data"),
                path(environment, "TAAMA_CACHE", ".build"),
                packs,
                environment.containsKey("TAAMA_PACK") ? path(environment, "TAAMA_PACK", "") : packs.resolve("mali"),
                environment.getOrDefault("TAAMA_ADDRESS", "127.0.0.1"),
                port(environment.getOrDefault("TAAMA_PORT", "8080")),
                Optional.ofNullable(environment.get("TAAMA_DB_URL")).filter(u -> !u.isBlank()),
                secret(environment.getOrDefault("TAAMA_SECRET", "")),
                environment.getOrDefault("LANG", "").startsWith("fr") ? Locale.FRENCH : Locale.ENGLISH);
    }

    private static Optional<String> secret(String text) {
        String secret = text.strip();
        if (!secret.isEmpty() && secret.length() < LEAST_SECRET) {
            throw Problem.of(PlatformProblem.SETTING, "TAAMA_SECRET", "…", LEAST_SECRET + "+");
        }
        return Optional.of(secret).filter(s -> !s.isEmpty());
    }

    private static Path path(Map<String, String> environment, String name, String otherwise) {
        return Path.of(environment.getOrDefault(name, otherwise))
                .toAbsolutePath()
                .normalize();
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text.strip());
            if (port > 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw wrongPort(text);
        }
        throw wrongPort(text);
    }

    private static Problem wrongPort(String text) {
        return Problem.of(PlatformProblem.SETTING, "TAAMA_PORT", text, "1–" + HIGHEST_PORT);
    }

    /** Whether the site is for this machine only. */
    boolean onLoopback() {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
