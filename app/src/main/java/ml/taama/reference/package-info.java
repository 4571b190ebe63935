/**
 * What everything else refers to: country packs, sources, frameworks with their goals and crosswalks, places in time.
 *
 * <p>Front doors: {@link ml.taama.reference.Frameworks}, {@link ml.taama.reference.Places}, {@link
 * ml.taama.reference.Sources}, {@link ml.taama.reference.Country}; {@code packs} checks and loads packs.
 */
@ApplicationModule(displayName = "Reference", allowedDependencies = "platform :: *")
@NullMarked
package ml.taama.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
