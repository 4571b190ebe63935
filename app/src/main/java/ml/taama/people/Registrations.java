package ml.taama.people;

import java.util.Optional;
import ml.taama.platform.security.Actors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Registers once, however often a request is repeated: by hand, by a browser that lost the answer, by a second click. */
@Component
class Registrations {

    private final JdbcClient jdbc;
    private final People people;

    Registrations(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /**
     * The file that a request made already.
     *
     * @param key that the form was given
     */
    @Transactional(readOnly = true)
    Optional<Long> made(String key) {
        return jdbc.sql("select file from people.registration where account = ? and key = ?")
                .params(Actors.current().account(), key)
                .query(Long.class)
                .optional();
    }

    /** Registers a person at a counter, or gives the file that the same request made before. */
    @Transactional
    long register(String key, PersonData data, String organisation) {
        int first = jdbc.sql("insert into people.registration (key) values (?) on conflict do nothing")
                .param(key)
                .update();
        if (first == 0) {
            return made(key).orElseThrow();
        }
        long file = people.register(data, organisation, "counter");
        jdbc.sql("update people.registration set file = ? where account = ? and key = ?")
                .params(file, Actors.current().account(), key)
                .update();
        return file;
    }
}
