package ml.taama.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ml.taama.RunningSite;
import ml.taama.RunningSite.Visit;
import ml.taama.platform.mail.Postman;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A site that sends its mail to a real server, and people who are invited to it. */
abstract class InvitedPeople {

    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/\\w\\w/welcome/[\\w-]+)");
    static final String PASSWORD = "four unrelated words here";

    static GreenMail server;
    static RunningSite site;
    static Visit administrator;

    @BeforeAll
    static void start() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        server.start();
        site = RunningSite.demonstration(Map.of(
                "TAAMA_SMTP_URL", "smtp://127.0.0.1:" + server.getSmtp().getPort() + "?from=taama@ministry.example"));
        administrator = site.visit("administrator");
    }

    @AfterAll
    static void stop() {
        site.close();
        server.stop();
    }

    @BeforeEach
    void empty() throws Exception {
        server.purgeEmailFromAllMailboxes();
    }

    static HttpResponse<String> invite(String name, String email, String language, String role) {
        administrator.get("/en/accounts/new");
        return administrator.post(
                "/en/accounts",
                "name",
                name,
                "email",
                email,
                "person",
                language,
                "role",
                role,
                "organisation",
                organisation(),
                "from",
                "2020-01-01");
    }

    static String organisation() {
        return Objects.requireNonNull(site.owner()
                .sql("select min(organisation) from accounts.holding")
                .query(String.class)
                .single());
    }

    static List<MimeMessage> received() {
        site.bean(Postman.class).send();
        return List.of(server.getReceivedMessages());
    }

    static String text(MimeMessage mail) {
        try {
            return String.valueOf(mail.getContent());
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String link(MimeMessage mail) {
        Matcher link = LINK.matcher(text(mail));
        assertThat(link.find()).as(text(mail)).isTrue();
        return link.group(1);
    }

    static long account(String email) {
        return site.owner()
                .sql("select account from accounts.credential where email = ?")
                .param(email)
                .query(Long.class)
                .single();
    }
}
