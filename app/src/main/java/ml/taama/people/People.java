package ml.taama.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import ml.taama.platform.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register: who is in it, as far as who asks may know. */
@Component
public class People {

    private final JdbcClient jdbc;
    private final PersonRows rows;
    private final SearchIndex index;
    private final Search search;
    private final Vault vault;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    People(
            JdbcClient jdbc,
            PersonRows rows,
            SearchIndex index,
            Search search,
            Vault vault,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.index = index;
        this.search = search;
        this.vault = vault;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Registers a person for an organisation.
     *
     * @param origin {@code counter}, {@code import} or {@code demonstration}
     * @return number of the file
     * @throws Problem when the person has no name
     */
    @Transactional
    public long register(PersonData data, String organisation, String origin) {
        Actors.current().require(Permission.REGISTER_PEOPLE, organisation);
        if (data.names().stream().allMatch(n -> n.full().isBlank())) {
            throw Problem.of(PeopleProblem.NO_NAME);
        }
        long id = jdbc.sql("select nextval(pg_get_serial_sequence('people.file', 'id'))")
                .query(Long.class)
                .single();
        jdbc.sql(
                        "insert into people.access (head, file, organisation, level, basis) values (?, ?, ?, 'protected', 'registration')")
                .params(id, id, organisation)
                .update();
        jdbc.sql("""
                insert into people.file (id, number, head, organisation, sex, birth_precision, origin, invented, seen_on)
                overriding system value values (:id, :number, :id, :organisation, 'unknown', 'unknown', :origin, :invented, :today)
                """)
                .param("id", id)
                .param("number", freshNumber())
                .param("organisation", organisation)
                .param("origin", origin)
                .param("invented", origin.equals("demonstration"))
                .param("today", LocalDate.now(clock))
                .update();
        write(id, organisation, data);
        audit.note("person.register", "person", id, organisation, Map.of("origin", origin));
        events.publishEvent(new PersonChanged(id));
        return id;
    }

    /**
     * Files of the people to whom public numbers lead, as far as who asks may see them; those of an organisation first.
     *
     * @return for each number that leads to somebody at least one file
     */
    @Transactional(readOnly = true)
    public Map<String, List<Long>> numbered(Collection<String> numbers, String organisation) {
        Map<String, List<Long>> found = new HashMap<>();
        jdbc.sql("""
                select f.number, g.id from people.file f join people.file g on g.head = f.head
                where f.number = any (?) order by f.number, g.organisation <> ?, g.id <> g.head, g.id
                """)
                .params(numbers.toArray(String[]::new), organisation)
                .query(Row.mapper(r -> found.computeIfAbsent(r.text("number"), n -> new ArrayList<>())
                        .add(r.number("id").longValue())))
                .list();
        return found;
    }

    /** A number that nobody has or had: row-level security hides files of others, so that the database decides. */
    private String freshNumber() {
        while (true) {
            String number = PublicNumber.random();
            boolean taken = jdbc.sql("select people.number_taken(?)")
                    .param(number)
                    .query(Boolean.class)
                    .single();
            if (!taken) {
                return number;
            }
        }
    }

    /**
     * Changes what a file says.
     *
     * @param version of the file that was shown
     * @throws Problem when the file was changed meanwhile, or is locked
     */
    @Transactional
    public void change(long file, int version, PersonData data) {
        if (!Actors.current().maySomewhere(Permission.REGISTER_PEOPLE)) {
            Actors.current().require(Permission.PROTECT_PEOPLE);
        }
        PersonFile now = find(file).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND)).files().stream()
                .filter(f -> f.id() == file)
                .findFirst()
                .orElseThrow();
        if (!now.state().equals("open")) {
            throw Problem.of(PeopleProblem.LOCKED);
        }
        int changed = jdbc.sql("update people.file set version = version + 1 where id = ? and version = ?")
                .params(file, version)
                .update();
        if (changed == 0) {
            throw Problem.of(PlatformProblem.CHANGED_MEANWHILE);
        }
        jdbc.sql("delete from people.name where file = ?").param(file).update();
        jdbc.sql("delete from people.place where file = ?").param(file).update();
        jdbc.sql("delete from people.sealed_value where file = ? and kind = 'phone'")
                .param(file)
                .update();
        write(file, now.organisation(), data);
        audit.note("person.change", "person", file, now.organisation(), Map.of());
        events.publishEvent(new PersonChanged(file));
    }

    private void write(long file, String organisation, PersonData data) {
        Birth birth = data.birth();
        jdbc.sql("""
                update people.file set sex = :sex, birth_first = :first, birth_last = :last, birth_precision = :precision,
                  birth_age = :age, birth_said_on = :said, birth_country = :country,
                  nationalities = string_to_array(:nationalities, ' '),
                  mother = :mother, father = :father, language = :language, changed_at = now(), seen_on = :today
                where id = :id
                """)
                .param("sex", data.sex())
                .param("first", birth.first().orElse(null))
                .param("last", birth.last().orElse(null))
                .param("precision", birth.precision().word())
                .param("age", birth.age().orElse(null))
                .param("said", birth.saidOn().orElse(null))
                .param("country", data.birthCountry().orElse(null))
                .param("nationalities", String.join(" ", data.nationalities()))
                .param("mother", data.mother().strip())
                .param("father", data.father().strip())
                .param("language", data.language().orElse(null))
                .param("today", LocalDate.now(clock))
                .param("id", file)
                .update();
        for (PersonName name : data.names()) {
            jdbc.sql("insert into people.name (file, kind, given, surname, source) values (?, ?, ?, ?, ?)")
                    .params(
                            file,
                            name.kind(),
                            name.given().strip(),
                            name.surname().strip(),
                            name.source().strip())
                    .update();
        }
        for (Place place : data.places()) {
            jdbc.sql(
                            "insert into people.place (file, kind, country, area, text) values (:file, :kind, :country, :area, :text)")
                    .param("file", file)
                    .param("kind", place.kind())
                    .param("country", place.country().orElse(null))
                    .param("area", place.area().orElse(null))
                    .param("text", place.text().strip())
                    .update();
        }
        for (String phone : data.phones()) {
            jdbc.sql(
                            "insert into people.sealed_value (file, kind, content, token, organisation) values (?, 'phone', ?, ?, ?)")
                    .params(
                            file,
                            vault.seal(PersonRows.place("phone", file), phone.strip()),
                            vault.token("phone", Search.digits(phone)),
                            organisation)
                    .update();
        }
        index.put(file);
    }

    /** The person to whom a file belongs, when who asks may see it. */
    @Transactional(readOnly = true)
    public Optional<Person> find(long file) {
        List<PersonFile> files = rows.together(List.of(file));
        return files.isEmpty() ? Optional.empty() : Optional.of(Person.of(files));
    }

    /** The same, when somebody opens the file: the audit trail says so. */
    @Transactional
    public Optional<Person> open(long file) {
        Optional<Person> person = find(file);
        person.ifPresent(p -> audit.note("person.read", "person", file));
        return person;
    }

    /** People by the numbers of files, as far as who asks may see them. */
    @Transactional(readOnly = true)
    public Map<Long, Person> find(Collection<Long> files) {
        Map<Long, Person> people = new TreeMap<>();
        rows.together(files).stream().collect(Collectors.groupingBy(PersonFile::head)).values().stream()
                .map(Person::of)
                .forEach(p -> p.files().stream().map(PersonFile::id).forEach(id -> people.put(id, p)));
        return people;
    }

    /** Who was registered last by the organisations of who asks. */
    @Transactional(readOnly = true)
    public List<Person> recent(int most) {
        String[] own = Actors.current().organisations(Permission.READ_PEOPLE).toArray(String[]::new);
        List<Long> files = jdbc.sql("""
                select f.id from unnest(?::text[]) as own (organisation) cross join lateral (
                  select id, created_at from people.file where organisation = own.organisation and state <> 'anonymised'
                  order by created_at desc limit ?) as f
                order by f.created_at desc, f.id desc limit ?
                """)
                .params(own, most, most)
                .query(Row.mapper(r -> r.number("id").longValue()))
                .list();
        Map<Long, Person> found = find(files);
        return files.stream()
                .flatMap(f -> Optional.ofNullable(found.get(f)).stream())
                .distinct()
                .toList();
    }

    /** People whom a name, a telephone, the number of a paper or the public number finds, best first. */
    @Transactional(readOnly = true)
    public List<Person> search(String question, int most) {
        return search.find(question, most);
    }
}
