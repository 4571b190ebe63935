package ml.taama.people;

import ml.taama.linkage.names.NameTables;
import ml.taama.matching.Models;
import org.springframework.stereotype.Component;

/** The tables of names of the country: how spellings of one sound become one key, and which names are used for another. */
@Component
class Sounds {

    private final Models models;

    Sounds(Models models) {
        this.models = models;
    }

    NameTables tables() {
        return models.names();
    }
}
