package ml.taama.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import ml.taama.RunningSite;
import ml.taama.RunningSite.Visit;
import ml.taama.platform.mail.Postman;
import org.junit.jupiter.api.Test;

/** From the invitation to the end of an account, with mail that a real server received. */
class InvitationStoreTest extends InvitedPeople {

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
    void whatHasADeadlineDoesNotWaitForTheMorning() throws MessagingException {
        invite("Awa Sow", "awa@service.example", "fr", "partner");
        String link = link(received().getFirst());
        Visit awa = site.visit();
        awa.get(link);
        awa.post(link, "password", PASSWORD);
        long id = account("awa@service.example");
        site.owner()
                .sql("update accounts.account set digest = 'daily', digest_at = now() + interval '2 days' where id = ?")
                .param(id)
                .update();
        tell(id, "");
        Digests digests = site.bean(Digests.class);
        digests.write();
        assertThat(received()).hasSize(1);
        tell(id, "2027-03-01");
        digests.write();
        assertThat(received()).hasSize(2);
        assertThat(received().get(1).getSubject()).contains("2 messages pour vous");
        tell(id, "2027-04-01");
        digests.write();
        assertThat(received().get(2).getSubject()).startsWith("Taama — ");
    }

    private static void tell(long account, String deadline) {
        site.owner()
                .sql(
                        "insert into accounts.notice (account, kind, path, deadline) values (?, 'account.role', '/me', nullif(?, '')::date)")
                .params(account, deadline)
                .update();
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
