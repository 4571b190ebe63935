/**
 * Who acts: organisations with names valid in time, their mandates, and the places where they receive people.
 *
 * <p>Front doors: {@link ml.taama.organisations.Organisations}, {@link ml.taama.organisations.Facilities}.
 */
@ApplicationModule(
        displayName = "Organisations",
        allowedDependencies = {"reference", "reference :: packs", "platform :: *"})
@NullMarked
package ml.taama.organisations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
