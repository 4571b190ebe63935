package ml.taama.matching;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ml.taama.linkage.Linker;
import ml.taama.linkage.Pair;
import ml.taama.linkage.Resident.Candidate;
import ml.taama.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts pairs before the reviewers, and takes them away. */
@Component
class ReviewStore {

    private static final long ALONE = 6_006_007;

    private final JdbcClient jdbc;
    private final ReviewSettings settings;
    private final Neighbours neighbours;

    ReviewStore(JdbcClient jdbc, ReviewSettings settings, Neighbours neighbours) {
        this.neighbours = neighbours;
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Who changes pairs does so alone, until the end of the transaction: what one decision means for others is read and written. */
    void alone() {
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(ALONE)
                .query((row, number) -> number)
                .list();
    }

    double least() {
        return settings.least();
    }

    /** What some records may be the same as now; a pair that was open and is not like that any more goes. */
    @Transactional
    void put(String model, Compared compared) {
        alone();
        Long[] records = compared.records().toArray(Long[]::new);
        Long[] one = compared.pairs().keySet().stream().map(Compared.Two::one).toArray(Long[]::new);
        Long[] other =
                compared.pairs().keySet().stream().map(Compared.Two::other).toArray(Long[]::new);
        jdbc.sql("""
                update matching.review r set state = 'gone'
                from (select id from matching.review where one = any(:records)
                  union select id from matching.review where other = any(:records)) as pair
                where r.id = pair.id and r.state = 'open'
                  and (r.one, r.other) not in (select * from unnest(:one::bigint[], :other::bigint[]))
                """)
                .param("records", records)
                .param("one", one)
                .param("other", other)
                .update();
        if (one.length > 0) {
            put(model, one, other, compared.pairs().values());
            neighbours.look(touched(one, other));
        }
    }

    private void put(String model, Long[] one, Long[] other, Collection<Candidate> found) {
        jdbc.sql("""
                insert into matching.review (one, other, weight, probability, pattern, rule, model, priority)
                select one, other, weight, probability, pattern, rule, :model, priority
                from unnest(:one::bigint[], :other::bigint[], :weight::float8[], :probability::float8[], :pattern::text[],
                  :rule::int[], :priority::float8[]) as found (one, other, weight, probability, pattern, rule, priority)
                on conflict (one, other) do update set weight = excluded.weight, probability = excluded.probability,
                  pattern = excluded.pattern, rule = excluded.rule, model = excluded.model, priority = excluded.priority,
                  seen_at = now(), state = case review.state when 'gone' then 'open' else review.state end
                """)
                .param("model", model)
                .param("one", one)
                .param("other", other)
                .param("weight", found.stream().map(Candidate::weight).toArray(Double[]::new))
                .param("probability", found.stream().map(Candidate::probability).toArray(Double[]::new))
                .param("pattern", found.stream().map(Candidate::pattern).toArray(String[]::new))
                .param("rule", found.stream().map(Candidate::rule).toArray(Integer[]::new))
                .param(
                        "priority",
                        found.stream()
                                .map(c -> Priority.of(c.probability(), 1, 1))
                                .toArray(Double[]::new))
                .update();
    }

    /** Of some pairs the records about which people decided something: only there do decisions change what the others mean. */
    private long[] touched(Long[] one, Long[] other) {
        return jdbc
                .sql("""
                select distinct p.record from (select unnest(:one::bigint[] || :other::bigint[]) as record) p
                where exists (select from matching.review r where r.one = p.record and r.state in ('same', 'different'))
                  or exists (select from matching.review r where r.other = p.record and r.state in ('same', 'different'))
                """)
                .param("one", one)
                .param("other", other)
                .query(Row.mapper(r -> r.number("record").longValue()))
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    /** What a run found, some pairs at once; what people decided about them stays. */
    @Transactional
    public void put(long run, String model, Linker linker, List<Pair> pairs) {
        alone();
        List<Long> left =
                pairs.stream().map(p -> Long.valueOf(linker.id(p.left()))).toList();
        List<Long> right =
                pairs.stream().map(p -> Long.valueOf(linker.id(p.right()))).toList();
        jdbc.sql("""
                insert into matching.review (one, other, weight, probability, pattern, rule, model, run, priority)
                select least(a, b), greatest(a, b), weight, probability, pattern, rule, :model, :run, 0
                from unnest(:left::bigint[], :right::bigint[], :weight::float8[], :probability::float8[], :pattern::text[],
                  :rule::int[]) as found (a, b, weight, probability, pattern, rule)
                on conflict (one, other) do update set weight = excluded.weight, probability = excluded.probability,
                  pattern = excluded.pattern, rule = excluded.rule, model = excluded.model, run = excluded.run, seen_at = now(),
                  state = case review.state when 'gone' then 'open' else review.state end
                """)
                .param("model", model)
                .param("run", run)
                .param("left", left.toArray(Long[]::new))
                .param("right", right.toArray(Long[]::new))
                .param("weight", pairs.stream().map(Pair::weight).toArray(Double[]::new))
                .param("probability", pairs.stream().map(Pair::probability).toArray(Double[]::new))
                .param("pattern", pairs.stream().map(Pair::pattern).toArray(String[]::new))
                .param("rule", pairs.stream().map(Pair::rule).toArray(Integer[]::new))
                .update();
    }

    /** After a run: open pairs that it did not find, and that no save found since, go. */
    @Transactional
    public long sweep(long run) {
        alone();
        return jdbc.sql("""
                update matching.review set state = 'gone'
                where state in ('open', 'implied') and run is distinct from :run
                  and seen_at < (select started_at from matching.run where id = :run)
                """).param("run", run).update();
    }

    /** After a run: what a decision about each pair would change, around the people who have several files. */
    @Transactional
    public void lookAround() {
        alone();
        record Open(long id, double probability) {}
        jdbc.sql("select id, probability from matching.review where state = 'open' and priority = 0")
                .query(Row.mapper(r -> new Open(
                        r.number("id").longValue(), r.number("probability").doubleValue())))
                .list()
                .forEach(o -> jdbc.sql("update matching.review set priority = ? where id = ?")
                        .params(Priority.of(o.probability(), 1, 1), o.id())
                        .update());
        jdbc.sql(
                        "select distinct unnest(array[one, other]) as record from matching.review where state in ('same', 'different')")
                .query(Row.mapper(r -> r.number("record").longValue()))
                .list()
                .forEach(neighbours::look);
    }

    /** Pairs of records that people decided, by verdict. */
    @Transactional(readOnly = true)
    public Map<String, List<long[]>> decided() {
        record Decided(String state, long one, long other) {}
        return jdbc
                .sql("select state, one, other from matching.review where state in ('same', 'different')")
                .query(Row.mapper(r -> new Decided(
                        r.text("state"),
                        r.number("one").longValue(),
                        r.number("other").longValue())))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Decided::state, Collectors.mapping(d -> new long[] {d.one(), d.other()}, Collectors.toList())));
    }

    /** A record is no more: nothing is kept of how it was compared. */
    @Transactional
    void forget(long record) {
        alone();
        jdbc.sql("delete from matching.review where ? in (one, other)")
                .param(record)
                .update();
        jdbc.sql("delete from matching.decision where ? in (one, other)")
                .param(record)
                .update();
    }
}
