package ml.taama.people;

import ml.taama.linkage.names.NameTables;
import org.springframework.stereotype.Component;

/** The tables of names of the country: how spellings of one sound become one key, and which names are used for another. */
@Component
class Sounds {

    NameTables tables() {
        return NameTables.shipped("mali");
    }
}
