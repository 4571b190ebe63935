package ml.taama.platform.security;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * For whom a page is.
 *
 * @param open for everybody
 * @param needed one of these suffices; none means that being signed in suffices
 */
public record Access(boolean open, List<Permission> needed) {

    /** The rule of a method that answers requests: its own, or that of its class; none when it has no rule. */
    public static Optional<Access> of(Method method) {
        return rule(method).or(() -> rule(method.getDeclaringClass()));
    }

    private static Optional<Access> rule(java.lang.reflect.AnnotatedElement element) {
        Needs needs = AnnotatedElementUtils.findMergedAnnotation(element, Needs.class);
        if (needs != null) {
            return Optional.of(new Access(false, Arrays.asList(needs.value())));
        }
        if (AnnotatedElementUtils.hasAnnotation(element, SignedIn.class)) {
            return Optional.of(new Access(false, List.of()));
        }
        return AnnotatedElementUtils.hasAnnotation(element, Open.class)
                ? Optional.of(new Access(true, List.of()))
                : Optional.empty();
    }

    /** Whether somebody may see the page. */
    public boolean allows(Actor actor) {
        return open || (actor.signedIn() && (needed.isEmpty() || needed.stream().anyMatch(actor::maySomewhere)));
    }
}
