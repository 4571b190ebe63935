package ml.taama.people;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ml.taama.people.Birth.Precision;
import ml.taama.platform.database.Row;
import ml.taama.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads files with what hangs on them: three questions, however many files. What the reader may not see is not there. */
@Component
class PersonRows {

    private final JdbcClient jdbc;
    private final Vault vault;

    PersonRows(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** All files of the people to whom some files belong. */
    @Transactional(readOnly = true)
    List<PersonFile> together(Collection<Long> files) {
        return read("head in (select head from people.file where id = any(?))", files);
    }

    /** All files of people, by their heads. */
    @Transactional(readOnly = true)
    List<PersonFile> ofHeads(Collection<Long> heads) {
        return read("head = any(?)", heads);
    }

    /** The heads of files, whoever may see them; a file that is no more has none. */
    @Transactional(readOnly = true)
    Map<Long, Long> heads(Collection<Long> files) {
        record Head(long file, long head) {}
        return jdbc
                .sql("select asked, people.head_of(asked) as head from unnest(?::bigint[]) as asked"
                        + " where people.head_of(asked) is not null")
                .param(files.toArray(Long[]::new))
                .query(Row.mapper(r ->
                        new Head(r.number("asked").longValue(), r.number("head").longValue())))
                .list()
                .stream()
                .collect(Collectors.toMap(Head::file, Head::head));
    }

    private List<PersonFile> read(String which, Collection<Long> asked) {
        Long[] numbers = asked.toArray(Long[]::new);
        Map<Long, List<PersonName>> names = children(
                "people.name",
                which,
                numbers,
                r -> new PersonName(r.text("kind"), r.text("given"), r.text("surname"), r.text("source")));
        Map<Long, List<Place>> places = children(
                "people.place",
                which,
                numbers,
                r -> new Place(r.text("kind"), r.maybe("country"), r.maybe("area"), r.text("text")));
        Map<Long, List<String>> phones = children(
                "(select * from people.sealed_value where kind = 'phone') as phone",
                which,
                numbers,
                r -> vault.open(
                        place("phone", r.number("file").longValue()),
                        r.bytes("content").orElseThrow()));
        return jdbc.sql("select * from people.file where " + which + " order by id")
                .param(numbers)
                .query(Row.mapper(r -> file(r, names, places, phones)))
                .list();
    }

    /** Where a sealed value stands. */
    static String place(String kind, long file) {
        return "people." + kind + " " + file;
    }

    private <T> Map<Long, List<T>> children(String table, String which, Long[] asked, Row.Maker<T> maker) {
        record Child<T>(long file, T value) {}
        return jdbc
                .sql("select * from " + table + " where file in (select id from people.file where " + which
                        + ") order by id")
                .param(asked)
                .query(Row.mapper(r -> new Child<>(r.number("file").longValue(), maker.make(r))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Child::file, HashMap::new, Collectors.mapping(Child::value, Collectors.toList())));
    }

    private static PersonFile file(
            Row row, Map<Long, List<PersonName>> names, Map<Long, List<Place>> places, Map<Long, List<String>> phones)
            throws SQLException {
        long id = row.number("id").longValue();
        PersonData data = new PersonData(
                names.getOrDefault(id, List.of()),
                row.text("sex"),
                birth(row),
                row.list("nationalities"),
                row.maybe("birth_country"),
                row.text("mother"),
                row.text("father"),
                row.maybe("language"),
                places.getOrDefault(id, List.of()),
                phones.getOrDefault(id, List.of()));
        return new PersonFile(
                id,
                row.text("number"),
                row.number("head").longValue(),
                row.text("organisation"),
                row.text("state"),
                row.text("origin"),
                row.truth("invented"),
                row.whole("version"),
                row.instant("created_at").orElseThrow(),
                row.number("created_by").longValue(),
                row.day("seen_on").orElseThrow(),
                data);
    }

    static Birth birth(Row row) throws SQLException {
        return new Birth(
                Precision.of(row.text("birth_precision")),
                row.day("birth_first"),
                row.day("birth_last"),
                row.maybeNumber("birth_age").map(n -> n.intValue()),
                row.day("birth_said_on"));
    }

    /** Number of the files that a telephone or the number of a paper leads to. */
    List<Long> byToken(String kind, String value) {
        List<byte[]> tokens = vault.tokens(kind, value);
        return tokens.stream()
                .flatMap(token -> jdbc
                        .sql("select distinct file from people.sealed_value where token = ? and kind = ?")
                        .params(token, kind)
                        .query(Long.class)
                        .list()
                        .stream())
                .distinct()
                .toList();
    }

    Optional<Long> byNumber(String number) {
        return jdbc.sql("select id from people.file where number = ?")
                .param(number)
                .query(Long.class)
                .optional();
    }
}
