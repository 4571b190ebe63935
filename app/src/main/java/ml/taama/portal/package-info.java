/**
 * The public site: composes what the other modules show.
 */
@ApplicationModule(
        displayName = "Portal",
        allowedDependencies = {
            "reporting",
            "reporting :: writing",
            "observatory",
            "cases :: statistics",
            "plan",
            "cooperation",
            "library",
            "organisations",
            "reference",
            "reference :: packs",
            "ui",
            "platform :: *"
        })
@NullMarked
package ml.taama.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
