package ml.taama.accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** Accounts as users of WebAuthn, by their numbers: nothing more is kept of them. */
@Component
class PasskeyUsers implements PublicKeyCredentialUserEntityRepository {

    private final Accounts accounts;

    PasskeyUsers(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return find(PasskeyStore.account(id));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String number) {
        return number.matches("\\d{1,18}") ? find(Long.parseLong(number)) : null;
    }

    private @Nullable PublicKeyCredentialUserEntity find(long account) {
        return accounts.find(account)
                .map(a -> ImmutablePublicKeyCredentialUserEntity.builder()
                        .name(String.valueOf(account))
                        .displayName(a.name())
                        .id(PasskeyStore.user(account))
                        .build())
                .orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity user) {
        throw new UnsupportedOperationException("An account is its own user");
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("An account is its own user");
    }
}
