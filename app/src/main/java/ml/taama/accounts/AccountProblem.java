package ml.taama.accounts;

import ml.taama.platform.problem.Problem.Code;
import ml.taama.platform.problem.Problem.Kind;

/** Problems of accounts. */
enum AccountProblem implements Code {
    /** Another account has the address. */
    ADDRESS_TAKEN("address-taken", Kind.CONFLICT),
    /** Nobody ends the own account. */
    OWN_ACCOUNT("own-account", Kind.CONFLICT),
    /** Address or password is wrong; which of the two is not said. */
    WRONG_PASSWORD("wrong-password", Kind.INVALID),
    /** The present password is wrong. */
    PRESENT_PASSWORD("present-password", Kind.INVALID),
    /** No account has the address that the provider of identities vouches for. */
    UNKNOWN_IDENTITY("unknown-identity", Kind.FORBIDDEN),
    /** The key of the device was not accepted. */
    WRONG_PASSKEY("wrong-passkey", Kind.INVALID),
    /** Second factors are changed by who has shown one, or has none yet. */
    FACTOR_FIRST("factor-first", Kind.FORBIDDEN),
    /** The last second factor of who needs one stays, until there is another. */
    LAST_FACTOR("last-factor", Kind.CONFLICT),
    /** A name or an address is missing. */
    INCOMPLETE("incomplete", Kind.INVALID),
    /** A role ends before it begins, or role or organisation is unknown. */
    WRONG_ROLE("wrong-role", Kind.INVALID),
    /** Too many failed attempts from here: seconds to wait. */
    WAIT("wait", Kind.UNAVAILABLE),
    /** The code of the second factor is wrong. */
    WRONG_CODE("wrong-code", Kind.INVALID),
    /** The link was used, is too old, or never was. */
    DEAD_LINK("dead-link", Kind.NOT_FOUND),
    /** The password is too short or too common: least length. */
    WEAK_PASSWORD("weak-password", Kind.INVALID),
    /** An account of a demonstration, elsewhere. */
    DEMONSTRATION_ONLY("demonstration-only", Kind.FORBIDDEN);

    private final String name;
    private final Kind kind;

    AccountProblem(String name, Kind kind) {
        this.name = name;
        this.kind = kind;
    }

    @Override
    public String code() {
        return "accounts." + name;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
