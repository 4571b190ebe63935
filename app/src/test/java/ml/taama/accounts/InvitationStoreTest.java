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
import org.junit.jupiter.api.Test;

/** From the invitation to the second factor, with mail that a real server received. */
class InvitationStoreTest {

    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/\\w\\w/welcome/[\\w-]+)");
    private static final String PASSWORD = "four unrelated words here";

    private static GreenMail server;
    private static RunningSite site;
    private static Visit administrator;

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

    private static HttpResponse<String> invite(String name, String email, String language, String role) {
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

    private static String organisation() {
        return Objects.requireNonNull(site.owner()
                .sql("select min(organisation) from accounts.holding")
                .query(String.class)
                .single());
    }

    private static List<MimeMessage> received() {
        site.bean(Postman.class).send();
        return List.of(server.getReceivedMessages());
    }

    private static String text(MimeMessage mail) {
        try {
            return String.valueOf(mail.getContent());
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String link(MimeMessage mail) {
        Matcher link = LINK.matcher(text(mail));
        assertThat(link.find()).as(text(mail)).isTrue();
        return link.group(1);
    }

    @Test
    void anInvitedPersonChoosesAPasswordOnce() throws MessagingException {
        HttpResponse<String> invited = invite("Moussa Koné", "moussa@service.example", "fr", "focal-point");
        assertThat(invited.statusCode()).isEqualTo(200);
        assertThat(invited.body()).contains("Moussa Koné").doesNotContain("/welcome/");
        List<MimeMessage> mails = received();
        assertThat(mails).hasSize(1);
        assertThat(mails.getFirst().getSubject()).isEqualTo("Votre compte sur Taama");
        assertThat(mails.getFirst().getAllRecipients()[0]).hasToString("moussa@service.example");
        String link = link(mails.getFirst());
        assertThat(site.owner()
                        .sql("select body from platform.mail where recipient = 'moussa@service.example'")
                        .query(String.class)
                        .single())
                .isEmpty();

        Visit moussa = site.visit();
        assertThat(moussa.get(link).body()).contains("Moussa Koné");
        HttpResponse<String> weak = moussa.post(link, "password", "short");
        assertThat(weak.statusCode()).isEqualTo(400);
        assertThat(weak.body()).contains("12 caractères", "Moussa Koné");
        assertThat(RunningSite.location(moussa.post(link, "password", PASSWORD)))
                .isEqualTo("/fr/work");
        assertThat(moussa.get("/fr/work").body()).contains("Moussa Koné");

        assertThat(site.visit().get(link).statusCode()).isEqualTo(404);
        assertThat(site.visit().signIn("MOUSSA@service.example", PASSWORD).statusCode())
                .isEqualTo(303);
        assertThat(moussa.get("/en/accounts").statusCode()).isEqualTo(403);
    }

    @Test
    void aNewInvitationReplacesTheOneBefore() {
        invite("Salif Ba", "salif@service.example", "en", "partner");
        String first = link(received().getFirst());
        long id = account("salif@service.example");
        administrator.get("/en/accounts/" + id);
        administrator.post("/en/accounts/" + id + "/invitation");
        List<MimeMessage> mails = received();
        assertThat(mails).hasSize(2);
        assertThat(text(mails.get(1))).startsWith("Hello Salif Ba");
        assertThat(site.visit().get(first).statusCode()).isEqualTo(404);
        assertThat(site.visit().get(link(mails.get(1))).statusCode()).isEqualTo(200);
    }

    @Test
    void whoLostThePasswordGetsOneMailAndNobodyLearnsWhoHasAnAccount() {
        invite("Lala Sy", "lala@service.example", "en", "partner");
        Visit lala = site.visit();
        String invitation = link(received().getFirst());
        lala.get(invitation);
        lala.post(invitation, "password", PASSWORD);
        Visit forgetful = site.visit();
        forgetful.get("/en/password");
        String known =
                forgetful.post("/en/password", "email", "lala@service.example").body();
        forgetful.get("/en/password");
        String again =
                forgetful.post("/en/password", "email", "lala@service.example").body();
        forgetful.get("/en/password");
        String unknown = forgetful
                .post("/en/password", "email", "nobody@service.example")
                .body();
        assertThat(main(known)).isEqualTo(main(unknown)).isEqualTo(main(again));
        List<MimeMessage> mails = received();
        assertThat(mails).hasSize(2);
        String link = link(mails.get(1));
        forgetful.get(link);
        forgetful.post(link, "password", "another four words here");
        assertThat(site.visit().signIn("lala@service.example", PASSWORD).statusCode())
                .isEqualTo(400);
        assertThat(site.visit()
                        .signIn("lala@service.example", "another four words here")
                        .statusCode())
                .isEqualTo(303);
        assertThat(RunningSite.location(lala.get("/en/work")))
                .as("other connections ended")
                .startsWith("/en/sign-in");
    }

    private static String main(String page) {
        return RunningSite.between(page, "<main", "</main>").getFirst();
    }

    private static long account(String email) {
        return site.owner()
                .sql("select account from accounts.credential where email = ?")
                .param(email)
                .query(Long.class)
                .single();
    }

    @Test
    void aRoleWithPersonalDataSleepsUntilASecondFactorIsShown() {
        invite("Nana Diop", "nana@service.example", "en", "administrator");
        Visit nana = site.visit();
        String link = link(received().getFirst());
        nana.get(link);
        nana.post(link, "password", PASSWORD);
        assertThat(RunningSite.location(nana.get("/en/accounts"))).startsWith("/en/second-factor?to=%2Faccounts");
        String enrol = nana.get("/en/second-factor?to=/accounts").body();
        byte[] secret =
                base32(RunningSite.between(enrol, "class=\"secret\">", "<").getFirst());
        assertThat(nana.post("/en/second-factor/enrol", "code", "000000").statusCode())
                .isEqualTo(400);
        String codes = nana.post("/en/second-factor/enrol", "code", code(secret, 0), "to", "/accounts")
                .body();
        List<String> paper = RunningSite.between(codes, "<li><code>", "</code>");
        assertThat(paper).hasSize(10).doesNotHaveDuplicates();
        assertThat(nana.get("/en/accounts").statusCode()).isEqualTo(200);
        String kept = site.owner()
                .sql("select totp_secret from accounts.credential where email = 'nana@service.example'")
                .query(String.class)
                .single();
        assertThat(kept).isNotEqualTo(Totp.typed(secret)).hasSizeGreaterThan(40);

        Visit elsewhere = site.visit();
        elsewhere.signIn("nana@service.example", PASSWORD);
        assertThat(RunningSite.location(elsewhere.get("/en/accounts"))).startsWith("/en/second-factor");
        elsewhere.get("/en/second-factor");
        assertThat(elsewhere.post("/en/second-factor", "code", code(secret, 0)).statusCode())
                .as("a code works once")
                .isEqualTo(400);
        assertThat(elsewhere
                        .post("/en/second-factor/enrol", "code", code(secret, 1))
                        .statusCode())
                .as("a password alone adds no second factor")
                .isEqualTo(403);
        assertThat(elsewhere.post("/en/me/codes").statusCode()).isEqualTo(403);
        assertThat(elsewhere.post("/en/second-factor", "code", code(secret, 1)).statusCode())
                .isEqualTo(303);
        assertThat(elsewhere.get("/en/accounts").statusCode()).isEqualTo(200);

        Visit lost = site.visit();
        lost.signIn("nana@service.example", PASSWORD);
        lost.get("/en/second-factor");
        assertThat(lost.post("/en/second-factor", "code", paper.getFirst().toUpperCase(java.util.Locale.ROOT))
                        .statusCode())
                .isEqualTo(303);
        assertThat(lost.get("/en/accounts").statusCode()).isEqualTo(200);
        lost.get("/en/me");
        HttpResponse<String> last = lost.post("/en/me/totp/remove");
        assertThat(last.statusCode()).as("the last one stays").isEqualTo(409);
        Visit again = site.visit();
        again.signIn("nana@service.example", PASSWORD);
        again.get("/en/second-factor");
        assertThat(again.post("/en/second-factor", "code", paper.getFirst()).statusCode())
                .as("paper works once")
                .isEqualTo(400);

        long id = account("nana@service.example");
        administrator.get("/en/accounts/" + id);
        assertThat(administrator
                        .post("/en/accounts/" + id + "/second-factor/reset")
                        .statusCode())
                .isEqualTo(303);
        assertThat(RunningSite.location(lost.get("/en/accounts"))).startsWith("/en/sign-in");
        Visit anew = site.visit();
        anew.signIn("nana@service.example", PASSWORD);
        assertThat(anew.get("/en/second-factor").body()).contains("class=\"secret\"");
    }

    @Test
    void guessingCodesIsSlowedDown() {
        invite("Issa Bah", "issa@service.example", "en", "administrator");
        Visit issa = site.visit();
        String link = link(received().getFirst());
        issa.get(link);
        issa.post(link, "password", PASSWORD);
        byte[] secret = base32(RunningSite.between(issa.get("/en/second-factor").body(), "class=\"secret\">", "<")
                .getFirst());
        issa.post("/en/second-factor/enrol", "code", code(secret, 0));
        Visit guesser = site.visit();
        guesser.signIn("issa@service.example", PASSWORD);
        guesser.get("/en/second-factor");
        for (int i = 0; i < 6; i++) {
            guesser.post("/en/second-factor", "code", "00000" + i);
        }
        HttpResponse<String> right = guesser.post("/en/second-factor", "code", code(secret, 1));
        assertThat(right.statusCode()).isEqualTo(503);
        assertThat(right.body()).contains("Too many attempts");
    }

    private static String code(byte[] secret, int steps) {
        return new Totp().code(secret, java.time.Instant.now().plusSeconds(30L * steps));
    }

    private static byte[] base32(String typed) {
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        java.math.BigInteger number = java.math.BigInteger.ZERO;
        String plain = typed.replace(" ", "");
        for (int i = 0; i < plain.length(); i++) {
            number = number.shiftLeft(5).or(java.math.BigInteger.valueOf(letters.indexOf(plain.charAt(i))));
        }
        byte[] all = number.toByteArray();
        byte[] secret = new byte[plain.length() * 5 / 8];
        for (int i = 0; i < Math.min(secret.length, all.length); i++) {
            secret[secret.length - 1 - i] = all[all.length - 1 - i];
        }
        return secret;
    }

    @Test
    void connectionsAreSeenAndEnded() {
        invite("Rokia Ly", "rokia@service.example", "en", "partner");
        String link = link(received().getFirst());
        Visit here = site.visit();
        here.get(link);
        here.post(link, "password", PASSWORD);
        Visit there = site.visit();
        there.signIn("rokia@service.example", PASSWORD);
        String me = here.get("/en/me").body();
        List<String> others = RunningSite.between(me, "name=\"connection\" value=\"", "\"");
        assertThat(others).hasSize(1);
        here.post("/en/me/connections/end", "connection", others.getFirst());
        assertThat(RunningSite.location(there.get("/en/me"))).startsWith("/en/sign-in");
        there.signIn("rokia@service.example", PASSWORD);
        here.get("/en/me");
        assertThat(here.post("/en/me/password", "present", "wrong", "password", "new words for the door")
                        .statusCode())
                .isEqualTo(400);
        assertThat(RunningSite.location(
                        here.post("/en/me/password", "present", PASSWORD, "password", "new words for the door")))
                .startsWith("/en/me");
        assertThat(here.get("/en/me").statusCode()).isEqualTo(200);
        assertThat(RunningSite.location(there.get("/en/me"))).startsWith("/en/sign-in");
    }

    @Test
    void anEndedAccountIsOutAtOnce() {
        invite("Ali Touré", "ali@service.example", "en", "partner");
        String link = link(received().getFirst());
        Visit ali = site.visit();
        ali.get(link);
        ali.post(link, "password", PASSWORD);
        assertThat(ali.get("/en/work").statusCode()).isEqualTo(200);
        long id = account("ali@service.example");
        administrator.get("/en/accounts/" + id);
        administrator.post("/en/accounts/" + id + "/end");
        assertThat(RunningSite.location(ali.get("/en/work"))).startsWith("/en/sign-in");
        assertThat(site.visit().signIn("ali@service.example", PASSWORD).statusCode())
                .isEqualTo(400);
        administrator.get("/en/accounts/" + id);
        administrator.post("/en/accounts/" + id + "/reopen");
        assertThat(site.visit().signIn("ali@service.example", PASSWORD).statusCode())
                .isEqualTo(303);
    }

    @Test
    void noticesComeInOneMailInThePersonsLanguage() throws MessagingException {
        invite("Kadi Sow", "kadi@service.example", "fr", "partner");
        String link = link(received().getFirst());
        Visit kadi = site.visit();
        kadi.get(link);
        kadi.post(link, "password", PASSWORD);
        long id = account("kadi@service.example");
        for (int i = 0; i < 3; i++) {
            site.owner()
                    .sql(
                            "insert into accounts.notice (account, kind, path, deadline) values (?, 'account.role', '/me', '2027-03-01')")
                    .param(id)
                    .update();
        }
        Digests digests = site.bean(Digests.class);
        site.owner()
                .sql("update accounts.account set digest = 'never' where id = ?")
                .param(id)
                .update();
        digests.write();
        assertThat(received()).hasSize(1);
        site.owner()
                .sql("update accounts.account set digest = 'at-once' where id = ?")
                .param(id)
                .update();
        digests.write();
        digests.write();
        List<MimeMessage> mails = received();
        assertThat(mails).hasSize(2);
        assertThat(mails.get(1).getSubject()).contains("3 messages pour vous");
        assertThat(text(mails.get(1))).startsWith("Bonjour Kadi Sow").contains("/fr/me", "mars 2027");
    }

    @Test
    void aMailThatIsNotTakenIsTriedAgainLater() {
        int port = server.getSmtp().getPort();
        server.stop();
        invite("Bakary Cissé", "bakary@service.example", "en", "partner");
        site.bean(Postman.class).send();
        assertThat(site.owner()
                        .sql("select attempts from platform.mail where recipient = 'bakary@service.example'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
        server.start();
        assertThat(received()).isEmpty();
        site.owner()
                .sql("update platform.mail set due_at = now() where sent_at is null")
                .update();
        assertThat(received()).hasSize(1);
    }

    @Test
    void demonstrationPasswordsWorkNowhereElse() {
        try (RunningSite other = RunningSite.start(Map.of())) {
            other.bean(DemonstrationAccounts.class).make(organisation(), List.of());
            other.owner().sql("delete from platform.setting").update();
            try (RunningSite again = RunningSite.over(other)) {
                HttpResponse<String> refused =
                        again.visit().signIn("coordinator@demo.example", DemonstrationAccounts.PASSWORD);
                assertThat(refused.statusCode()).isEqualTo(403);
            }
        }
    }
}
