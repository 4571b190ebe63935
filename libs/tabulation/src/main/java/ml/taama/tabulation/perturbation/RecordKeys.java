package ml.taama.tabulation.perturbation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import ml.taama.tabulation.schema.Fault;
import ml.taama.tabulation.schema.FaultsException;

/**
 * Record keys: a secret keyed hash of the counted unit, the same in every table and release, so that one person in
 * several rows has one key. The secret is compressed with SHA-256; the hash is SipHash-2-4. The key of a unit follows
 * from its identifier as text, whether the data hold it as text or as a number.
 */
public final class RecordKeys {

    private static final String DOMAIN = "taama record key 1\n";

    private final SipHash hash;

    /**
     * Keys under a secret, at best 32 random bytes.
     *
     * @throws FaultsException when the secret is empty
     */
    public RecordKeys(byte[] secret) {
        if (secret.length == 0) {
            throw FaultsException.of(Fault.Code.EMPTY_SECRET, "");
        }
        ByteBuffer digest = ByteBuffer.wrap(sha256(secret)).order(ByteOrder.LITTLE_ENDIAN);
        hash = new SipHash(digest.getLong(), digest.getLong());
    }

    private static byte[] sha256(byte[] secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(DOMAIN.getBytes(StandardCharsets.UTF_8));
            return digest.digest(secret);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The 64-bit key of a unit; a modulus is applied where it is used. */
    public long of(String unit) {
        byte[] bytes = unit.getBytes(StandardCharsets.UTF_8);
        return hash.hash(bytes, bytes.length);
    }

    /** The 64-bit key of the unit that a row is, where units have no identifier. */
    public long ofRow(long row) {
        return hash.hash(row);
    }

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "RecordKeys";
    }
}
