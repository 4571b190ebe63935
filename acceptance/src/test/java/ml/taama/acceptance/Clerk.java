package ml.taama.acceptance;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A case manager without a browser who registers people and writes down services, one after the other. What is not acknowledged is
 * sent again as it was, with its key, until it is: as somebody does whose line was cut.
 */
final class Clerk implements Runnable {

    /** Numbers of what was acknowledged, over all clerks. */
    static final class Ledger {
        final Set<Integer> people = ConcurrentHashMap.newKeySet();
        final Set<Integer> services = ConcurrentHashMap.newKeySet();
        final AtomicInteger next = new AtomicInteger();
        final AtomicInteger repeated = new AtomicInteger();

        int written() {
            return people.size() + services.size();
        }
    }

    static final String SURNAME = "Interrompue";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");
    private static final Pattern MADE = Pattern.compile(".*/work/(people|cases)/\\d+");
    private static final Pattern FILE = Pattern.compile("name=\"people\" value=\"(\\d+)\"");
    private static final int FOUND = 303;
    private static final int PAUSE = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Site site;
    private final Ledger ledger;
    private final BooleanSupplier goesOn;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String token = "";
    private String dossier = "";
    private String file = "";

    private Clerk(Site site, Ledger ledger, BooleanSupplier goesOn) {
        this.site = site;
        this.ledger = ledger;
        this.goesOn = goesOn;
    }

    /** Somebody who is signed in and has a case to work on. */
    static Clerk at(Site site, Ledger ledger, BooleanSupplier goesOn) throws IOException, InterruptedException {
        Clerk clerk = new Clerk(site, ledger, goesOn);
        clerk.get("/en/sign-in");
        clerk.post("/en/sign-in", Map.of("email", "case-manager@demo.example", "password", "taama-demonstration"));
        clerk.get("/en/work");
        clerk.begin();
        return clerk;
    }

    /** Number of the case. */
    long dossier() {
        return Long.parseLong(dossier.replaceAll(".*/", ""));
    }

    private void begin() throws IOException, InterruptedException {
        get("/en/work/cases/new");
        HttpResponse<String> form = post(
                "/en/work/cases/new",
                Map.of("action", "register", "person-key", key(), "given", "Awa", "surname", "Servie"));
        Matcher found = FILE.matcher(form.body());
        if (!found.find()) {
            throw new IllegalStateException("Nobody was registered: " + form.statusCode());
        }
        file = found.group(1);
        Map<String, String> request = new LinkedHashMap<>(Map.of("action", "receive", "key", key(), "people", file));
        request.putAll(Map.of("country", "LY", "channel", "phone", "urgency", "high", "headcount", "1"));
        request.put("received", today());
        dossier = location(post("/en/work/cases/new", request)).orElseThrow();
        post(dossier + "/triage", Map.of("decision", "accept", "urgency", "high"));
    }

    private static String today() {
        return LocalDate.now(ZoneId.systemDefault()).toString();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Override
    public void run() {
        while (goesOn.getAsBoolean()) {
            int number = ledger.next.getAndIncrement();
            if (number % 2 == 0) {
                untilAcknowledged("/en/work/people/new", person(number));
                ledger.people.add(number);
            } else {
                untilAcknowledged(dossier + "/services", service(number));
                ledger.services.add(number);
            }
        }
    }

    private static Map<String, String> person(int number) {
        return Map.of(
                "key",
                key(),
                "step",
                "another",
                "given",
                "Nombre" + number,
                "surname",
                SURNAME,
                "sex",
                "female",
                "phone",
                String.valueOf(70_000_000 + number));
    }

    /** The quantity tells services apart. */
    private Map<String, String> service(int number) {
        return Map.of(
                "key",
                key(),
                "kind",
                "food",
                "people",
                file,
                "on",
                today(),
                "quantity",
                String.valueOf(number),
                "proof",
                "none");
    }

    private void untilAcknowledged(String path, Map<String, String> form) {
        try {
            while (true) {
                Optional<String> made = sent(path, form);
                if (made.isPresent()) {
                    return;
                }
                ledger.repeated.incrementAndGet();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<String> sent(String path, Map<String, String> form) throws InterruptedException {
        try {
            return location(post(path, form)).filter(l -> MADE.matcher(l).matches());
        } catch (IOException e) {
            return Optional.empty(); // the line was cut
        }
    }

    private void get(String path) throws IOException, InterruptedException {
        read(client.send(HttpRequest.newBuilder(URI.create(site.at(path))).build(), BodyHandlers.ofString()));
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>(form);
        all.put("_csrf", token);
        String body = all.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return read(client.send(
                HttpRequest.newBuilder(URI.create(site.at(path)))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString()));
    }

    private HttpResponse<String> read(HttpResponse<String> answer) {
        Matcher found = TOKEN.matcher(answer.body());
        if (answer.statusCode() < FOUND && found.find()) {
            token = found.group(1);
        }
        return answer;
    }

    private Optional<String> location(HttpResponse<String> answer) {
        return answer.statusCode() == FOUND
                ? answer.headers().firstValue("Location").map(l -> l.replaceFirst("^https?://[^/]+", ""))
                : Optional.empty();
    }
}
