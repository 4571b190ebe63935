/**
 * Who meets, agrees, trains and informs whom.
 *
 * <p>Front door: {@link ml.taama.cooperation.Cooperation}; {@code statistics} is the window of the observatory.
 */
@ApplicationModule(
        displayName = "Cooperation",
        allowedDependencies = {"organisations", "reference", "reference :: packs", "platform :: *"})
@NullMarked
package ml.taama.cooperation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
