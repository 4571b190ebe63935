package ml.taama.organisations;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ml.taama.platform.database.Row;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.time.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Organisations, with their names in time and their mandates. */
@Component
public class Organisations {

    /** What an organisation is there for. */
    public record Mandate(String organisation, LocalText text, Optional<Period> since, String sourceRef) {}

    private final JdbcClient jdbc;

    Organisations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All organisations by code, in order. */
    public Map<String, Organisation> all() {
        Map<String, List<Organisation.Name>> names = names();
        Map<String, Organisation> all = new LinkedHashMap<>();
        jdbc.sql("select * from organisations.organisation order by position, code")
                .query(Row.mapper(row -> organisation(row, names)))
                .list()
                .forEach(o -> all.put(o.code(), o));
        return all;
    }

    /** The latest name of an organisation; the code stands for one that is not known. */
    public LocalText name(String code) {
        Organisation organisation = all().get(code);
        return organisation == null
                ? LocalText.of(Locale.ROOT, code)
                : organisation.name().name();
    }

    /** Mandates by organisation, each in order. */
    public Map<String, List<Mandate>> mandates() {
        return jdbc
                .sql("select * from organisations.mandate order by position, code")
                .query(Row.mapper(row -> new Mandate(
                        row.text("organisation"), row.local("text"), row.period("since"), row.text("source_ref"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Mandate::organisation));
    }

    private record Named(String organisation, Organisation.Name name) {}

    private Map<String, List<Organisation.Name>> names() {
        return jdbc
                .sql("select * from organisations.name order by organisation, valid_from")
                .query(Row.mapper(row -> new Named(
                        row.text("organisation"),
                        new Organisation.Name(
                                row.period("valid_from").orElseThrow(),
                                row.period("valid_to"),
                                row.local("name"),
                                row.maybe("acronym"),
                                row.text("source_ref")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Named::organisation, Collectors.mapping(Named::name, Collectors.toList())));
    }

    private static Organisation organisation(Row row, Map<String, List<Organisation.Name>> names) throws SQLException {
        return new Organisation(
                row.text("code"),
                row.text("kind"),
                row.maybe("parent"),
                row.maybe("place"),
                row.maybe("website"),
                row.maybeLocal("note"),
                row.text("source_ref"),
                names.getOrDefault(row.text("code"), List.of()));
    }
}
