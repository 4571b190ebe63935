/** Work that nobody asks for at the moment: it runs while the site runs, and in no other command. */
@NamedInterface("jobs")
@NullMarked
package ml.taama.platform.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
