package ml.taama.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deadlines and periods that the data-protection officer sets. None is set from the beginning: which ones hold is for the law
 * of the country and its authority to say.
 */
@Component
class PeopleSettings {

    /** In days: how long the answer to a request may take. */
    static final List<String> DEADLINES =
            List.of("deadline.access", "deadline.correction", "deadline.locking", "deadline.erasure");

    /** In months: after how long without being seen something happens. */
    static final List<String> PERIODS = List.of(
            "retention.person.lock",
            "retention.person.anonymise",
            "retention.person.erase",
            "retention.document.erase",
            "retention.photograph.erase",
            "retention.note.erase",
            "retention.guarded.erase");

    private static final String PREFIX = "people.";
    private static final int LARGEST = 1200;

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    PeopleSettings(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** A setting; nothing while nobody set it. */
    @Transactional(readOnly = true)
    Optional<Integer> find(String name) {
        return Optional.ofNullable(all().get(name));
    }

    /** All that are set, by name. */
    @Transactional(readOnly = true)
    Map<String, Integer> all() {
        Map<String, Integer> all = new TreeMap<>();
        jdbc
                .sql("select name, value from platform.setting where starts_with(name, ?)")
                .param(PREFIX)
                .query(Row.mapper(r -> Map.entry(r.text("name").substring(PREFIX.length()), r.text("value"))))
                .list()
                .stream()
                .filter(e -> known().anyMatch(e.getKey()::equals))
                .forEach(e -> all.put(e.getKey(), Integer.parseInt(e.getValue())));
        return all;
    }

    private static Stream<String> known() {
        return Stream.concat(DEADLINES.stream(), PERIODS.stream());
    }

    /**
     * Sets some; an empty text unsets.
     *
     * @throws Problem when one is no whole number between 1 and 1200
     */
    @Transactional
    void put(Map<String, String> typed) {
        Actors.current().require(Permission.PROTECT_PEOPLE);
        known().filter(typed::containsKey)
                .forEach(name -> put(name, typed.getOrDefault(name, "").strip()));
    }

    private void put(String name, String value) {
        if (!value.isEmpty() && !(value.matches("[1-9][0-9]{0,3}") && Integer.parseInt(value) <= LARGEST)) {
            throw Problem.of(PeopleProblem.WRONG_NUMBER, value, LARGEST);
        }
        String before = find(name).map(String::valueOf).orElse("");
        if (value.equals(before)) {
            return;
        }
        if (value.isEmpty()) {
            jdbc.sql("delete from platform.setting where name = ?")
                    .param(PREFIX + name)
                    .update();
        } else {
            jdbc.sql(
                            "insert into platform.setting values (?, ?) on conflict (name) do update set value = excluded.value")
                    .params(PREFIX + name, value)
                    .update();
        }
        audit.note("protection.setting", "setting", name, "", Map.of("from", before, "to", value));
    }
}
