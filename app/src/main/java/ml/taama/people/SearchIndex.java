package ml.taama.people;

import java.util.List;
import ml.taama.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the words under which people are found. */
@Component
class SearchIndex {

    private final JdbcClient jdbc;
    private final Sounds sounds;

    SearchIndex(JdbcClient jdbc, Sounds sounds) {
        this.jdbc = jdbc;
        this.sounds = sounds;
    }

    /** Puts the words of all files of a person anew, for every organisation that has access. */
    @Transactional
    void put(long file) {
        jdbc.sql("select distinct head from people.file where id = ?")
                .param(file)
                .query(Long.class)
                .optional()
                .ifPresent(this::anew);
    }

    /** Puts the words of a head anew; of a head that is none any more they go. */
    void anew(long head) {
        List<PersonName> names = jdbc.sql("""
                select n.* from people.name n join people.file f on f.id = n.file where f.head = ?
                """)
                .param(head)
                .query(Row.mapper(
                        r -> new PersonName(r.text("kind"), r.text("given"), r.text("surname"), r.text("source"))))
                .list();
        jdbc.sql("call people.put_tokens(?, ?)")
                .params(head, SearchWords.of(names, sounds.tables()).toArray(String[]::new))
                .update();
    }
}
