/**
 * How pages look: layout, words, numbers, icons, style sheets, the answer to a problem. It knows no domain.
 */
@ApplicationModule(
        displayName = "Interface",
        allowedDependencies = {"platform :: *"})
@NullMarked
package ml.taama.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
