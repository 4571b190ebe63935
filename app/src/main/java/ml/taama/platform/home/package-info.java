/** The data folder of an installation. */
@NamedInterface("home")
@NullMarked
package ml.taama.platform.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
