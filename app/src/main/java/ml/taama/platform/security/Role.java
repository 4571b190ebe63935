package ml.taama.platform.security;

import static ml.taama.platform.security.Permission.FILL_RETURNS;
import static ml.taama.platform.security.Permission.MANAGE_ACCOUNTS;
import static ml.taama.platform.security.Permission.MANAGE_AGREEMENTS;
import static ml.taama.platform.security.Permission.MANAGE_CALLS;
import static ml.taama.platform.security.Permission.MANAGE_CASES;
import static ml.taama.platform.security.Permission.MANAGE_REPORTS;
import static ml.taama.platform.security.Permission.PROTECT_PEOPLE;
import static ml.taama.platform.security.Permission.READ_AUDIT;
import static ml.taama.platform.security.Permission.READ_CALLS;
import static ml.taama.platform.security.Permission.READ_CASE_FIGURES;
import static ml.taama.platform.security.Permission.READ_PEOPLE;
import static ml.taama.platform.security.Permission.READ_PROTECTED;
import static ml.taama.platform.security.Permission.READ_REPORTS;
import static ml.taama.platform.security.Permission.READ_RETURNS;
import static ml.taama.platform.security.Permission.REGISTER_PEOPLE;
import static ml.taama.platform.security.Permission.RELEASE_CASE_FIGURES;
import static ml.taama.platform.security.Permission.REVIEW_DUPLICATES;
import static ml.taama.platform.security.Permission.REVIEW_RETURNS;
import static ml.taama.platform.security.Permission.SIGN_REPORTS;
import static ml.taama.platform.security.Permission.SUPERVISE_CASES;
import static ml.taama.platform.security.Permission.WRITE_REPORTS;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a person does in an organisation, and so what that person may do: everywhere, or for that organisation only. */
public enum Role {
    COORDINATOR(
            Factor.ONE,
            Set.of(
                    MANAGE_CALLS,
                    READ_CALLS,
                    READ_RETURNS,
                    REVIEW_RETURNS,
                    MANAGE_AGREEMENTS,
                    READ_REPORTS,
                    WRITE_REPORTS,
                    MANAGE_REPORTS,
                    READ_CASE_FIGURES),
            Set.of(FILL_RETURNS, SIGN_REPORTS)),
    FOCAL_POINT(Factor.ONE, Set.of(READ_REPORTS), Set.of(FILL_RETURNS, READ_RETURNS, WRITE_REPORTS, SIGN_REPORTS)),
    STATISTICIAN(
            Factor.TWO,
            Set.of(
                    READ_CALLS,
                    READ_RETURNS,
                    REVIEW_RETURNS,
                    READ_REPORTS,
                    REVIEW_DUPLICATES,
                    READ_CASE_FIGURES,
                    RELEASE_CASE_FIGURES),
            Set.of()),
    FIELD_AGENT(Factor.TWO, Set.of(), Set.of(REGISTER_PEOPLE, READ_PEOPLE, MANAGE_CASES)),
    CASE_MANAGER(Factor.TWO, Set.of(), Set.of(REGISTER_PEOPLE, READ_PEOPLE, READ_PROTECTED, MANAGE_CASES)),
    SUPERVISOR(
            Factor.TWO,
            Set.of(),
            Set.of(REGISTER_PEOPLE, READ_PEOPLE, READ_PROTECTED, MANAGE_CASES, SUPERVISE_CASES, READ_CASE_FIGURES)),
    PARTNER(Factor.ONE, Set.of(), Set.of(FILL_RETURNS, READ_RETURNS)),
    ADMINISTRATOR(Factor.TWO, Set.of(MANAGE_ACCOUNTS), Set.of()),
    DATA_PROTECTION_OFFICER(Factor.TWO, Set.of(READ_AUDIT, MANAGE_AGREEMENTS, PROTECT_PEOPLE), Set.of());

    /** How many proofs of who one is a role asks for. */
    private enum Factor {
        ONE,
        TWO
    }

    private final Factor factors;

    @SuppressWarnings("ImmutableEnumChecker") // a set made by Set.of
    private final Set<Permission> everywhere;

    @SuppressWarnings("ImmutableEnumChecker") // a set made by Set.of
    private final Set<Permission> within;

    Role(Factor factors, Set<Permission> everywhere, Set<Permission> within) {
        this.factors = factors;
        this.everywhere = everywhere;
        this.within = within;
    }

    /** For example {@code focal-point}: how the role is kept and named in messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads the word of a role. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(r -> r.word().equals(word)).findFirst();
    }

    /** Whether the role sees personal data and so needs a second proof of who one is. */
    public boolean needsSecondFactor() {
        return factors == Factor.TWO;
    }

    /** What it allows everywhere. */
    public Set<Permission> everywhere() {
        return everywhere;
    }

    /** What it allows for the organisation in which it is held, beside what it allows everywhere. */
    public Set<Permission> within() {
        return within;
    }
}
