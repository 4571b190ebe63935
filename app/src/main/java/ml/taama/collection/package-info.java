/**
 * Calls for data and what services return to them. Knows no domain: what can be asked is told by a {@link
 * ml.taama.collection.Catalogue}, what a review asks by {@link ml.taama.collection.CallDrafts}, and accepted values are
 * announced by {@link ml.taama.collection.ValuesAccepted}.
 *
 * <p>Front doors: {@link ml.taama.collection.Calls}, {@link ml.taama.collection.Returns}, {@link
 * ml.taama.collection.AcceptedValues}.
 */
@ApplicationModule(
        displayName = "Collection",
        allowedDependencies = {"accounts", "organisations", "reference", "ui", "platform :: *"})
@NullMarked
package ml.taama.collection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
