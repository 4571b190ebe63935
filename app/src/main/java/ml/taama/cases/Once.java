package ml.taama.cases;

import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a form that is sent twice (a cut line, an impatient finger) happen once. The page gives each form a key; the key is
 * kept in the transaction of what the form does.
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
     * Does something unless a form with this key was received before.
     *
     * @param key of the form; a form without a readable key is simply received
     * @param work makes a row and gives its number
     * @return number of the row that the first form made
     */
    @Transactional
    public long of(String key, LongSupplier work) {
        Optional<UUID> known = read(key);
        if (known.isEmpty()) {
            return work.getAsLong();
        }
        jdbc.sql("select pg_advisory_xact_lock(hashtext('cases.once'), hashtext(?))")
                .param(key)
                .query((row, n) -> 0)
                .list();
        Optional<Long> before = jdbc.sql("select subject from cases.once where key = ?")
                .param(known.get())
                .query(Long.class)
                .optional();
        if (before.isPresent()) {
            return before.get();
        }
        long made = work.getAsLong();
        jdbc.sql("insert into cases.once (key, subject) values (?, ?)")
                .params(known.get(), made)
                .update();
        return made;
    }

    private static Optional<UUID> read(String key) {
        return key.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(key))
                : Optional.empty();
    }
}
