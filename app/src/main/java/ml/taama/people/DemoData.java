package ml.taama.people;

import java.time.LocalDate;
import java.util.List;

/** A module that gives invented people a life beyond the register: cases, visits, journeys. It works through its own front doors. */
public interface DemoData {

    /**
     * An invented person who was registered.
     *
     * @param registered on which day, within the three years before today
     * @param household number of the household; people of one travel together
     * @param childAlone whether a child came without parents
     */
    record Invented(long file, String organisation, LocalDate registered, long household, boolean childAlone) {}

    /**
     * Adds to invented people, in the order in which they came; the same seed gives the same. The product itself acts.
     *
     * @param people some hundreds at once; each is given once
     */
    void add(List<Invented> people, long seed);
}
