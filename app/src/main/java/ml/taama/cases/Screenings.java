package ml.taama.cases;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import ml.taama.cases.Journal.Line;
import ml.taama.cases.Screening.Finding;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import ml.taama.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Screens vulnerability: short first, in full by those who may read what is protected; what was found is encrypted. */
@Component
public class Screenings {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final CaseRows rows;
    private final Factor.Reader factors;
    private final Journal journal;
    private final Vault vault;
    private final AuditTrail audit;
    private final Clock clock;

    Screenings(
            JdbcClient jdbc,
            CaseRows rows,
            Factor.Reader factors,
            Journal journal,
            Vault vault,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.factors = factors;
        this.journal = journal;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the short or the full form asks. */
    @Transactional(readOnly = true)
    public List<Factor> form(boolean full) {
        return factors.all().stream().filter(f -> full || f.brief()).toList();
    }

    /** Screenings of a case that the reader may see, the latest first. */
    @Transactional(readOnly = true)
    public List<Screening> of(long dossier) {
        return jdbc.sql("select * from cases.screening where dossier = ? order by done_on desc, id desc")
                .param(dossier)
                .query(Row.mapper(this::screening))
                .list();
    }

    /** Keeps what a screening found. */
    @Transactional
    public long keep(long dossier, long file, boolean full, String country, LocalDate on, List<Finding> findings) {
        Case held = rows.hold(dossier, CaseMove.SCREEN);
        Actors.current().require(full ? Permission.READ_PROTECTED : Permission.MANAGE_CASES, held.organisation());
        if (!held.people().contains(file)) {
            throw Problem.of(CaseProblem.NOT_IN_CASE);
        }
        if (on.isAfter(LocalDate.now(clock)) || !country.matches("[A-Z]{2}")) {
            throw Problem.of(PlatformProblem.WRONG_FIELD, "", "", "");
        }
        check(full, findings);
        long id = jdbc.sql("select nextval(pg_get_serial_sequence('cases.screening', 'id'))")
                .query(Long.class)
                .single();
        jdbc.sql("""
                insert into cases.screening (id, dossier, file, form, country, done_on, content, organisation) overriding system value
                values (:id, :dossier, :file, :form, :country, :on, :content, :organisation)
                """)
                .param("id", id)
                .param("dossier", dossier)
                .param("file", file)
                .param("form", full ? "full" : "short")
                .param("country", country)
                .param("on", on)
                .param("content", vault.seal(place(id), MAPPER.writeValueAsString(findings)))
                .param("organisation", held.organisation())
                .update();
        journal.write(
                dossier,
                held.organisation(),
                Line.of("screening", "screening", full ? "full" : "short", id, "")
                        .secretly(true),
                Optional.of(on));
        audit.note("screening.keep", "case", dossier, held.organisation(), Map.of("form", full ? "full" : "short"));
        return id;
    }

    private void check(boolean full, List<Finding> findings) {
        Map<String, Factor> asked = form(full).stream().collect(Collectors.toMap(Factor::code, Function.identity()));
        boolean known = findings.stream().allMatch(f -> {
            Factor factor = asked.get(f.factor());
            return factor != null && factor.answers().contains(f.polarity());
        });
        if (findings.isEmpty() || !known) {
            throw Problem.of(CaseProblem.EMPTY_SCREENING);
        }
    }

    private Screening screening(Row row) throws SQLException {
        long id = row.number("id").longValue();
        String content = row.bytes("content").map(c -> vault.open(place(id), c)).orElse("[]");
        return new Screening(
                id,
                row.number("dossier").longValue(),
                row.number("file").longValue(),
                row.text("form").equals("full"),
                row.text("country"),
                row.day("done_on").orElseThrow(),
                Arrays.asList(MAPPER.readValue(content, Finding[].class)),
                row.text("organisation"),
                row.instant("created_at").orElseThrow(),
                row.number("created_by").longValue());
    }

    private static String place(long id) {
        return "cases.screening " + id;
    }
}
