package ml.taama.cases;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import ml.taama.cases.Aid.Given;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down many services of one organisation at once: one statement for each table, however many services. */
@Component
class BulkServices {

    private final JdbcClient jdbc;
    private final Journal journal;

    BulkServices(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    /**
     * Writes services into their cases.
     *
     * @throws Problem when a case was closed or handed over meanwhile: nothing is written then
     */
    void give(List<ServiceRow> rows, Map<Long, Long> opened, String organisation, long imported) {
        Long[] dossiers = rows.stream()
                .map(r -> r.dossier().orElseGet(() -> Objects.requireNonNull(opened.get(r.file()))))
                .toArray(Long[]::new);
        hold(dossiers, organisation);
        List<Given> given = rows.stream().map(r -> r.given().orElseThrow()).toList();
        Long[] ids = ids("service", rows.size());
        jdbc.sql("""
                insert into cases.service (id, dossier, kind, level, pathway, organisation, given_on, quantity, amount, currency, proof, import)
                overriding system value
                select id, dossier, kind, level, 'direct', :organisation, day, quantity, amount, currency, proof, :import
                from unnest(:ids::bigint[], :dossiers::bigint[], :kinds::text[], :levels::text[], :days::date[], :quantities::numeric[],
                  :amounts::numeric[], :currencies::text[], :proofs::text[])
                  as s (id, dossier, kind, level, day, quantity, amount, currency, proof)
                """)
                .param("organisation", organisation)
                .param("import", imported)
                .param("ids", ids)
                .param("dossiers", dossiers)
                .param("kinds", each(given, Given::kind))
                .param("levels", each(given, BulkServices::level))
                .param("days", each(given, g -> g.givenOn().toString()))
                .param("quantities", each(given, g -> g.quantity().toPlainString()))
                .param(
                        "amounts",
                        each(given, g -> g.amount().map(a -> a.toPlainString()).orElse(null)))
                .param("currencies", each(given, g -> g.currency().orElse(null)))
                .param("proofs", each(given, Given::proof))
                .update();
        served(given, ids, dossiers);
        entries(given, ids, dossiers, organisation);
        jdbc.sql("update cases.dossier set changed_at = now() where id = any (?)")
                .param(dossiers)
                .update();
    }

    private void hold(Long[] dossiers, String organisation) {
        List<Long> held = jdbc.sql(
                        "select id from cases.dossier where id = any (?) and organisation = ? and state = 'open' order by id for update")
                .params(dossiers, organisation)
                .query(Row.mapper(r -> r.number("id").longValue()))
                .list();
        long wanted = List.of(dossiers).stream().distinct().count();
        if (held.size() < wanted) {
            throw Problem.of(CaseProblem.STATE);
        }
    }

    private Long[] ids(String table, int many) {
        return jdbc.sql("select nextval(pg_get_serial_sequence('cases." + table
                        + "', 'id')) as id from generate_series(1, ?)")
                .param(many)
                .query(Row.mapper(r -> r.number("id").longValue()))
                .list()
                .toArray(Long[]::new);
    }

    private static String level(Given given) {
        return Words.health(given.kind()) ? "protected" : "restricted";
    }

    private static String[] each(List<Given> given, Function<Given, @Nullable String> field) {
        return given.stream().map(field).toArray(String[]::new);
    }

    private void served(List<Given> given, Long[] ids, Long[] dossiers) {
        List<Long> services = new ArrayList<>();
        List<Long> files = new ArrayList<>();
        List<Long> cases = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            for (Long file : given.get(i).people()) {
                services.add(ids[i]);
                files.add(file);
                cases.add(dossiers[i]);
            }
        }
        jdbc.sql(
                        "insert into cases.served (service, file, dossier) select * from unnest(?::bigint[], ?::bigint[], ?::bigint[])")
                .params(services.toArray(Long[]::new), files.toArray(Long[]::new), cases.toArray(Long[]::new))
                .update();
    }

    private void entries(List<Given> given, Long[] services, Long[] dossiers, String organisation) {
        Long[] ids = ids("entry", services.length);
        @Nullable String[] contents = new String[ids.length];
        for (int i = 0; i < ids.length; i++) {
            String text = given.get(i).text();
            contents[i] = text.isBlank() ? null : Base64.getEncoder().encodeToString(journal.sealed(ids[i], text));
        }
        jdbc.sql("""
                insert into cases.entry (id, dossier, kind, section, level, word, subject, happened_on, content, organisation)
                overriding system value
                select id, dossier, 'service', 'services', level, word, service, day, decode(content, 'base64'), :organisation
                from unnest(:ids::bigint[], :dossiers::bigint[], :levels::text[], :words::text[], :services::bigint[], :days::date[],
                  :contents::text[]) as e (id, dossier, level, word, service, day, content)
                """)
                .param("organisation", organisation)
                .param("ids", ids)
                .param("dossiers", dossiers)
                .param("levels", each(given, BulkServices::level))
                .param("words", each(given, Given::kind))
                .param("services", services)
                .param("days", each(given, g -> g.givenOn().toString()))
                .param("contents", contents)
                .update();
    }
}
