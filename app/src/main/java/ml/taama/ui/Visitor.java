package ml.taama.ui;

import java.util.Optional;
import java.util.function.Supplier;
import ml.taama.platform.security.Actor;

/**
 * Who looks at a page.
 *
 * @param name of who is signed in
 * @param sleeping whether roles are held that only a second factor wakes
 * @param notices not read yet
 * @param demonstration whether the installation is a demonstration
 * @param token that a form must send back; asking for it opens a connection
 */
public record Visitor(
        Actor actor,
        Optional<String> name,
        boolean sleeping,
        int notices,
        boolean demonstration,
        Supplier<String> token) {

    /** Whether somebody is signed in. */
    public boolean signedIn() {
        return name.isPresent();
    }
}
