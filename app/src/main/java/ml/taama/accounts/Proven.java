package ml.taama.accounts;

import java.io.Serial;
import java.util.List;
import java.util.Optional;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who is signed in, and whether with a second proof. It holds the number of the account only: what the person may do is
 * read anew for each request.
 */
final class Proven extends AbstractAuthenticationToken {

    @Serial
    private static final long serialVersionUID = 1;

    private final long account;
    private final boolean twice;

    Proven(long account, boolean twice) {
        super(List.of());
        this.account = account;
        this.twice = twice;
        setAuthenticated(true);
    }

    /** Who is signed in by the present request. */
    static Proven current() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(Proven.class::isInstance)
                .map(Proven.class::cast)
                .orElseThrow(() -> Problem.of(PlatformProblem.NOT_ALLOWED));
    }

    long account() {
        return account;
    }

    /** Whether a second factor was shown. */
    boolean twice() {
        return twice;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return String.valueOf(account);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Proven proven && proven.account == account && proven.twice == twice;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(account);
    }
}
