package ml.taama.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** RFC 6238, appendix B: the secret in ASCII, SHA-1, eight digits. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void givesTheCodesOfTheRfc(long seconds, String code) {
        assertThat(new Totp(8).code(SECRET, Instant.ofEpochSecond(seconds))).isEqualTo(code);
    }

    @Test
    void takesTheNeighbouringStepsAndNoOthers() {
        Totp totp = new Totp();
        Instant now = Instant.ofEpochSecond(1_000_000_000L);
        long step = now.getEpochSecond() / 30;
        for (int offset = -3; offset <= 3; offset++) {
            String code = totp.code(SECRET, now.plusSeconds(30L * offset));
            if (Math.abs(offset) <= 1) {
                assertThat(totp.step(SECRET, code, now)).hasValue(step + offset);
            } else {
                assertThat(totp.step(SECRET, code, now)).isEmpty();
            }
        }
        assertThat(totp.step(SECRET, "12345", now)).isEmpty();
        assertThat(totp.step(SECRET, "", now)).isEmpty();
    }

    /** RFC 4648, section 10. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writesSecretsInBase32(String text, String typed) {
        assertThat(Totp.typed(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(typed);
    }

    @Test
    void namesTheAccountAsPhonesReadIt() {
        assertThat(Totp.address("Taama", "Awa Keïta", SECRET))
                .isEqualTo("otpauth://totp/Taama:Awa%20Ke%C3%AFta?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Taama&algorithm=SHA1&digits=6&period=30");
    }
}
