/**
 * What is done and with which means: plans, actions, budget lines, support of partners.
 *
 * <p>Front doors: {@link ml.taama.plan.Plans}, {@link ml.taama.plan.Means}; {@code statistics} is the window of the
 * observatory.
 */
@ApplicationModule(
        displayName = "Plan",
        allowedDependencies = {"organisations", "reference", "reference :: packs", "platform :: *"})
@NullMarked
package ml.taama.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
