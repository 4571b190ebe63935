/** Problems that people are told about. */
@NamedInterface("problem")
@NullMarked
package ml.taama.platform.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
