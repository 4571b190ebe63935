package ml.taama.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ml.taama.people.FileAccess;
import ml.taama.platform.database.Row;
import ml.taama.platform.security.Actors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens many cases of one organisation at once, one for each person, taken on at once: one statement for each table. */
@Component
class BulkCases {

    private final JdbcClient jdbc;
    private final FileAccess access;

    BulkCases(JdbcClient jdbc, FileAccess access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /**
     * Opens the cases that rows of an import need. The first row of a person says where that person is.
     *
     * @return case of each file
     */
    Map<Long, Long> open(List<ServiceRow> rows, String organisation, long imported) {
        Map<Long, ServiceRow> first = new LinkedHashMap<>();
        rows.stream()
                .filter(r -> r.dossier().isEmpty())
                .forEach(r -> first.merge(r.file(), r, (a, b) -> b.day().isBefore(a.day()) ? b : a));
        if (first.isEmpty()) {
            return Map.of();
        }
        Long[] files = first.keySet().toArray(Long[]::new);
        Long[] ids = ids(files.length);
        access.give(files, organisation, ids);
        dossiers(List.copyOf(first.values()), ids, organisation, imported);
        jdbc.sql("insert into cases.participant (dossier, file) select * from unnest(?::bigint[], ?::bigint[])")
                .params(ids, files)
                .update();
        entries(List.copyOf(first.values()), ids, organisation);
        Map<Long, Long> opened = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            opened.put(files[i], ids[i]);
        }
        return opened;
    }

    private Long[] ids(int many) {
        return jdbc.sql(
                        "select nextval(pg_get_serial_sequence('cases.dossier', 'id')) as id from generate_series(1, ?)")
                .param(many)
                .query(Row.mapper(r -> r.number("id").longValue()))
                .list()
                .toArray(Long[]::new);
    }

    private void dossiers(List<ServiceRow> rows, Long[] ids, String organisation, long imported) {
        long account = Actors.current().account();
        jdbc.sql("""
                insert into cases.dossier (id, number, organisation, account, state, channel, country, urgency, headcount, received_on, origin, import)
                overriding system value
                select id, number, :organisation, :account, 'open', 'other', country, 'normal', 1, day, 'import', :import
                from unnest(:ids::bigint[], :numbers::text[], :countries::text[], :days::date[]) as d (id, number, country, day)
                """)
                .param("organisation", organisation)
                .param("account", account == 0 ? null : account)
                .param("import", imported)
                .param("ids", ids)
                .param("numbers", numbers(ids.length))
                .param(
                        "countries",
                        rows.stream().map(r -> r.country().orElseThrow()).toArray(String[]::new))
                .param("days", rows.stream().map(r -> r.day().toString()).toArray(String[]::new))
                .update();
    }

    /** Numbers that no case has. */
    private String[] numbers(int many) {
        Set<String> free = new HashSet<>();
        while (free.size() < many) {
            List<String> drawn = new ArrayList<>();
            while (drawn.size() < many - free.size()) {
                drawn.add(CaseNumber.random());
            }
            jdbc.sql("select number from unnest(?::text[]) as number where not cases.number_taken(number)")
                    .param(drawn.toArray(String[]::new))
                    .query(Row.mapper(r -> free.add(r.text("number"))))
                    .list();
        }
        return free.toArray(String[]::new);
    }

    private void entries(List<ServiceRow> rows, Long[] ids, String organisation) {
        jdbc.sql("""
                insert into cases.entry (dossier, kind, section, word, happened_on, organisation)
                select id, kind, 'request', word, case when kind = 'request' then day end, :organisation
                from unnest(:ids::bigint[], :days::date[]) with ordinality as d (id, day, position)
                cross join (values (1, 'request', 'other'), (2, 'triage', 'normal')) as e (step, kind, word)
                order by position, step
                """)
                .param("organisation", organisation)
                .param("ids", ids)
                .param("days", rows.stream().map(r -> r.day().toString()).toArray(String[]::new))
                .update();
    }
}
