package ml.taama.cases;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a form that is sent twice (a cut line, an impatient finger) happen once. The page gives each form a key; the key is
 * kept, mixed with what was typed, in the transaction of what the form does.
 */
@Component
public class Once {

    private final JdbcClient jdbc;

    Once(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A key for a form. */
    public static String key() {
        return UUID.randomUUID().toString();
    }

    /**
     * Does something unless the same form was received before.
     *
     * @param key that the page gave the form; a form without one is simply received
     * @param form what was typed: the same key with other words is another request
     * @param work makes a row and gives its number
     * @return number of the row that the first form made
     */
    @Transactional
    public long of(String key, Object form, LongSupplier work) {
        if (key.isBlank()) {
            return work.getAsLong();
        }
        UUID request = UUID.nameUUIDFromBytes((key + ' ' + typed(form)).getBytes(StandardCharsets.UTF_8));
        jdbc.sql("select pg_advisory_xact_lock(hashtext('cases.once'), ?)")
                .param(request.hashCode())
                .query((row, n) -> 0)
                .list();
        Optional<Long> before = jdbc.sql("select subject from cases.once where key = ?")
                .param(request)
                .query(Long.class)
                .optional();
        if (before.isPresent()) {
            return before.get();
        }
        long made = work.getAsLong();
        jdbc.sql("insert into cases.once (key, subject) values (?, ?)")
                .params(request, made)
                .update();
        return made;
    }

    /** What was typed, without the token that guards the form: it is another each time that a page is shown. */
    private static String typed(Object form) {
        if (!(form instanceof Map<?, ?> fields)) {
            return form.toString();
        }
        Map<String, String> own = new TreeMap<>();
        fields.forEach((name, value) -> own.put(String.valueOf(name), String.valueOf(value)));
        own.remove("_csrf");
        return own.toString();
    }
}
