package ml.taama.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import ml.taama.platform.database.Row;
import ml.taama.ui.Listing;
import ml.taama.ui.Query;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The pairs that wait for a reviewer, those first whose decision would change most; and the others by state. */
@Component
class ReviewQueue {

    static final Set<String> ASKED = Set.of("state", "likely", "sort", "page");
    static final List<String> STATES =
            List.of("to-do", "waiting", "disputed", "same", "different", "unsure", "implied", "gone");
    static final List<String> LIKELY = List.of("nearly-sure", "likely", "perhaps");

    private static final Map<String, String> ORDERS = Map.of(
            "probability", "probability",
            "files", "files",
            "found", "found_at");
    private static final Map<String, String> BANDS = Map.of(
            "nearly-sure", "probability >= 0.99",
            "likely", "probability >= 0.8 and probability < 0.99",
            "perhaps", "probability < 0.8");
    private static final String TO_DO = """
            (state in ('open', 'disputed') or state = 'waiting' and not exists (select from matching.decision d
              where d.one = review.one and d.other = review.other and d.by = platform.account()))
            """;

    private final JdbcClient jdbc;

    ReviewQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Listing<Review> list(Query query) {
        String where = " from matching.review where " + state(query.get("state")) + " and "
                + BANDS.getOrDefault(query.get("likely"), "true");
        int total = jdbc.sql("select count(*)" + where).query(Integer.class).single();
        return Listing.of(
                query,
                total,
                (offset, most) -> jdbc.sql(
                                "select *" + where + " order by " + order(query.get("sort")) + " offset ? limit ?")
                        .params(offset, most)
                        .query(Row.mapper(Review::of))
                        .list());
    }

    private static String state(String asked) {
        return STATES.contains(asked) && !asked.equals("to-do") ? "state = '" + asked + "'" : TO_DO;
    }

    private static String order(String sort) {
        String column = ORDERS.get(sort.startsWith("-") ? sort.substring(1) : sort);
        return (column == null ? "priority desc" : column + (sort.startsWith("-") ? " desc" : "")) + ", id";
    }

    /** Pairs of some records, likeliest first. */
    @Transactional(readOnly = true)
    public List<Review> of(List<Long> records) {
        return jdbc.sql("""
                select * from matching.review where (one = any(:records) or other = any(:records)) and state <> 'gone'
                order by probability desc, id limit 200
                """)
                .param("records", records.toArray(Long[]::new))
                .query(Row.mapper(Review::of))
                .list();
    }

    /** How many pairs stand in each state. */
    @Transactional(readOnly = true)
    public Map<String, Long> counts() {
        record Count(String state, long pairs) {}
        Map<String, Long> counts = new TreeMap<>();
        jdbc.sql("select state, count(*) as pairs from matching.review group by state")
                .query(Row.mapper(
                        r -> new Count(r.text("state"), r.number("pairs").longValue())))
                .list()
                .forEach(c -> counts.put(c.state(), c.pairs()));
        return counts;
    }

    /** How many wait for who reads. */
    @Transactional(readOnly = true)
    public int toDo() {
        return jdbc.sql("select count(*) from matching.review where " + TO_DO)
                .query(Integer.class)
                .single();
    }

    /** The pair that comes next, for who decided one. */
    @Transactional(readOnly = true)
    public List<Long> next() {
        return new ArrayList<>(
                jdbc.sql("select id from matching.review where " + TO_DO + " order by priority desc, id limit 1")
                        .query(Long.class)
                        .list());
    }
}
