package ml.taama.people;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import ml.taama.platform.database.Row;
import ml.taama.platform.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Registers many people at once: one statement for each table, however many people. */
@Component
class BulkRegistration {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Sounds sounds;

    BulkRegistration(JdbcClient jdbc, Vault vault, Sounds sounds) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.sounds = sounds;
    }

    /** The numbers of the new files, in the order of the people. */
    List<Long> register(List<PersonData> people, String organisation, String origin, long imported) {
        byIndex();
        Long[] ids = jdbc.sql("""
                        select nextval(pg_get_serial_sequence('people.file', 'id')) as id from generate_series(1, ?)
                        """)
                .param(people.size())
                .query(Row.mapper(r -> r.number("id").longValue()))
                .list()
                .toArray(Long[]::new);
        jdbc.sql("""
                insert into people.access (head, file, organisation, level, basis)
                select id, id, ?, 'protected', 'registration' from unnest(?::bigint[]) as id
                """).params(organisation, ids).update();
        files(people, ids, organisation, origin, imported);
        names(people, ids);
        places(people, ids);
        phones(people, ids, organisation);
        tokens(people, ids, organisation);
        return List.of(ids);
    }

    /** The database does not know yet how much this transaction has written, and would read all of it for each row. */
    private void byIndex() {
        jdbc.sql("set local enable_seqscan = off").update();
    }

    private void files(List<PersonData> people, Long[] ids, String organisation, String origin, long imported) {
        jdbc.sql("""
                insert into people.file (id, number, head, organisation, sex, birth_first, birth_last, birth_precision, birth_age,
                  birth_said_on, birth_country, nationalities, mother, father, language, origin, import, invented)
                overriding system value
                select id, number, id, :organisation, sex, first, last, precision, age, said, country,
                  string_to_array(nationalities, ' '), mother, father, language, :origin, :import, false
                from unnest(:ids::bigint[], :numbers::text[], :sexes::text[], :firsts::date[], :lasts::date[], :precisions::text[],
                  :ages::integer[], :saids::date[], :countries::text[], :nationalities::text[], :mothers::text[], :fathers::text[],
                  :languages::text[]) as p (id, number, sex, first, last, precision, age, said, country, nationalities, mother,
                  father, language)
                """)
                .param("organisation", organisation)
                .param("origin", origin)
                .param("import", imported)
                .param("ids", ids)
                .param("numbers", numbers(people.size()))
                .param("sexes", each(people, PersonData::sex))
                .param(
                        "firsts",
                        each(
                                people,
                                p -> p.birth().first().map(Object::toString).orElse(null)))
                .param(
                        "lasts",
                        each(people, p -> p.birth().last().map(Object::toString).orElse(null)))
                .param("precisions", each(people, p -> p.birth().precision().word()))
                .param(
                        "ages",
                        each(people, p -> p.birth().age().map(Object::toString).orElse(null)))
                .param(
                        "saids",
                        each(
                                people,
                                p -> p.birth().saidOn().map(Object::toString).orElse(null)))
                .param("countries", each(people, p -> p.birthCountry().orElse(null)))
                .param("nationalities", each(people, p -> String.join(" ", p.nationalities())))
                .param("mothers", each(people, PersonData::mother))
                .param("fathers", each(people, PersonData::father))
                .param("languages", each(people, p -> p.language().orElse(null)))
                .update();
    }

    private static String[] each(List<PersonData> people, Function<PersonData, @Nullable String> field) {
        return people.stream().map(field).toArray(String[]::new);
    }

    /** Numbers that nobody has or had. */
    private String[] numbers(int many) {
        Set<String> free = new HashSet<>();
        while (free.size() < many) {
            Set<String> drawn = new HashSet<>();
            while (drawn.size() < many - free.size()) {
                drawn.add(PublicNumber.random());
            }
            jdbc.sql("select number from unnest(?::text[]) as number where not people.number_taken(number)")
                    .param(drawn.toArray(String[]::new))
                    .query(Row.mapper(r -> free.add(r.text("number"))))
                    .list();
        }
        return free.toArray(String[]::new);
    }

    private void names(List<PersonData> people, Long[] ids) {
        List<Long> files = new ArrayList<>();
        List<PersonName> names = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            for (PersonName name : people.get(i).names()) {
                files.add(ids[i]);
                names.add(name);
            }
        }
        jdbc.sql("""
                insert into people.name (file, kind, given, surname, source)
                select * from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[])
                """)
                .params(
                        files.toArray(Long[]::new),
                        names.stream().map(PersonName::kind).toArray(String[]::new),
                        names.stream().map(PersonName::given).toArray(String[]::new),
                        names.stream().map(PersonName::surname).toArray(String[]::new),
                        names.stream().map(PersonName::source).toArray(String[]::new))
                .update();
    }

    private void places(List<PersonData> people, Long[] ids) {
        List<Long> files = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            for (Place place : people.get(i).places()) {
                files.add(ids[i]);
                places.add(place);
            }
        }
        jdbc.sql("""
                insert into people.place (file, kind, country, area, text)
                select * from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[])
                """)
                .params(
                        files.toArray(Long[]::new),
                        places.stream().map(Place::kind).toArray(String[]::new),
                        places.stream().map(p -> p.country().orElse(null)).toArray(String[]::new),
                        places.stream().map(p -> p.area().orElse(null)).toArray(String[]::new),
                        places.stream().map(Place::text).toArray(String[]::new))
                .update();
    }

    private void phones(List<PersonData> people, Long[] ids, String organisation) {
        List<Long> files = new ArrayList<>();
        List<String> sealed = new ArrayList<>();
        List<String> tokens = new ArrayList<>();
        Base64.Encoder text = Base64.getEncoder();
        for (int i = 0; i < ids.length; i++) {
            for (String phone : people.get(i).phones()) {
                files.add(ids[i]);
                sealed.add(text.encodeToString(vault.seal(PersonRows.place("phone", ids[i]), phone)));
                tokens.add(text.encodeToString(vault.token("phone", Search.digits(phone))));
            }
        }
        jdbc.sql("call people.put_new_phones(?, ?::bigint[], ?::text[], ?::text[])")
                .params(
                        organisation,
                        files.toArray(Long[]::new),
                        sealed.toArray(String[]::new),
                        tokens.toArray(String[]::new))
                .update();
    }

    /** In the order of their index, so that neighbours are written together. */
    private void tokens(List<PersonData> people, Long[] ids, String organisation) {
        record Token(String word, long head) {}
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            for (String word : SearchWords.of(people.get(i).names(), sounds.tables())) {
                tokens.add(new Token(word, Objects.requireNonNull(ids[i])));
            }
        }
        tokens.sort(Comparator.comparing(Token::word).thenComparingLong(Token::head));
        jdbc.sql("call people.put_new_tokens(?, ?::bigint[], ?::text[])")
                .params(
                        organisation,
                        tokens.stream().map(Token::head).toArray(Long[]::new),
                        tokens.stream().map(Token::word).toArray(String[]::new))
                .update();
    }
}
