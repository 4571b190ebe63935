package ml.taama.matching;

import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;

/** A module that keeps records of people to be matched. It gives values by the columns of the model, and knows no weights. */
public interface RecordSource {

    /** Hands over every record, by number and values: {@code given_name}, {@code surname}, {@code birth_date}… */
    void all(BiConsumer<Long, Map<String, String>> sink);

    /** The values of some records; those that are not to be matched are missing. */
    Map<Long, Map<String, String>> records(Collection<Long> ids);
}
