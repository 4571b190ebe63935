/**
 * The register of people, in which a person stands once: files, who may see them, consent, and the rights of the people
 * themselves.
 *
 * <p>Front doors: {@link ml.taama.people.People}, {@link ml.taama.people.FileAccess}, {@link ml.taama.people.Consents}.
 */
@ApplicationModule(
        displayName = "People",
        allowedDependencies = {
            "matching",
            "collection :: sheets",
            "accounts",
            "organisations",
            "reference",
            "ui",
            "platform :: *"
        })
@NullMarked
package ml.taama.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
