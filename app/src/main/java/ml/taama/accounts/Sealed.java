package ml.taama.accounts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import ml.taama.platform.database.Database;
import org.springframework.stereotype.Component;

/** Secrets of second factors, encrypted (AES-256-GCM) with a key that is not in the database and bound to their account. */
@Component
class Sealed {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    Sealed(Database database) {
        this.key = new SecretKeySpec(database.derivedKey("totp"), "AES");
    }

    String seal(long account, byte[] secret) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, account, secret);
        byte[] both = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, both, NONCE, sealed.length);
        return Base64.getEncoder().encodeToString(both);
    }

    /**
     * The secret again.
     *
     * @throws IllegalStateException when it was sealed with another key or for another account
     */
    byte[] open(long account, String sealed) {
        byte[] both = Base64.getDecoder().decode(sealed);
        return run(
                Cipher.DECRYPT_MODE, Arrays.copyOf(both, NONCE), account, Arrays.copyOfRange(both, NONCE, both.length));
    }

    private byte[] run(int mode, byte[] nonce, long account, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(String.valueOf(account).getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealed with another secret, or for another account", e);
        }
    }
}
