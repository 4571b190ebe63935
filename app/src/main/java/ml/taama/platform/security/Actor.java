package ml.taama.platform.security;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;

/**
 * Who acts. {@link #PUBLIC} is a visitor without an account; {@link #system(String)} is the product itself.
 *
 * @param account number of the account; 0 for the public and for the product itself
 * @param roles held today
 * @param system name of the part of the product that acts by itself, if it is one
 */
public record Actor(long account, Set<Holding> roles, Optional<String> system) {

    /** A visitor. */
    public static final Actor PUBLIC = new Actor(0, Set.of(), Optional.empty());

    private static final String EVERYTHING = "*";

    /** A role held in an organisation. */
    public record Holding(Role role, String organisation) {}

    /** Copies the roles. */
    public Actor {
        roles = Set.copyOf(roles);
    }

    /** A person with an account. */
    public static Actor person(long account, Collection<Holding> roles) {
        return new Actor(account, Set.copyOf(roles), Optional.empty());
    }

    /** The product itself, for work that no person asks for: it sees everything, and the audit trail names it. */
    public static Actor system(String name) {
        return new Actor(0, Set.of(), Optional.of(name));
    }

    /** Whether a person with an account acts. */
    public boolean signedIn() {
        return account > 0;
    }

    /** Whether something is allowed everywhere. */
    public boolean may(Permission permission) {
        return system.isPresent()
                || roles.stream().anyMatch(h -> h.role().everywhere().contains(permission));
    }

    /** Whether something is allowed for an organisation. */
    public boolean may(Permission permission, String organisation) {
        return may(permission) || organisations(permission).contains(organisation);
    }

    /** Whether something is allowed for at least one organisation. */
    public boolean maySomewhere(Permission permission) {
        return may(permission) || !organisations(permission).isEmpty();
    }

    /** The organisations for which something is allowed, where it is not allowed everywhere. */
    public Set<String> organisations(Permission permission) {
        return roles.stream()
                .filter(h -> h.role().within().contains(permission))
                .map(Holding::organisation)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The organisations in which a role is held. */
    public Set<String> organisations() {
        return roles.stream().map(Holding::organisation).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a role is held anywhere. */
    public boolean is(Role role) {
        return roles.stream().anyMatch(h -> h.role() == role);
    }

    /**
     * Refuses when something is not allowed everywhere.
     *
     * @throws Problem that answers as 403
     */
    public void require(Permission permission) {
        refuseUnless(may(permission));
    }

    /**
     * Refuses when something is not allowed for an organisation.
     *
     * @throws Problem that answers as 403
     */
    public void require(Permission permission, String organisation) {
        refuseUnless(may(permission, organisation));
    }

    private static void refuseUnless(boolean allowed) {
        if (!allowed) {
            throw Problem.of(PlatformProblem.NOT_ALLOWED);
        }
    }

    /** What the policies of the database read: {@code permission:organisation}, or {@code permission:*} for all. */
    String grants() {
        if (system.isPresent()) {
            return EVERYTHING;
        }
        Set<String> grants = new TreeSet<>();
        for (Holding holding : roles) {
            holding.role().everywhere().forEach(p -> grants.add(p.word() + ":*"));
            holding.role().within().forEach(p -> grants.add(p.word() + ":" + holding.organisation()));
        }
        return String.join(" ", List.copyOf(grants));
    }
}
