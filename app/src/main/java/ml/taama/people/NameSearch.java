package ml.taama.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ml.taama.people.SearchWords.Asked;
import ml.taama.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds people by parts of their names in any order. Who is written exactly so comes first, and is found without reading all
 * who are called a little like it: with a common name they would be tens of thousands.
 */
@Component
class NameSearch {

    private static final int CANDIDATES = 200;

    private final JdbcClient jdbc;
    private final Sounds sounds;

    NameSearch(JdbcClient jdbc, Sounds sounds) {
        this.jdbc = jdbc;
        this.sounds = sounds;
    }

    /** Heads of people, the most like first; nobody when the question holds no word. */
    List<Long> find(String question, int most) {
        List<String> words = SearchWords.plain(question);
        if (words.isEmpty()) {
            return List.of();
        }
        Set<Long> heads = new LinkedHashSet<>(exactly(words));
        if (heads.size() < CANDIDATES) {
            heads.addAll(alike(SearchWords.ask(question, sounds.tables())));
        }
        return ranked(heads, words, most);
    }

    private List<Long> exactly(List<String> words) {
        StringBuilder sql = new StringBuilder("select t.head from people.token t where t.value = ?");
        words.stream()
                .skip(1)
                .forEach(w ->
                        sql.append(" and exists (select from people.token o where o.head = t.head and o.value = ?)"));
        return heads(sql + " limit ?", words);
    }

    private List<Long> alike(List<Asked> asked) {
        List<Object> parameters = new ArrayList<>();
        StringBuilder sql = new StringBuilder();
        for (Asked word : asked) {
            sql.append(sql.isEmpty() ? "" : " intersect ")
                    .append("(select head from people.token where value >= ? and value < ?")
                    .append(" union all select head from people.token where value = any(?))");
            parameters.add(word.from());
            parameters.add(word.to());
            parameters.add(word.keys().toArray(String[]::new));
        }
        return heads("select head from (" + sql + ") as found limit ?", parameters);
    }

    private List<Long> heads(String sql, List<?> parameters) {
        List<Object> all = new ArrayList<>(parameters);
        all.add(CANDIDATES);
        return jdbc.sql(sql)
                .params(all)
                .query(Row.mapper(r -> r.number("head").longValue()))
                .list();
    }

    private List<Long> ranked(Set<Long> heads, List<String> words, int most) {
        record Rank(long head, String name, int points) {}
        Map<Long, Rank> best = new HashMap<>();
        jdbc.sql("""
                select f.head, n.given, n.surname from people.file f join people.name n on n.file = f.id where f.head = any(?)
                """)
                .param(heads.toArray(Long[]::new))
                .query(Row.mapper(r -> {
                    String name = (r.text("given") + " " + r.text("surname")).strip();
                    return new Rank(r.number("head").longValue(), name, agreement(name, words));
                }))
                .list()
                .forEach(r -> best.merge(r.head(), r, (a, b) -> a.points() >= b.points() ? a : b));
        return best.values().stream()
                .sorted(Comparator.comparingInt((Rank r) -> -r.points())
                        .thenComparing(Rank::name)
                        .thenComparingLong(Rank::head))
                .limit(most)
                .map(Rank::head)
                .toList();
    }

    /** How many of the words asked a name holds as they are written; beginnings count half. */
    private static int agreement(String name, List<String> words) {
        Set<String> held = Set.copyOf(SearchWords.plain(name));
        return words.stream()
                .mapToInt(w -> held.contains(w) ? 2 : held.stream().anyMatch(h -> h.startsWith(w)) ? 1 : 0)
                .sum();
    }
}
