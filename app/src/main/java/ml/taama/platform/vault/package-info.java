/** Encryption of what must not be read from the database alone, and tokens by which it is found again. */
@NamedInterface("vault")
@NullMarked
package ml.taama.platform.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
