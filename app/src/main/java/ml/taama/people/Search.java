package ml.taama.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ml.taama.people.SearchWords.Asked;
import ml.taama.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds people by what somebody types at the counter: part of a name in any order and spelling, a telephone, a number. */
@Component
class Search {

    private static final int CANDIDATES = 200;
    private static final int SHORTEST_NUMBER = 6;
    private static final int SHORTEST_PAPER = 3;

    private final JdbcClient jdbc;
    private final PersonRows rows;
    private final Sounds sounds;

    Search(JdbcClient jdbc, PersonRows rows, Sounds sounds) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.sounds = sounds;
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
        List<Asked> asked = SearchWords.ask(question, sounds.tables());
        if (asked.isEmpty()) {
            return List.of();
        }
        List<String> words = SearchWords.plain(question);
        return people(rows.ofHeads(named(asked))).stream()
                .sorted(Comparator.comparingInt((Person p) -> -agreement(p, words))
                        .thenComparing(Person::name))
                .limit(most)
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

    private List<Long> named(List<Asked> asked) {
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
        parameters.add(CANDIDATES);
        return jdbc.sql("select head from (" + sql + ") as found limit ?")
                .params(parameters)
                .query(Row.mapper(r -> r.number("head").longValue()))
                .list();
    }

    private static List<Person> people(List<PersonFile> files) {
        return files.stream().collect(Collectors.groupingBy(PersonFile::head)).values().stream()
                .map(Person::of)
                .toList();
    }

    /** How many of the words asked a name holds as they are written; beginnings count half. */
    private static int agreement(Person person, List<String> words) {
        int best = 0;
        for (PersonName name : person.names()) {
            Set<String> held = Set.copyOf(SearchWords.plain(name.full()));
            int points = words.stream()
                    .mapToInt(w -> held.contains(w) ? 2 : held.stream().anyMatch(h -> h.startsWith(w)) ? 1 : 0)
                    .sum();
            best = Math.max(best, points);
        }
        return best;
    }

    /** Digits alone; of a telephone the last eight, so that a country code does not hide it. */
    static String digits(String text) {
        String digits = text.replaceAll("\\D", "");
        return digits.length() > 8 && !PublicNumber.read(text).isPresent()
                ? digits.substring(digits.length() - 8)
                : digits;
    }
}
