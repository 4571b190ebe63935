/**
 * Which records are of one person: likely same ones before a record is saved, a queue for reviewers, their decisions, models
 * and runs. Knows no domain: asks a {@link ml.taama.matching.RecordSource}.
 */
@ApplicationModule(
        displayName = "Matching",
        allowedDependencies = {"accounts", "organisations", "reference", "reference :: packs", "ui", "platform :: *"})
@NullMarked
package ml.taama.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
