package ml.taama.accounts;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import ml.taama.platform.audit.RequestAddress;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Makes the request act as who is signed in, with the roles that are held at this moment. */
@Component
class ActorFilter extends OncePerRequestFilter {

    private final Visitors visitors;

    ActorFilter(Visitors visitors) {
        this.visitors = visitors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        Optional<Visitors.Known> known = authentication instanceof Proven proven
                ? visitors.know(proven.account(), proven.twice())
                : Optional.empty();
        known.ifPresent(k -> request.setAttribute(Visitors.ATTRIBUTE, k));
        if (known.isPresent()) {
            response.setHeader("Cache-Control", "no-store");
        }
        Actor actor = known.map(Visitors.Known::actor).orElse(Actor.PUBLIC);
        try {
            RequestAddress.as(
                    request.getRemoteAddr(),
                    () -> Actors.as(actor, () -> {
                        next(request, response, chain);
                        return null;
                    }));
        } catch (Passed passed) {
            passed.raise();
        }
    }

    private static void next(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException e) {
            throw new Passed(e);
        }
    }

    /** The filter runs inside the chain of Spring Security only. */
    @Component
    static class Registration {

        @Bean
        static FilterRegistrationBean<ActorFilter> notOnItsOwn(ActorFilter filter) {
            FilterRegistrationBean<ActorFilter> registration = new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }
    }

    /** Carries a checked exception through code that declares none. */
    private static final class Passed extends RuntimeException {

        private static final long serialVersionUID = 1;

        Passed(Exception cause) {
            super(cause);
        }

        void raise() throws IOException, ServletException {
            switch (getCause()) {
                case IOException e -> throw e;
                case ServletException e -> throw e;
                case null, default -> throw new UncheckedIOException(new IOException(this));
            }
        }
    }
}
