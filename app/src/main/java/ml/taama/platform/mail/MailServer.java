package ml.taama.platform.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;

/**
 * Where mail is handed over.
 *
 * @param secure with TLS from the first byte ({@code smtps}); otherwise STARTTLS is used when the server offers it, and
 *     required when a password is sent
 * @param user empty where the server asks for none
 * @param from address of the sender
 */
record MailServer(String host, int port, boolean secure, String user, String password, String from) {

    private static final String EXAMPLE = "smtp://user:password@host:587?from=taama@example.org";
    private static final int SUBMISSION = 587;
    private static final int TLS = 465;

    /**
     * Reads {@code smtp://user:password@host:port?from=address}; nothing when the text is blank.
     *
     * @throws Problem that names the setting when it cannot be read
     */
    static Optional<MailServer> parse(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text.strip());
            boolean secure = "smtps".equals(uri.getScheme());
            String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
            String from = query.startsWith("from=") ? decode(query.substring("from=".length())) : "";
            if ((!secure && !"smtp".equals(uri.getScheme())) || uri.getHost() == null || !from.contains("@")) {
                throw wrong();
            }
            String[] user = Optional.ofNullable(uri.getRawUserInfo()).orElse("").split(":", 2);
            int port = uri.getPort() > 0 ? uri.getPort() : secure ? TLS : SUBMISSION;
            return Optional.of(new MailServer(
                    uri.getHost(), port, secure, decode(user[0]), user.length > 1 ? decode(user[1]) : "", from));
        } catch (URISyntaxException e) {
            throw wrong();
        }
    }

    /** The setting holds a password, so the sentence does not repeat it. */
    private static Problem wrong() {
        return Problem.of(PlatformProblem.SETTING, "TAAMA_SMTP_URL", "…", EXAMPLE);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
