package ml.taama.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import ml.taama.platform.database.Database;

/**
 * The chain over the audit trail: the hash of an entry is HMAC-SHA-256 (RFC 2104) over the hash before it and the entry, with a
 * key that is not in the database. Who changes an entry would have to make anew every hash after it, and cannot.
 */
final class SealChain {

    /** What a hash covers, always written in the same way; the number of the transaction is not among it, since it is of one server. */
    static final String CONTENT = """
            jsonb_build_array(e.id, (extract(epoch from e.at) * 1000000)::bigint, e.account, e.actor, e.action, e.subject,
              e.subject_id, e.organisation, e.address, e.detail)::text
            """;

    /** The hash before the first. */
    static final String START = "0".repeat(64);

    private final SecretKeySpec key;

    SealChain(Database database) {
        this.key = new SecretKeySpec(database.derivedKey("audit"), "HmacSHA256");
    }

    /** The hash of an entry that follows another. */
    String next(String before, String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(before.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
