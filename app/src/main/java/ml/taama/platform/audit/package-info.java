/**
 * What was done, by whom, when, from where. Entries are appended in the transaction of what they tell; a sealer chains their
 * hashes afterwards, so writers never wait for each other.
 */
@NamedInterface("audit")
@NullMarked
package ml.taama.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
