/** Periods and dates as sources give them. */
@NamedInterface("time")
@NullMarked
package ml.taama.platform.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
