package ml.taama.benchmarks;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who is signed in, as a browser would be: cookies, and the token of the last page in every form. */
final class Person {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "taama-benchmark";
    private static final int FINE = 200;
    private static final int NOTHING_TO_SAY = 204;

    private final Product product;
    private final HttpClient client;
    private String token = "";

    private Person(Product product, HttpClient client) {
        this.product = product;
        this.client = client;
    }

    /** Signs in with an address of the demonstration. */
    static Person signIn(Product product, String email) throws IOException, InterruptedException {
        Person person = new Person(
                product,
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build());
        person.get("/fr/sign-in");
        String page = person.post("/fr/sign-in", "email=" + encode(email) + "&password=taama-demonstration");
        if (page.contains("name=\"password\"")) {
            throw new IOException(email + " was not let in");
        }
        return person;
    }

    String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(product.at(path)).GET());
    }

    /** Sends a form; headers in pairs. */
    String post(String path, String form, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(product.at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + encode(token) + "&" + form));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    String upload(String path, String name, byte[] file) throws IOException, InterruptedException {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n--"
                + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n";
        return send(HttpRequest.newBuilder(product.at(path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(file),
                        BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"))));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != FINE && answer.statusCode() != NOTHING_TO_SAY) {
            throw new IOException(answer.uri() + " answers " + answer.statusCode());
        }
        Matcher matcher = TOKEN.matcher(answer.body());
        if (matcher.find()) {
            token = matcher.group(1);
        }
        return answer.body();
    }
}
