package ml.taama.accounts;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import ml.taama.platform.database.Database;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/** Secrets of second factors, encrypted (AES-256-GCM) with a key that is not in the database and bound to their account. */
@Component
class Sealed {

    private static final int NONCE = 16;

    private final AesBytesEncryptor cipher;

    Sealed(Database database) {
        this.cipher = new AesBytesEncryptor(
                new SecretKeySpec(database.derivedKey("totp"), "AES"),
                KeyGenerators.secureRandom(NONCE),
                CipherAlgorithm.GCM);
    }

    String seal(long account, byte[] secret) {
        String text = account + ":" + Base64.getEncoder().encodeToString(secret);
        return Base64.getEncoder().encodeToString(cipher.encrypt(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The secret again.
     *
     * @throws IllegalStateException when it was sealed with another key or for another account
     */
    byte[] open(long account, String sealed) {
        String text = new String(cipher.decrypt(Base64.getDecoder().decode(sealed)), StandardCharsets.UTF_8);
        String prefix = account + ":";
        if (!text.startsWith(prefix)) {
            throw new IllegalStateException("The secret belongs to another account");
        }
        return Base64.getDecoder().decode(text.substring(prefix.length()));
    }
}
