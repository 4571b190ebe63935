/** What the observatory may read of this module. */
@NamedInterface("statistics")
@NullMarked
package ml.taama.library.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
