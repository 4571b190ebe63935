/**
 * People of the institutions: how they are invited, prove who they are, which roles they hold, and what they are told.
 *
 * <p>Front doors: {@link ml.taama.accounts.Accounts}, {@link ml.taama.accounts.Notices}.
 */
@ApplicationModule(
        displayName = "Accounts",
        allowedDependencies = {"organisations", "reference", "ui", "platform :: *"})
@NullMarked
package ml.taama.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
