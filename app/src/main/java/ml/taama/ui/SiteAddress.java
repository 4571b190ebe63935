package ml.taama.ui;

import java.net.URI;
import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where people reach the site from outside ({@code TAAMA_SITE}): links in mails begin with it, and passkeys belong to it. */
@Component
public class SiteAddress {

    private final Environment environment;

    SiteAddress(Environment environment) {
        this.environment = environment;
    }

    /** For example {@code https://taama.example.org}, without a slash at its end. */
    public String address() {
        String set = environment.getProperty("TAAMA_SITE", "").strip();
        if (!set.isEmpty()) {
            return set.replaceFirst("/+$", "");
        }
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return "http://localhost:" + port;
    }

    /** The name of the host alone. */
    public String host() {
        String host = URI.create(address()).getHost();
        return host == null ? "localhost" : host;
    }

    /** Whether people reach it through TLS. */
    public boolean secure() {
        return address().startsWith("https:");
    }

    /** Address of a page in a language. */
    public String page(Locale language, String path) {
        return address() + "/" + language.getLanguage() + path;
    }
}
