package ml.taama.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import ml.taama.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds people by what somebody types at the counter: part of a name in any order and spelling, a telephone, a number. */
@Component
class Search {

    private static final int SHORTEST_NUMBER = 6;
    private static final int SHORTEST_PAPER = 3;

    private final JdbcClient jdbc;
    private final PersonRows rows;
    private final NameSearch names;

    Search(JdbcClient jdbc, PersonRows rows, NameSearch names) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.names = names;
    }

    List<Person> find(String question, int most) {
        String digits = digits(question);
        if (digits.length() >= SHORTEST_NUMBER && question.chars().noneMatch(Character::isLetter)) {
            return people(rows.ofHeads(heads(numbered(question, digits)))).stream()
                    .limit(most)
                    .toList();
        }
        if (digits.length() >= SHORTEST_PAPER) {
            List<Long> files = rows.byToken("document", Papers.plain(question));
            if (!files.isEmpty()) {
                return people(rows.ofHeads(heads(files))).stream().limit(most).toList();
            }
        }
        List<Long> heads = names.find(question, most);
        return people(rows.ofHeads(heads)).stream()
                .sorted(Comparator.comparingInt(p -> heads.indexOf(p.head().head())))
                .toList();
    }

    private List<Long> numbered(String question, String digits) {
        List<Long> files = new ArrayList<>();
        PublicNumber.read(question).flatMap(rows::byNumber).ifPresent(files::add);
        files.addAll(rows.byToken("phone", digits));
        files.addAll(rows.byToken("document", Papers.plain(question)));
        return files;
    }

    private List<Long> heads(List<Long> files) {
        return jdbc.sql("select distinct head from people.file where id = any(?)")
                .param(files.toArray(Long[]::new))
                .query(Row.mapper(r -> r.number("head").longValue()))
                .list();
    }

    private static List<Person> people(List<PersonFile> files) {
        return files.stream().collect(Collectors.groupingBy(PersonFile::head)).values().stream()
                .map(Person::of)
                .toList();
    }

    /** Digits alone; of a telephone the last eight, so that a country code does not hide it. */
    static String digits(String text) {
        String digits = text.replaceAll("\\D", "");
        return digits.length() > 8 && !PublicNumber.read(text).isPresent()
                ? digits.substring(digits.length() - 8)
                : digits;
    }
}
