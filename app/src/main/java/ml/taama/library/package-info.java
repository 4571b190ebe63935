/**
 * What is written: policies with their dates, studies, guides, reports.
 *
 * <p>Front doors: {@link ml.taama.library.Policies}, {@link ml.taama.library.Documents}; {@code statistics} is the window
 * of the observatory.
 */
@ApplicationModule(
        displayName = "Library",
        allowedDependencies = {"organisations", "reference", "reference :: packs", "platform :: *"})
@NullMarked
package ml.taama.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
