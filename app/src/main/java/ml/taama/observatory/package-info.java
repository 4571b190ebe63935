/**
 * What is counted: indicators, observations, and the activities of the other modules through their statistics windows.
 *
 * <p>Front doors: {@link ml.taama.observatory.Indicators}, {@link ml.taama.observatory.Observations}, {@link
 * ml.taama.observatory.Activities}.
 */
@ApplicationModule(
        displayName = "Observatory",
        allowedDependencies = {
            "plan :: statistics",
            "cooperation :: statistics",
            "library :: statistics",
            "cases :: statistics",
            "collection",
            "collection :: forms",
            "organisations",
            "reference",
            "reference :: packs",
            "platform :: *"
        })
@NullMarked
package ml.taama.observatory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
