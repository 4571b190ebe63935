package ml.taama.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.ui.Visitor;
import ml.taama.ui.VisitorReader;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Knows who is behind a request. */
@Component
class Visitors implements VisitorReader {

    static final String ATTRIBUTE = Visitors.class.getName();

    /**
     * Somebody who is signed in.
     *
     * @param sleeping whether roles are held that a second factor would wake
     */
    record Known(Actor actor, Account account, boolean sleeping, int notices) {}

    private final Accounts accounts;
    private final Notices notices;
    private final Demonstration demonstration;
    private final Clock clock;

    Visitors(Accounts accounts, Notices notices, Demonstration demonstration, Clock clock) {
        this.clock = clock;
        this.accounts = accounts;
        this.notices = notices;
        this.demonstration = demonstration;
    }

    /** Who an account is today: nobody when it has ended; without a second factor the roles that need one sleep. */
    Optional<Known> know(long id, boolean twice) {
        return Actors.as(Actor.system("sign-in"), () -> accounts.find(id))
                .filter(a -> a.endedAt().isEmpty())
                .map(account -> known(account, twice || (demonstration.on() && account.demonstration())));
    }

    private Known known(Account account, boolean twice) {
        Actor full = Accounts.actor(account, LocalDate.now(clock));
        Actor awake = twice
                ? full
                : Actor.person(
                        account.id(),
                        full.roles().stream()
                                .filter(h -> !h.role().needsSecondFactor())
                                .toList());
        int unread = Actors.as(awake, () -> notices.unread(account.id()));
        return new Known(awake, account, !awake.equals(full), unread);
    }

    @Override
    public Visitor of(HttpServletRequest request) {
        Object known = request.getAttribute(ATTRIBUTE);
        boolean demo = demonstration.on();
        if (known instanceof Known person) {
            return new Visitor(
                    person.actor(),
                    Optional.of(person.account().name()),
                    person.sleeping(),
                    person.notices(),
                    demo,
                    () -> token(request));
        }
        return new Visitor(Actor.PUBLIC, Optional.empty(), false, 0, demo, () -> token(request));
    }

    private static String token(HttpServletRequest request) {
        Object token = request.getAttribute(CsrfToken.class.getName());
        return token instanceof CsrfToken csrf ? csrf.getToken() : "";
    }
}
