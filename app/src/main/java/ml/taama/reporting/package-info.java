/**
 * The national review: cycle, text with bound figures, contradictions, the report in every format, its trace.
 *
 * <p>Front doors: {@link ml.taama.reporting.Reviews}, {@link ml.taama.reporting.NationalReports}.
 */
@ApplicationModule(
        displayName = "Reporting",
        allowedDependencies = {
            "observatory",
            "collection",
            "plan",
            "cooperation",
            "library",
            "accounts",
            "organisations",
            "reference",
            "reference :: packs",
            "ui",
            "platform :: *"
        })
@NullMarked
package ml.taama.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
