/**
 * The commands behind {@code ./taama}, over the same front doors as the site.
 */
@ApplicationModule(
        displayName = "Command line",
        allowedDependencies = {
            "reporting",
            "observatory",
            "plan",
            "cooperation",
            "library",
            "collection",
            "people",
            "accounts",
            "organisations",
            "reference",
            "reference :: packs",
            "ui",
            "platform :: *"
        })
@NullMarked
package ml.taama.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
