package ml.taama.platform.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import ml.taama.platform.database.Database;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The keys of the vault: kept in the database, encrypted themselves with a key that follows from the secret of the
 * installation, which is not there. While they are rotated each keyset holds a new key in front of the old one.
 */
@Component
class VaultKeys {

    static final String SEALS = "vault.seals";
    static final String TOKENS = "vault.tokens";

    private static final Map<String, Parameters> KINDS = kinds();

    private final JdbcClient jdbc;
    private final Database database;
    private final Map<String, Object> ready = new ConcurrentHashMap<>();

    VaultKeys(Database database) {
        this.jdbc = JdbcClient.create(database.applicationDataSource());
        this.database = database;
    }

    private static Map<String, Parameters> kinds() {
        try {
            AeadConfig.register();
            PrfConfig.register();
            return Map.of(SEALS, PredefinedAeadParameters.AES256_GCM, TOKENS, PredefinedPrfParameters.HMAC_SHA256_PRF);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink cannot start", e);
        }
    }

    <T> T get(String name, Class<T> type) {
        return type.cast(ready.computeIfAbsent(name, n -> primitive(n, type)));
    }

    private Object primitive(String name, Class<?> type) {
        try {
            return keyset(name).getPrimitive(RegistryConfiguration.get(), type);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keys of the vault are of another kind", e);
        }
    }

    /** Key that follows from the secret of the installation and stays when keys are rotated. */
    byte[] lasting(String purpose) {
        return database.derivedKey("vault " + purpose);
    }

    /** What stands before everything that the key in front seals (Tink: its version and the number of the key). */
    byte[] mark() {
        try {
            return mark(keyset(SEALS).getPrimary());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keys of the vault are of another kind", e);
        }
    }

    /** The same of the keys behind it. */
    List<byte[]> olderMarks() {
        try {
            KeysetHandle keys = keyset(SEALS);
            List<byte[]> marks = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                if (!keys.getAt(i).isPrimary()) {
                    marks.add(mark(keys.getAt(i)));
                }
            }
            return marks;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keys of the vault are of another kind", e);
        }
    }

    private static byte[] mark(KeysetHandle.Entry key) {
        return ((AesGcmKey) key.getKey()).getOutputPrefix().toByteArray();
    }

    /** Puts a new key in front of each keyset, in one step; not while a rotation that began has not ended. */
    boolean renew() {
        try {
            KeysetHandle seals = keyset(SEALS);
            KeysetHandle tokens = keyset(TOKENS);
            if (seals.size() > 1 || tokens.size() > 1) {
                return false;
            }
            keep(renewed(SEALS, seals), renewed(TOKENS, tokens));
            return true;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The vault cannot make a key", e);
        }
    }

    private static KeysetHandle renewed(String name, KeysetHandle keys) throws GeneralSecurityException {
        return KeysetHandle.newBuilder(keys)
                .addEntry(KeysetHandle.generateEntryFromParameters(KINDS.get(name))
                        .withRandomId()
                        .makePrimary())
                .build();
    }

    /** Leaves the key in front of each keyset alone: what older ones sealed does not open any more. */
    void retire() {
        try {
            keep(alone(keyset(SEALS)), alone(keyset(TOKENS)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The vault cannot take away a key", e);
        }
    }

    @AccessesPartialKey
    private static KeysetHandle alone(KeysetHandle keys) throws GeneralSecurityException {
        KeysetHandle.Entry front = keys.getPrimary();
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(front.getKey())
                        .withFixedId(front.getId())
                        .makePrimary())
                .build();
    }

    private void keep(KeysetHandle seals, KeysetHandle tokens) throws GeneralSecurityException {
        jdbc.sql("""
                update platform.setting s set value = n.value
                from (values (?, ?), (?, ?)) as n (name, value) where s.name = n.name
                """)
                .params(SEALS, wrap(SEALS, seals), TOKENS, wrap(TOKENS, tokens))
                .update();
        ready.clear();
    }

    private KeysetHandle keyset(String name) throws GeneralSecurityException {
        String kept = kept(name).orElseGet(() -> {
            jdbc.sql("insert into platform.setting (name, value) values (?, ?) on conflict do nothing")
                    .params(name, fresh(name))
                    .update();
            return kept(name).orElseThrow();
        });
        return TinkJsonProtoKeysetFormat.parseKeyset(
                new String(
                        wrapper().decrypt(Base64.getDecoder().decode(kept), name.getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8),
                InsecureSecretKeyAccess.get());
    }

    private Optional<String> kept(String name) {
        return jdbc.sql("select value from platform.setting where name = ?")
                .param(name)
                .query(String.class)
                .optional();
    }

    private String fresh(String name) {
        try {
            return wrap(name, KeysetHandle.generateNew(KINDS.get(name)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The vault cannot make a key", e);
        }
    }

    private String wrap(String name, KeysetHandle keys) throws GeneralSecurityException {
        String plain = TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
        return Base64.getEncoder()
                .encodeToString(wrapper()
                        .encrypt(plain.getBytes(StandardCharsets.UTF_8), name.getBytes(StandardCharsets.UTF_8)));
    }

    @AccessesPartialKey
    private Aead wrapper() throws GeneralSecurityException {
        AesGcmParameters parameters = AesGcmParameters.builder()
                .setKeySizeBytes(32)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                .build();
        AesGcmKey key = AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(database.derivedKey("vault"), InsecureSecretKeyAccess.get()))
                .build();
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                .build()
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }
}
