/** What a call asks, and how an answer is held against it: pure, used as one types, on import and on arrival. */
@NamedInterface("forms")
@NullMarked
package ml.taama.collection.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
