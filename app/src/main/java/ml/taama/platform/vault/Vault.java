package ml.taama.platform.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Encrypts with AES-256-GCM (Tink), bound to where a value stands, and makes keyed tokens (HMAC-SHA-256) by which an
 * encrypted value is found again. While keys are rotated a keyset holds two: what either sealed opens.
 */
@Component
public class Vault {

    private static final int TOKEN = 16;

    private final VaultKeys keys;

    Vault(VaultKeys keys) {
        this.keys = keys;
    }

    /**
     * Encrypts a text.
     *
     * @param place where it stands, for example {@code people.phone 17}: it opens nowhere else
     */
    public byte[] seal(String place, String text) {
        return seal(place, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Encrypts bytes. */
    public byte[] seal(String place, byte[] content) {
        try {
            return keys.get(VaultKeys.SEALS, Aead.class).encrypt(content, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The vault cannot encrypt", e);
        }
    }

    /**
     * The text again.
     *
     * @throws IllegalStateException when it was sealed for another place or with keys that are lost
     */
    public String open(String place, byte[] sealed) {
        return new String(bytes(place, sealed), StandardCharsets.UTF_8);
    }

    /** The bytes again. */
    public byte[] bytes(String place, byte[] sealed) {
        try {
            return keys.get(VaultKeys.SEALS, Aead.class).decrypt(sealed, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealed for another place, or with keys that are lost", e);
        }
    }

    /** The token under which a value is kept now: equal values of one purpose have equal tokens. */
    public byte[] token(String purpose, String value) {
        try {
            return keys.get(VaultKeys.TOKENS, PrfSet.class).computePrimary(text(purpose, value), TOKEN);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The vault cannot make a token", e);
        }
    }

    /** The tokens under which a value may be kept: one for each key of the keyset. */
    public List<byte[]> tokens(String purpose, String value) {
        byte[] text = text(purpose, value);
        List<byte[]> tokens = new ArrayList<>();
        try {
            for (Prf prf : keys.get(VaultKeys.TOKENS, PrfSet.class).getPrfs().values()) {
                tokens.add(prf.compute(text, TOKEN));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The vault cannot make a token", e);
        }
        return tokens;
    }

    /**
     * A key for one purpose that follows from the secret of the installation: it stays when the keys of the vault are
     * rotated.
     */
    public byte[] lasting(String purpose) {
        return keys.lasting(purpose);
    }

    private static byte[] text(String purpose, String value) {
        return (purpose + '\u0000' + value).getBytes(StandardCharsets.UTF_8);
    }
}
