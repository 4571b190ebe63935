/** Writing a report together: assignments, versions, remarks, signatures, editions, and the pages for them. */
@NamedInterface("writing")
@NullMarked
package ml.taama.reporting.writing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
