package ml.taama.collection;

import java.util.List;
import java.util.Map;
import ml.taama.collection.forms.Form.Past;
import ml.taama.collection.forms.Item;
import ml.taama.collection.forms.Question;
import ml.taama.platform.time.Period;

/** What can be asked for, and what is already known of it: told by the module that keeps indicators. */
public interface Catalogue {

    /** Everything that can be asked, in order. */
    List<Item> items();

    /**
     * The last value that an organisation gave before a period, by question code, place and cell as {@link
     * ml.taama.collection.forms.Form#pastKey} writes them.
     */
    Map<String, Past> past(String organisation, List<Question> questions, Period before);
}
