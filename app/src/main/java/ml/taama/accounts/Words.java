package ml.taama.accounts;

import java.util.Map;
import java.util.TreeMap;
import ml.taama.organisations.Organisation;
import ml.taama.organisations.Organisations;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Component;

/** Names of organisations for the pages of this module. */
@Component
class Words {

    private final Organisations organisations;

    Words(Organisations organisations) {
        this.organisations = organisations;
    }

    /** Names by code in the reader's language; a code without a name stands for itself. */
    Map<String, String> organisations(Ui ui) {
        Map<String, String> names = new TreeMap<>();
        for (Organisation organisation : organisations.all().values()) {
            boolean named = !organisation.names().isEmpty();
            names.put(organisation.code(), named ? ui.text(organisation.name().name()) : organisation.code());
        }
        return names;
    }
}
