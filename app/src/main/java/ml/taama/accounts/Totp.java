package ml.taama.accounts;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** Codes that follow from a shared secret and the time: TOTP (RFC 6238) with SHA-1, six digits, thirty seconds, as phones know it. */
final class Totp {

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int DIGITS = 6;
    private static final int SECRET_BYTES = 20;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TimeBasedOneTimePasswordGenerator codes;
    private final int digits;

    Totp() {
        this(DIGITS);
    }

    /** With another number of digits, as the vectors of the RFC have. */
    Totp(int digits) {
        this.digits = digits;
        this.codes = new TimeBasedOneTimePasswordGenerator(STEP, digits);
    }

    static byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /** The code of a moment. */
    String code(byte[] secret, Instant at) {
        try {
            return codes.generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), at, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("The secret is a key", e);
        }
    }

    /** The step whose code this is: the present one, or its neighbour when clocks differ a little. */
    OptionalLong step(byte[] secret, String code, Instant now) {
        String digitsOnly = code.replaceAll("\\s", "");
        if (digitsOnly.length() != digits) {
            return OptionalLong.empty();
        }
        for (int offset : new int[] {0, -1, 1}) {
            Instant at = now.plus(STEP.multipliedBy(offset));
            if (Tokens.same(code(secret, at), digitsOnly)) {
                return OptionalLong.of(at.getEpochSecond() / STEP.toSeconds());
            }
        }
        return OptionalLong.empty();
    }

    /** The secret as people type it (RFC 4648, base 32). */
    static String typed(byte[] secret) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte b : secret) {
            buffer = (buffer << 8) | (b & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt((buffer >> bits) & 31));
            }
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(BASE32.charAt((buffer << (5 - bits)) & 31));
        }
        return text.toString();
    }

    /** The address that a phone reads from the picture. */
    static String address(String issuer, String account, byte[] secret) {
        return "otpauth://totp/" + encode(issuer) + ":" + encode(account) + "?secret=" + typed(secret) + "&issuer="
                + encode(issuer) + "&algorithm=SHA1&digits=6&period=30";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
