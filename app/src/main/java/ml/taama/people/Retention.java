package ml.taama.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What has been kept long enough: people are locked, then made anonymous, then erased; papers, photographs and notes are
 * erased by themselves. Periods are settings. Nobody whom a module still needs is touched, for example in a case that runs,
 * and nothing happens before somebody saw what will.
 */
@Component
public class Retention {

    /** Steps for people, the last that is due counts. */
    private static final List<String> PEOPLE =
            List.of("retention.person.erase", "retention.person.anonymise", "retention.person.lock");

    private static final String IDLE = """
            select f.head as id, max(greatest(f.seen_on, f.changed_at::date)) as seen, min(f.number) as number, bool_or(f.state = 'open') as open,
              bool_or(f.state <> 'anonymised') as known
            from people.file f
            where f.head not in (select head from people.file where id = any(:needed))
            group by f.head having max(greatest(f.seen_on, f.changed_at::date)) < :before order by f.head
            """;

    private final JdbcClient jdbc;
    private final PeopleSettings settings;
    private final FileStates states;
    private final Erasure erasure;
    private final AuditTrail audit;
    private final List<StillNeeded> needed;
    private final Clock clock;

    Retention(
            JdbcClient jdbc,
            PeopleSettings settings,
            FileStates states,
            Erasure erasure,
            AuditTrail audit,
            List<StillNeeded> needed,
            Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.states = states;
        this.erasure = erasure;
        this.audit = audit;
        this.needed = needed;
        this.clock = clock;
    }

    /**
     * What a rule will do.
     *
     * @param rule name of its period
     * @param before who was not seen since, what is older
     * @param ids of people (their heads) or of values
     * @param numbers public numbers, for people
     */
    public record Step(String rule, LocalDate before, List<Long> ids, List<String> numbers) {}

    private record Idle(long id, LocalDate seen, String number, boolean open, boolean known) {}

    /** What will be done today, with the periods that are set. */
    @Transactional(readOnly = true)
    public List<Step> plan() {
        Actors.current().require(Permission.PROTECT_PEOPLE);
        Map<String, Integer> periods = settings.all();
        List<Step> plan = new ArrayList<>();
        Set<Long> taken = new HashSet<>();
        for (String rule : PEOPLE) {
            before(periods, rule).ifPresent(day -> plan.add(people(rule, day, taken)));
        }
        for (String rule : PeopleSettings.PERIODS) {
            if (!PEOPLE.contains(rule)) {
                before(periods, rule).ifPresent(day -> plan.add(values(rule, day, taken)));
            }
        }
        return plan;
    }

    private Optional<LocalDate> before(Map<String, Integer> periods, String rule) {
        return Optional.ofNullable(periods.get(rule))
                .map(m -> LocalDate.now(clock).minusMonths(m));
    }

    private Step people(String rule, LocalDate before, Set<Long> taken) {
        List<Idle> idle = jdbc
                .sql(IDLE)
                .param("needed", needed(before))
                .param("before", before)
                .query(Row.mapper(r -> new Idle(
                        r.number("id").longValue(),
                        r.day("seen").orElseThrow(),
                        r.text("number"),
                        r.truth("open"),
                        r.truth("known"))))
                .list()
                .stream()
                .filter(i -> rule.endsWith("lock") ? i.open() : rule.endsWith("erase") || i.known())
                .filter(i -> taken.add(i.id()))
                .toList();
        return new Step(
                rule,
                before,
                idle.stream().map(Idle::id).toList(),
                idle.stream().map(Idle::number).toList());
    }

    private Step values(String rule, LocalDate before, Set<Long> taken) {
        boolean guarded = rule.contains("guarded");
        String kind = guarded ? "note" : rule.split("\\.")[1];
        List<Long> ids = jdbc.sql("""
                select v.id from people.sealed_value v join people.file f on f.id = v.file
                where v.kind = ? and (v.level = 'protected') = ? and v.created_at::date < ? and f.head <> all(?)
                  and f.head not in (select head from people.file where id = any(?))
                order by v.id
                """)
                .params(kind, guarded, before, taken.toArray(Long[]::new), needed(before))
                .query(Row.mapper(r -> r.number("id").longValue()))
                .list();
        return new Step(rule, before, ids, List.of());
    }

    private Long[] needed(LocalDate before) {
        return needed.stream().flatMap(n -> n.since(before).stream()).distinct().toArray(Long[]::new);
    }

    /** Marks a plan, so that what is confirmed is what was shown. */
    static String mark(List<Step> plan) {
        return Integer.toHexString(plan.hashCode());
    }

    /**
     * Does what a plan said.
     *
     * @throws Problem when something else would be done today than was shown
     */
    @Transactional
    public void run(String mark) {
        List<Step> plan = plan();
        if (!mark(plan).equals(mark)) {
            throw Problem.of(PlatformProblem.CHANGED_MEANWHILE);
        }
        for (Step step : plan) {
            step.ids().forEach(id -> act(step.rule(), id));
            if (!step.ids().isEmpty()) {
                audit.note(
                        "retention.run",
                        "setting",
                        step.rule(),
                        "",
                        Map.of("count", step.ids().size()));
            }
        }
    }

    private void act(String rule, long id) {
        switch (rule) {
            case "retention.person.lock" -> states.lock(id, true);
            case "retention.person.anonymise" -> erasure.anonymise(id);
            case "retention.person.erase" -> erasure.erase(id, "retention");
            default ->
                jdbc.sql("delete from people.sealed_value where id = ?")
                        .param(id)
                        .update();
        }
    }
}
