package ml.taama.accounts;

import java.util.List;
import java.util.Set;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.ui.SiteAddress;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Passkeys (WebAuthn level 2, by Spring Security and webauthn4j). The device must know its owner, by finger, face or code, so that
 * one passkey proves twice; and it keeps the account, so that nothing need be typed.
 */
@Component
class Passkeys {

    private static final Actor SYSTEM = Actor.system("sign-in");
    private static final String NAME = "Taama";

    private final PasskeyStore store;
    private final PasskeyUsers users;
    private final SiteAddress site;
    private final Accounts accounts;
    private final Demonstration demonstration;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Passkeys(
            PasskeyStore store,
            PasskeyUsers users,
            SiteAddress site,
            Accounts accounts,
            Demonstration demonstration,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.store = store;
        this.users = users;
        this.site = site;
        this.accounts = accounts;
        this.demonstration = demonstration;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Made for each use, since the address of the site may be known only once it listens. */
    private Webauthn4JRelyingPartyOperations party() {
        PublicKeyCredentialRpEntity here =
                PublicKeyCredentialRpEntity.builder().id(site.host()).name(NAME).build();
        Webauthn4JRelyingPartyOperations party =
                new Webauthn4JRelyingPartyOperations(users, store, here, Set.of(site.address()));
        party.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        party.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return party;
    }

    /** What a device is asked to make a key for the account that acts. */
    PublicKeyCredentialCreationOptions begin(Proven proven) {
        return party().createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(proven));
    }

    /**
     * Keeps the key that a device made.
     *
     * @throws Problem when the answer is not one to what was asked
     */
    void add(
            Proven proven,
            PublicKeyCredentialCreationOptions asked,
            PublicKeyCredential<AuthenticatorAttestationResponse> answer,
            String label) {
        if (!asked.getUser().getId().equals(PasskeyStore.user(proven.account()))) {
            throw Problem.of(AccountProblem.WRONG_PASSKEY);
        }
        try {
            party().registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                    asked, new RelyingPartyPublicKey(answer, label)));
        } catch (RuntimeException e) {
            throw Problem.of(AccountProblem.WRONG_PASSKEY).causedBy(e);
        }
        transaction.executeWithoutResult(status -> audit.note("second-factor.add", "account", proven.account()));
    }

    /** What any device may answer to, whoever owns it. */
    PublicKeyCredentialRequestOptions challenge() {
        return Actors.as(
                SYSTEM,
                () -> party().createCredentialRequestOptions(
                                new ImmutablePublicKeyCredentialRequestOptionsRequest(null)));
    }

    /**
     * The account whose key answered.
     *
     * @throws Problem when the answer is not right, or for an account that has ended
     */
    long signIn(PublicKeyCredentialRequestOptions asked, PublicKeyCredential<AuthenticatorAssertionResponse> answer) {
        return Actors.as(SYSTEM, () -> {
            long account;
            try {
                account =
                        PasskeyStore.account(party().authenticate(new RelyingPartyAuthenticationRequest(asked, answer))
                                .getId());
            } catch (RuntimeException e) {
                throw Problem.of(AccountProblem.WRONG_PASSKEY).causedBy(e);
            }
            boolean open = accounts.find(account)
                    .filter(a -> a.endedAt().isEmpty() && (!a.demonstration() || demonstration.on()))
                    .isPresent();
            Actors.run(
                    open ? Actor.person(account, List.of()) : SYSTEM,
                    () -> transaction.executeWithoutResult(
                            status -> audit.note(open ? "sign-in.passkey" : "sign-in.refuse", "account", account)));
            if (!open) {
                throw Problem.of(AccountProblem.WRONG_PASSKEY);
            }
            return account;
        });
    }

    /**
     * Takes a key away.
     *
     * @throws Problem when it is the last second factor of somebody who needs one
     */
    void remove(long account, long key, boolean lastOneNeeded) {
        if (lastOneNeeded) {
            throw Problem.of(AccountProblem.LAST_FACTOR);
        }
        transaction.executeWithoutResult(status -> {
            if (store.remove(account, key)) {
                audit.note("second-factor.remove", "account", account);
            }
        });
    }
}
