/**
 * People in distress: from the request for assistance over triage, services, screening of vulnerability and referral to the
 * closure of the case. Everything stands on one time line; what of it another organisation sees, a referral says.
 *
 * <p>Front doors: {@link ml.taama.cases.Cases}, {@link ml.taama.cases.Services}, {@link ml.taama.cases.Referrals}; {@code
 * statistics} is the window of the observatory.
 */
@ApplicationModule(
        displayName = "Cases",
        allowedDependencies = {
            "people",
            "collection :: sheets",
            "accounts",
            "organisations",
            "reference",
            "reference :: packs",
            "ui",
            "platform :: *"
        })
@NullMarked
package ml.taama.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
