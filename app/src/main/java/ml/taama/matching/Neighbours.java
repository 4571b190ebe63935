package ml.taama.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import ml.taama.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What decisions about some records mean for the pairs around them: a pair within one person, or between people whom a decision
 * keeps apart, is implied; of the others, how many files a decision would join.
 */
@Component
class Neighbours {

    private final JdbcClient jdbc;

    Neighbours(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Records that decisions join with one. */
    List<Long> component(long record) {
        return jdbc.sql("select unnest(matching.component(?)) as record")
                .param(record)
                .query(Row.mapper(r -> r.number("record").longValue()))
                .list();
    }

    /** Whether a decision keeps two records of one component apart. */
    boolean contradicts(long record) {
        return jdbc.sql("""
                select exists (select from matching.review r, (select matching.component(?) as members) c
                  where r.state = 'different' and r.one = any(c.members) and r.other = any(c.members))
                """).param(record).query(Boolean.class).single();
    }

    /** Looks anew at the pairs of some records and of all that are joined with them. */
    void look(long... records) {
        Set<Long> around = new TreeSet<>();
        for (long record : records) {
            around.addAll(component(record));
        }
        List<Review> pairs = new ArrayList<>(jdbc.sql("""
                select * from matching.review
                where (one = any(:around) or other = any(:around)) and state in ('open', 'implied', 'waiting', 'disputed', 'unsure')
                """)
                .param("around", around.toArray(Long[]::new))
                .query(Row.mapper(Review::of))
                .list());
        Map<Long, List<Long>> components = new HashMap<>();
        pairs.forEach(pair -> look(
                pair,
                components.computeIfAbsent(pair.one(), this::component),
                components.computeIfAbsent(pair.other(), this::component)));
    }

    private void look(Review pair, List<Long> one, List<Long> other) {
        boolean implied = one.contains(pair.other()) || apart(one, other);
        boolean free = pair.state().equals(Ruling.OPEN) || pair.state().equals(Ruling.IMPLIED);
        String state = !free ? pair.state() : implied ? Ruling.IMPLIED : Ruling.OPEN;
        int files = one.contains(pair.other()) ? one.size() : one.size() + other.size();
        jdbc.sql("update matching.review set state = ?, files = ?, priority = ? where id = ?")
                .params(state, files, Priority.of(pair.probability(), one.size(), other.size()), pair.id())
                .update();
    }

    private boolean apart(List<Long> one, List<Long> other) {
        return jdbc.sql("""
                select exists (select from matching.review where state = 'different'
                  and (one = any(:a) and other = any(:b) or one = any(:b) and other = any(:a)))
                """)
                .param("a", one.toArray(Long[]::new))
                .param("b", other.toArray(Long[]::new))
                .query(Boolean.class)
                .single();
    }
}
