package ml.taama.people;

import java.time.LocalDate;
import java.util.Set;

/** A module that works for people and says whose files it still needs, so that retention leaves them alone. */
public interface StillNeeded {

    /** Files of people for whom something is under way, or for whom something was done on a day or after it. */
    Set<Long> since(LocalDate day);
}
