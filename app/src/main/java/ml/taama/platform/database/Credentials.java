package ml.taama.platform.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;

/**
 * Where a database is and who opens it.
 *
 * @param address of JDBC, without user and password
 */
record Credentials(String address, String user, String password) {

    private static final String EXAMPLE = "postgresql://owner:password@host:5432/taama";

    /**
     * Reads {@code postgresql://user:password@host:port/database?options}, with or without {@code jdbc:} before it; user
     * and password may also be options.
     *
     * @throws Problem when something is missing
     */
    static Credentials parse(String text) {
        try {
            URI uri = new URI(text.strip().replaceFirst("^jdbc:", "").replaceFirst("^postgres:", "postgresql:"));
            String[] owner =
                    Optional.ofNullable(uri.getRawUserInfo()).orElse("").split(":", 2);
            String user = owner[0];
            String password = owner.length > 1 ? owner[1] : "";
            StringBuilder options = new StringBuilder();
            for (String option :
                    Optional.ofNullable(uri.getRawQuery()).orElse("").split("&")) {
                if (option.startsWith("user=")) {
                    user = option.substring("user=".length());
                } else if (option.startsWith("password=")) {
                    password = option.substring("password=".length());
                } else if (!option.isEmpty()) {
                    options.append(options.isEmpty() ? '?' : '&').append(option);
                }
            }
            boolean complete = "postgresql".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getPath() != null
                    && uri.getPath().length() > 1;
            if (!complete || user.isEmpty() || password.isEmpty()) {
                throw Problem.of(PlatformProblem.DATABASE_ADDRESS, EXAMPLE);
            }
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            String address = "jdbc:postgresql://" + uri.getHost() + port + uri.getPath() + options;
            return new Credentials(address, decode(user), decode(password));
        } catch (URISyntaxException e) {
            throw Problem.of(PlatformProblem.DATABASE_ADDRESS, EXAMPLE);
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return user + " at " + address;
    }
}
