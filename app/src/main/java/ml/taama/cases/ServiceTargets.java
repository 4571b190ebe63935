package ml.taama.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.people.People;
import ml.taama.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People and cases that a spreadsheet of services names, as far as the organisation may see them. */
final class ServiceTargets {

    /**
     * A case that is not over.
     *
     * @param waits whether it was not taken on yet
     */
    record Open(long id, String number, boolean waits, List<Long> people) {}

    private final Map<String, List<Long>> people;
    private final Map<String, Open> numbers = new HashMap<>();
    private final Map<Long, List<Open>> files = new HashMap<>();

    private ServiceTargets(Map<String, List<Long>> people, List<Open> cases) {
        this.people = people;
        for (Open open : cases) {
            numbers.put(open.number(), open);
            open.people()
                    .forEach(f ->
                            files.computeIfAbsent(f, n -> new ArrayList<>()).add(open));
        }
    }

    /** Those that numbers name, and the cases of these people. */
    static ServiceTargets of(
            JdbcClient jdbc,
            People register,
            String organisation,
            Collection<String> persons,
            Collection<String> cases) {
        Map<String, List<Long>> people = register.numbered(persons, organisation);
        Long[] files = people.values().stream().flatMap(List::stream).toArray(Long[]::new);
        List<Open> open = jdbc.sql("""
                select d.id, d.number, d.state,
                  array(select p.file from cases.participant p where p.dossier = d.id and p.ended_at is null order by p.added_at, p.file)::text[] as people
                from cases.dossier d
                where d.organisation = ? and d.state in ('received', 'open') and (d.number = any (?) or d.id in (
                  select p.dossier from cases.participant p where p.ended_at is null and p.file = any (?)))
                order by d.id
                """)
                .params(organisation, cases.toArray(String[]::new), files)
                .query(Row.mapper(r -> new Open(
                        r.number("id").longValue(),
                        r.text("number"),
                        r.text("state").equals("received"),
                        CaseRows.numbers(r.list("people")))))
                .list();
        return new ServiceTargets(people, open);
    }

    /** Files of the person of a public number; none when nobody of it may be seen. */
    List<Long> person(String number) {
        return people.getOrDefault(number, List.of());
    }

    /** The case of a number. */
    Optional<Open> named(String number) {
        return Optional.ofNullable(numbers.get(number));
    }

    /** The cases of a person. */
    List<Open> of(List<Long> person) {
        return person.stream()
                .flatMap(f -> files.getOrDefault(f, List.of()).stream())
                .distinct()
                .toList();
    }
}
