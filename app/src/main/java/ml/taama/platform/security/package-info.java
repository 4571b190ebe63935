/**
 * Who acts, and what they may do: the same answer at the front door of a module and in the policies of the database.
 *
 * <p>Front doors: {@link ml.taama.platform.security.Actors}, {@link ml.taama.platform.security.Actor}.
 */
@NamedInterface("security")
@NullMarked
package ml.taama.platform.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
