package ml.taama.accounts;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ml.taama.platform.database.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps passkeys; the user of WebAuthn is the number of the account. */
@Component
class PasskeyStore implements UserCredentialRepository {

    private final JdbcClient jdbc;

    PasskeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static Bytes user(long account) {
        return new Bytes(String.valueOf(account).getBytes(StandardCharsets.US_ASCII));
    }

    static long account(Bytes user) {
        return Long.parseLong(new String(user.getBytes(), StandardCharsets.US_ASCII));
    }

    /** The keys of an account, for its owner to see. */
    @Transactional(readOnly = true)
    public List<Passkey> of(long account) {
        return jdbc.sql("select * from accounts.passkey where account = ? order by created_at")
                .param(account)
                .query(Row.mapper(row -> new Passkey(
                        row.number("id").longValue(),
                        row.text("label"),
                        row.instant("created_at").orElseThrow(),
                        row.instant("last_used_at").orElseThrow())))
                .list();
    }

    /** Takes a key of an account away; whether there was one. */
    @Transactional
    public boolean remove(long account, long id) {
        return jdbc.sql("delete from accounts.passkey where account = ? and id = ?")
                        .params(account, id)
                        .update()
                == 1;
    }

    @Override
    @Transactional
    public void delete(Bytes credentialId) {
        jdbc.sql("delete from accounts.passkey where credential_id = ?")
                .param(credentialId.toBase64UrlString())
                .update();
    }

    @Override
    @Transactional
    public void save(CredentialRecord key) {
        jdbc.sql("""
                insert into accounts.passkey (account, credential_id, label, public_key, signature_count, user_verified,
                  transports, backup_eligible, backed_up, attestation, client_data, created_at, last_used_at)
                values (:account, :id, :label, :key, :count, :verified, :transports, :eligible, :backed, :attestation,
                  :client, :created, :used)
                on conflict (credential_id) do update set signature_count = excluded.signature_count,
                  user_verified = excluded.user_verified, backed_up = excluded.backed_up,
                  last_used_at = excluded.last_used_at
                """)
                .param("account", account(key.getUserEntityUserId()))
                .param("id", key.getCredentialId().toBase64UrlString())
                .param("label", key.getLabel())
                .param("key", key.getPublicKey().getBytes())
                .param("count", key.getSignatureCount())
                .param("verified", key.isUvInitialized())
                .param(
                        "transports",
                        key.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .sorted()
                                .collect(Collectors.joining(" ")))
                .param("eligible", key.isBackupEligible())
                .param("backed", key.isBackupState())
                .param("attestation", bytes(key.getAttestationObject()))
                .param("client", bytes(key.getAttestationClientDataJSON()))
                .param("created", key.getCreated().atOffset(ZoneOffset.UTC))
                .param("used", key.getLastUsed().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.getBytes();
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return jdbc.sql("select * from accounts.passkey where credential_id = ?")
                .param(credentialId.toBase64UrlString())
                .query(Row.mapper(PasskeyStore::record))
                .optional()
                .orElse(null);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return jdbc.sql("select * from accounts.passkey where account = ?")
                .param(account(userId))
                .query(Row.mapper(PasskeyStore::record))
                .list();
    }

    private static CredentialRecord record(Row row) throws SQLException {
        Set<AuthenticatorTransport> transports = Arrays.stream(
                        row.text("transports").split(" "))
                .filter(t -> !t.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
        Instant created = row.instant("created_at").orElseThrow();
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(row.text("credential_id")))
                .userEntityUserId(user(row.number("account").longValue()))
                .publicKey(new ImmutablePublicKeyCose(row.bytes("public_key").orElseThrow()))
                .signatureCount(row.number("signature_count").longValue())
                .uvInitialized(row.truth("user_verified"))
                .transports(transports)
                .backupEligible(row.truth("backup_eligible"))
                .backupState(row.truth("backed_up"))
                .attestationObject(row.bytes("attestation").map(Bytes::new).orElse(null))
                .attestationClientDataJSON(
                        row.bytes("client_data").map(Bytes::new).orElse(null))
                .created(created)
                .lastUsed(row.instant("last_used_at").orElse(created))
                .label(row.text("label"))
                .build();
    }
}
