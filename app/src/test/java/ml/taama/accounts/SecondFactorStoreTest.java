package ml.taama.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import ml.taama.RunningSite;
import ml.taama.RunningSite.Visit;
import org.junit.jupiter.api.Test;

/** The second factor: set up, shown, lost, reset. */
class SecondFactorStoreTest extends InvitedPeople {

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
}
