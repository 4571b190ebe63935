package ml.taama.people;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** A module that hangs something on files, so that what was added while files were one person can be assigned by hand. */
public interface LaterAdditions {

    /** What was added to some files between two moments, as far as who asks may see it. */
    List<Addition> between(Collection<Long> files, Instant from, Instant to);

    /** Hangs it on another file; returns false when it is none of this module. */
    boolean assign(Addition addition, long file);
}
