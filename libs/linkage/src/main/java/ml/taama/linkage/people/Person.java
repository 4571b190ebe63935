package ml.taama.linkage.people;

import java.time.LocalDate;

/** An invented person, as she or he would be known if nobody ever made a mistake; empty text is what is not known. */
record Person(
        long number,
        long household,
        boolean woman,
        String given,
        String surname,
        LocalDate born,
        boolean yearOnly,
        String father,
        String mother,
        String region,
        String circle,
        String village,
        String phone,
        String identity) {}
