/**
 * What every module stands on: problems, words, dates, the data folder, the database. It knows no domain.
 *
 * <p>Front doors: {@link ml.taama.platform.problem.Problem}, {@link ml.taama.platform.text.Messages}, {@link
 * ml.taama.platform.time.Period}, {@link ml.taama.platform.database.Database}.
 */
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {})
@NullMarked
package ml.taama.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
