/** What may be counted of cases: rows without any person. */
@NamedInterface("statistics")
@NullMarked
package ml.taama.cases.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
