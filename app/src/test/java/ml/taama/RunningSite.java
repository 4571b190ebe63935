package ml.taama;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ml.taama.accounts.DemonstrationAccounts;
import ml.taama.platform.database.Database;
import ml.taama.platform.database.TemporaryDatabase;
import ml.taama.reference.packs.Faults;
import ml.taama.reference.packs.PackLoader;
import ml.taama.reference.packs.PackReader;
import ml.taama.reporting.Review;
import ml.taama.reporting.Reviews;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole site over a database of its own, with the Mali pack; jobs run only when a test asks. */
public final class RunningSite implements AutoCloseable {

    private static final Path PACKS = Path.of("../packs").toAbsolutePath().normalize();
    private static final Path CACHE = Path.of("../.build").toAbsolutePath().normalize();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    private final Database database;
    private final ConfigurableApplicationContext context;
    private final int port;
    private boolean shared;

    private RunningSite(Database database, Map<String, Object> settings) {
        this.database = database;
        SpringApplication application = new SpringApplication(Taama.class);
        application.addInitializers(c -> ((GenericApplicationContext) c)
                .registerBean("database", Database.class, () -> database, bean -> bean.setDestroyMethodName("")));
        Map<String, Object> all = new HashMap<>(Map.of("server.port", 0, "server.address", "127.0.0.1"));
        all.put("taama.jobs", "off");
        all.putAll(settings);
        application.setDefaultProperties(all);
        context = application.run();
        port = Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    private void load() {
        Faults faults = new Faults();
        bean(PackLoader.class)
                .load(bean(PackReader.class)
                        .read(PACKS.resolve("mali"), PACKS, faults)
                        .orElseThrow());
        assertThat(faults.all()).isEmpty();
    }

    /** A site with settings beside those of a test. */
    public static RunningSite start(Map<String, Object> settings) {
        RunningSite site = new RunningSite(TemporaryDatabase.open(CACHE), settings);
        site.load();
        return site;
    }

    /** Another instance of the application over the database of a site; closing it leaves the database. */
    public static RunningSite over(RunningSite other) {
        return on(other.database, Map.of());
    }

    /** A site without a country, for what needs none. */
    public static RunningSite bare(Map<String, Object> settings) {
        return new RunningSite(TemporaryDatabase.open(CACHE), settings);
    }

    /** The application over a database that it does not close. */
    public static RunningSite on(Database database, Map<String, Object> settings) {
        RunningSite site = new RunningSite(database, settings);
        site.shared = true;
        return site;
    }

    /** A site with the accounts of the demonstration. */
    public static RunningSite demonstration() {
        return demonstration(Map.of());
    }

    /** The same with settings of its own. */
    public static RunningSite demonstration(Map<String, Object> settings) {
        RunningSite site = start(settings);
        Review review = site.bean(Reviews.class).all().getFirst();
        site.bean(DemonstrationAccounts.class)
                .make(
                        review.coordinator(),
                        review.contributions().stream()
                                .filter(c -> c.task().equals("contribution"))
                                .map(c -> c.organisation())
                                .toList());
        return site;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public Database database() {
        return database;
    }

    /** As the owner of the database. */
    public JdbcClient owner() {
        return JdbcClient.create(database.ownerDataSource());
    }

    public String at(String path) {
        return "http://localhost:" + port + path;
    }

    /** A browser of somebody who has not signed in. */
    public Visit visit() {
        return new Visit(this);
    }

    /** A browser of a person of the demonstration. */
    public Visit visit(String person) {
        Visit visit = new Visit(this);
        HttpResponse<String> answer = visit.signIn(person + "@demo.example", DemonstrationAccounts.PASSWORD);
        assertThat(answer.statusCode()).as(person).isEqualTo(303);
        return visit;
    }

    /** What a browser does: keeps cookies, sends back the token of forms, follows nothing by itself. */
    public static final class Visit {

        private final RunningSite site;
        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        private String token = "";

        private Visit(RunningSite site) {
            this.site = site;
        }

        public HttpResponse<String> get(String path) {
            URI address = URI.create(path.startsWith("http") ? path : site.at(path));
            HttpResponse<String> answer = send(HttpRequest.newBuilder(address).build());
            Matcher found = TOKEN.matcher(answer.body());
            if (found.find()) {
                token = found.group(1);
            }
            return answer;
        }

        /** Sends a form from a page that was got before. */
        public HttpResponse<String> post(String path, String... fields) {
            Map<String, String> all = new HashMap<>(Map.of("_csrf", token));
            for (int i = 0; i < fields.length; i += 2) {
                all.put(fields[i], fields[i + 1]);
            }
            String form = all.entrySet().stream()
                    .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(site.at(path)))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form))
                    .build());
            Matcher found = TOKEN.matcher(answer.body());
            if (found.find()) {
                token = found.group(1);
            }
            return answer;
        }

        public HttpResponse<String> signIn(String email, String password) {
            get("/en/sign-in");
            HttpResponse<String> answer = post("/en/sign-in", "email", email, "password", password);
            if (answer.statusCode() == 303) {
                get("/en/work");
            }
            return answer;
        }

        private HttpResponse<String> send(HttpRequest request) {
            try {
                return client.send(request, BodyHandlers.ofString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** Where an answer leads. */
    public static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
    }

    /** All texts of an answer that stand between two others. */
    public static List<String> between(String text, String before, String after) {
        return Pattern.compile(Pattern.quote(before) + "(.*?)" + Pattern.quote(after), Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    @Override
    public void close() {
        context.close();
        if (!shared) {
            database.close();
        }
    }
}
