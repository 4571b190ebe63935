package ml.taama.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.people.FileWriting.Desk;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Family, and who travels with whom, between people whom one sees. */
@Component
public class Relations {

    /** What the other can be to a person. */
    public static final List<String> KINDS =
            List.of("mother", "father", "child", "spouse", "sibling", "guardian", "ward", "relative", "travels-with");

    private static final Map<String, String> INVERSE =
            Map.of("mother", "child", "father", "child", "child", "parent", "guardian", "ward", "ward", "guardian");

    private final JdbcClient jdbc;
    private final People people;
    private final PersonRows rows;
    private final FileWriting writing;
    private final AuditTrail audit;

    Relations(JdbcClient jdbc, People people, PersonRows rows, FileWriting writing, AuditTrail audit) {
        this.jdbc = jdbc;
        this.people = people;
        this.rows = rows;
        this.writing = writing;
        this.audit = audit;
    }

    /**
     * A relation of a person.
     *
     * @param kind what the other is to the person
     * @param other when the reader may see who it is
     */
    public record Relation(long id, String kind, Optional<Person> other) {}

    private record Link(long id, long file, long other, String kind) {}

    /** The relations of a person, from whichever side they were written down. */
    @Transactional(readOnly = true)
    public List<Relation> of(Person person) {
        Long[] own = person.files().stream().map(PersonFile::id).toArray(Long[]::new);
        List<Link> links = jdbc.sql("select * from people.relation where file = any(?) or other = any(?) order by id")
                .params(own, own)
                .query(Row.mapper(r -> new Link(
                        r.number("id").longValue(),
                        r.number("file").longValue(),
                        r.number("other").longValue(),
                        r.text("kind"))))
                .list();
        List<Long> ends = new ArrayList<>();
        links.forEach(l -> ends.addAll(List.of(l.file(), l.other())));
        Map<Long, Person> seen = people.find(ends);
        List<Long> mine = List.of(own);
        return links.stream().map(l -> relation(l, mine, seen)).toList();
    }

    private static Relation relation(Link link, List<Long> own, Map<Long, Person> seen) {
        return own.contains(link.file())
                ? new Relation(link.id(), link.kind(), Optional.ofNullable(seen.get(link.other())))
                : new Relation(
                        link.id(),
                        INVERSE.getOrDefault(link.kind(), link.kind()),
                        Optional.ofNullable(seen.get(link.file())));
    }

    /**
     * Writes down what another is to a person.
     *
     * @param number public number of the other, whom one sees
     */
    @Transactional
    public void add(long file, String kind, String number) {
        Desk desk = writing.of(file);
        long other = PublicNumber.read(number)
                .flatMap(rows::byNumber)
                .filter(o -> desk.person().files().stream().noneMatch(f -> f.id() == o))
                .orElseThrow(() -> Problem.of(PeopleProblem.UNKNOWN_NUMBER));
        if (!KINDS.contains(kind)) {
            throw Problem.of(PlatformProblem.PAGE_NOT_FOUND);
        }
        jdbc.sql("insert into people.relation (file, other, kind) values (?, ?, ?) on conflict do nothing")
                .params(desk.file().id(), other, kind)
                .update();
        audit.note("relation.add", "person", desk.file().id(), desk.organisation(), Map.of("kind", kind));
    }

    /** Takes a relation away. */
    @Transactional
    public void remove(long file, long relation) {
        Desk desk = writing.of(file);
        Long[] own = desk.person().files().stream().map(PersonFile::id).toArray(Long[]::new);
        int removed = jdbc.sql("delete from people.relation where id = ? and (file = any(?) or other = any(?))")
                .params(relation, own, own)
                .update();
        if (removed == 0) {
            throw Problem.of(PlatformProblem.PAGE_NOT_FOUND);
        }
        audit.note("relation.remove", "person", desk.file().id(), desk.organisation(), Map.of());
    }
}
