package ml.taama.people;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import ml.taama.matching.RecordSource;
import ml.taama.platform.database.Row;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The files of the register as records to be matched. The product reads them itself, whoever asks; nobody else sees them here. */
@Component
class PeopleRecords implements RecordSource {

    private static final Actor SYSTEM = Actor.system("matching");
    private static final int FETCH = 1_000;
    private static final String RECORDS = """
            select f.*, n.given, n.surname, p.text as village, coalesce(p.area, p.country) as region,
              s.content as phone, d.content as paper, v.content as verified
            from people.file f
            left join lateral (select given, surname from people.name where file = f.id and given || surname <> ''
              order by kind <> 'written', id limit 1) n on true
            left join lateral (select text, area, country from people.place where file = f.id
              order by text = '', array_position(array['origin', 'birth', 'residence', 'destination'], kind), id limit 1) p on true
            left join lateral (select content from people.sealed_value where file = f.id and kind = 'phone'
              order by id limit 1) s on true
            left join lateral (select content from people.sealed_value where file = f.id and kind = 'document'
              order by verified desc, id limit 1) d on true
            left join lateral (select content from people.sealed_value where file = f.id and kind = 'document' and verified
              order by id limit 1) v on true
            where f.state <> 'anonymised'
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final TransactionTemplate transaction;

    PeopleRecords(JdbcClient jdbc, Vault vault, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.transaction = transaction;
    }

    @Override
    public void all(BiConsumer<Long, Map<String, String>> sink) {
        Actors.run(
                SYSTEM,
                () -> transaction.executeWithoutResult(status -> {
                    try (Stream<Map.Entry<Long, Map<String, String>>> rows = jdbc
                            .sql(RECORDS + " order by f.id")
                            .withFetchSize(FETCH)
                            .query(Row.mapper(r -> Map.entry(r.number("id").longValue(), values(r))))
                            .stream()) {
                        rows.forEach(row -> sink.accept(row.getKey(), row.getValue()));
                    }
                }));
    }

    @Override
    public Map<Long, Map<String, String>> records(Collection<Long> ids) {
        Map<Long, Map<String, String>> found = new HashMap<>();
        Actors.run(
                SYSTEM,
                () -> transaction.executeWithoutResult(status -> jdbc.sql(RECORDS + " and f.id = any(?)")
                        .param(ids.toArray(Long[]::new))
                        .query(Row.mapper(r -> found.put(r.number("id").longValue(), values(r))))
                        .list()));
        return found;
    }

    private Map<String, String> values(Row row) throws SQLException {
        long file = row.number("id").longValue();
        Map<String, String> values = new HashMap<>();
        values.put("given_name", row.maybe("given").orElse(""));
        values.put("surname", row.maybe("surname").orElse(""));
        values.put("birth_date", PersonRows.birth(row).standard());
        values.put("mother_name", row.text("mother"));
        values.put("father_name", row.text("father"));
        values.put("sex", LinkageValues.sex(row.text("sex")));
        values.put("village", row.maybe("village").orElse(""));
        values.put("region", row.maybe("region").orElse(""));
        values.put("phone", opened(row, "phone", "phone", file));
        values.put("national_id", opened(row, "paper", "document", file));
        values.put("verified_id", opened(row, "verified", "document", file));
        return values;
    }

    private String opened(Row row, String column, String kind, long file) throws SQLException {
        return row.bytes(column)
                .map(content -> vault.open(PersonRows.place(kind, file), content))
                .orElse("");
    }
}
