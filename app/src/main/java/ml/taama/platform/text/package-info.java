/** Words in several languages, and the typography of each. */
@NamedInterface("text")
@NullMarked
package ml.taama.platform.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
