package ml.taama.matching;

import java.util.Map;
import java.util.function.BiConsumer;

/** A module that keeps records of people to be matched. It gives values by the columns of the model, and knows no weights. */
public interface RecordSource {

    /** Hands over every record, by number and values: {@code given_name}, {@code surname}, {@code birth_date}… */
    void all(BiConsumer<Long, Map<String, String>> sink);

    /** The values of one record; empty when it is not to be matched. */
    Map<String, String> record(long id);
}
