package ml.taama.benchmarks;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A coordinator opens a call that concerns 500 people: how long does the page take that tells them all, and when has the
 * last of them the mail? The baseline hands the same number of mails to the same server directly, one after the other.
 * Command: {@code ./taama bench notices}.
 */
final class NoticesToMany {

    private static final int PEOPLE = 500;
    private static final int LONGEST_MS = 300_000;

    private NoticesToMany() {}

    static void run() throws Exception {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", "smtp");
        setup.setServerStartupTimeout(10_000);
        GreenMail server = new GreenMail(setup);
        server.start();
        int port = server.getSmtp().getPort();
        Path home = Product.newHome();
        try (Product product = Product.start(
                home, Map.of("TAAMA_SMTP_URL", "smtp://127.0.0.1:" + port + "?from=taama@demo.example"))) {
            populate(home);
            Person coordinator = Person.signIn(product, "coordinator@demo.example");
            String draft = draft(coordinator);
            long start = System.nanoTime();
            coordinator.post("/fr" + draft + "/opening", "");
            double page = Figures.secondsSince(start);
            await(server, PEOPLE);
            double last = Figures.secondsSince(start);
            double direct = direct(server, port);
            System.out.printf("%n| a call that concerns %d people | s |%n|---|---:|%n", PEOPLE);
            System.out.printf("| the page that opens it: everybody is told | %.2f |%n", page);
            System.out.printf("| until the last mail has arrived | %.2f |%n", last);
            System.out.printf("| as many mails handed over directly | %.2f |%n", direct);
            System.out.printf("%nUntil the last mail: %.1f times the time of handing them over.%n", last / direct);
        } finally {
            server.stop();
        }
    }

    /** People of the service that the demonstration asks first, who want mail at once. */
    private static void populate(Path home) throws IOException, SQLException {
        try (Connection connection = Owner.connect(home);
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    with made as (
                      insert into accounts.account (name, language, digest)
                      select 'Person ' || n, case when n %% 2 = 0 then 'fr' else 'en' end, 'at-once'
                      from generate_series(1, %d) n returning id, name),
                    credentials as (
                      insert into accounts.credential (account, email, password)
                      select id, replace(lower(name), ' ', '-') || '@service.example', 'none' from made)
                    insert into accounts.holding (account, role, organisation)
                    select id, 'focal-point', (select min(organisation) from collection.return) from made
                    """.formatted(PEOPLE));
        }
    }

    private static String draft(Person coordinator) throws IOException, InterruptedException {
        coordinator.get("/fr/work/calls/new");
        String page = coordinator.post("/fr/work/calls", "from=call%3A1&period=2025");
        Matcher address =
                Pattern.compile("action=\"/fr(/work/calls/\\d+)/opening\"").matcher(page);
        if (!address.find()) {
            throw new IOException("No draft to open");
        }
        return address.group(1);
    }

    private static void await(GreenMail server, int mails) throws IOException {
        if (!server.waitForIncomingEmail(LONGEST_MS, mails)) {
            throw new IOException("Not all mails arrived: " + server.getReceivedMessages().length);
        }
    }

    private static double direct(GreenMail server, int port) throws IOException {
        long start = System.nanoTime();
        ServerSetup to = new ServerSetup(port, "127.0.0.1", "smtp");
        for (int i = 0; i < PEOPLE; i++) {
            GreenMailUtil.sendTextEmail("direct-" + i + "@service.example", "taama@demo.example", "Appel", "Texte", to);
        }
        await(server, 2 * PEOPLE);
        return Figures.secondsSince(start);
    }
}
