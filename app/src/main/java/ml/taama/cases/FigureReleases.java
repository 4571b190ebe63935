package ml.taama.cases;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import ml.taama.cases.PublicTable.Subject;
import ml.taama.cases.statistics.CaseStatistics;
import ml.taama.cases.statistics.PublishedAssistance;
import ml.taama.organisations.Organisations;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import ml.taama.platform.vault.Vault;
import ml.taama.tabulation.perturbation.RecordKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Figures of assistance for the public: made as a draft, looked at, released exactly as looked at, withdrawn with a reason. */
@Component
public class FigureReleases implements PublishedAssistance {

    private static final int SECRET = 32;
    private static final String SECRET_PLACE = "cases.release_secret";

    /**
     * A release.
     *
     * @param state draft, released or withdrawn
     * @param countedOn day on which everything noted until then was counted
     * @param firstYear of a service; nothing when there is none
     * @param reason for which it was withdrawn
     */
    public record Release(
            long id,
            String state,
            LocalDate countedOn,
            Optional<Integer> firstYear,
            Optional<Integer> lastYear,
            Instant madeAt,
            long madeBy,
            Optional<Instant> releasedAt,
            Optional<Instant> withdrawnAt,
            String reason) {

        /** Whether everybody may read its figures. */
        public boolean shown() {
            return state.equals("released");
        }
    }

    private final JdbcClient jdbc;
    private final CaseStatistics statistics;
    private final Organisations organisations;
    private final Vault vault;
    private final AuditTrail audit;
    private final Clock clock;

    FigureReleases(
            JdbcClient jdbc,
            CaseStatistics statistics,
            Organisations organisations,
            Vault vault,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.statistics = statistics;
        this.organisations = organisations;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** All that who asks may know of, the latest first. */
    @Transactional(readOnly = true)
    public List<Release> all() {
        return jdbc.sql("select * from cases.release order by id desc")
                .query(Row.mapper(FigureReleases::release))
                .list();
    }

    /** One release. */
    @Transactional(readOnly = true)
    public Optional<Release> find(long id) {
        return jdbc.sql("select * from cases.release where id = ?")
                .param(id)
                .query(Row.mapper(FigureReleases::release))
                .optional();
    }

    /** The latest release that everybody may read. */
    @Transactional(readOnly = true)
    public Optional<Release> current() {
        return all().stream().filter(Release::shown).findFirst();
    }

    /** The figures of a release, table after table; none once it was withdrawn, except for who may release. */
    @Transactional(readOnly = true)
    public List<PublicFigure> figures(long release) {
        return jdbc.sql("select * from cases.release_figure where release = ? order by tab, position, measure")
                .param(release)
                .query(Row.mapper(r -> new PublicFigure(
                        r.text("tab"),
                        r.whole("position"),
                        r.text("measure"),
                        r.list("categories"),
                        r.maybeNumber("value"))))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Published> latest() {
        return current().map(r -> new Published(r.countedOn(), whole(figures(r.id()), "people"), r.firstYear()));
    }

    /** How many people or services there were in all. */
    static Optional<BigDecimal> whole(List<PublicFigure> figures, String measure) {
        return figures.stream()
                .filter(f -> f.table().equals(PublicTable.WHOLE)
                        && f.measure().equals(measure)
                        && f.categories().equals(List.of(PublicTable.TOTAL)))
                .findFirst()
                .flatMap(PublicFigure::value);
    }

    /**
     * Counts and protects what is noted now, to be looked at before anybody else sees it; takes the place of a draft.
     *
     * @return its number
     */
    @Transactional
    public long prepare() {
        Actors.current().require(Permission.RELEASE_CASE_FIGURES);
        jdbc.sql("select pg_advisory_xact_lock(hashtext('cases.release'))")
                .query((row, n) -> 0)
                .list();
        jdbc.sql("delete from cases.release where state = 'draft'").update();
        List<PublicRows> series = new ArrayList<>();
        all().reversed().forEach(r -> series.add(rows(r.id())));
        PublicRows now = PublicRows.now(statistics);
        series.add(now);
        PublicCodes codes = new PublicCodes(series, organisations.all().keySet());
        List<PublicFigure> figures = new PublicProtection(series, codes, keys()).figures();
        NavigableSet<String> years = shownYears(figures);
        long id = jdbc.sql("""
                insert into cases.release (counted_on, first_year, last_year) values (:on, :first::integer, :last::integer) returning id
                """)
                .param("on", LocalDate.now(clock))
                .param("first", years.isEmpty() ? null : years.first())
                .param("last", years.isEmpty() ? null : years.last())
                .query(Long.class)
                .single();
        keep(id, now);
        figures.stream().filter(f -> within(f, years)).forEach(f -> keep(id, f));
        audit.note("figures.prepare", "figure-release", id);
        return id;
    }

    /** Years of which a figure is shown: that of one service alone is told by nothing. */
    private static NavigableSet<String> shownYears(List<PublicFigure> figures) {
        return figures.stream()
                .filter(f -> f.table().equals("year") && f.value().isPresent())
                .map(f -> f.categories().getFirst())
                .filter(year -> !year.equals(PublicTable.TOTAL))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean within(PublicFigure figure, NavigableSet<String> years) {
        String year = figure.categories().getFirst();
        return !figure.table().startsWith("year")
                || year.equals(PublicTable.TOTAL)
                || (!years.isEmpty() && year.compareTo(years.first()) >= 0 && year.compareTo(years.last()) <= 0);
    }

    private void keep(long id, PublicRows rows) {
        for (Subject subject : Subject.values()) {
            jdbc.sql("insert into cases.release_rows (release, name, content) values (?, ?, ?)")
                    .params(id, subject.word(), vault.seal(place(id, subject), rows.file(subject)))
                    .update();
        }
    }

    private void keep(long id, PublicFigure figure) {
        jdbc.sql("""
                insert into cases.release_figure (release, tab, position, measure, categories, value, status)
                values (:release, :tab, :position, :measure, :categories, :value, :status)
                """)
                .param("release", id)
                .param("tab", figure.table())
                .param("position", figure.position())
                .param("measure", figure.measure())
                .param("categories", figure.categories().toArray(String[]::new))
                .param("value", figure.value().orElse(null))
                .param("status", figure.value().isPresent() ? "perturbed" : "suppressed")
                .update();
    }

    private static String place(long id, Subject subject) {
        return "cases.release_rows " + id + " " + subject.word();
    }

    private PublicRows rows(long id) {
        Map<Subject, byte[]> files = new EnumMap<>(Subject.class);
        for (Subject subject : Subject.values()) {
            byte[] sealed = jdbc.sql("select content from cases.release_rows where release = ? and name = ?")
                    .params(id, subject.word())
                    .query(Row.mapper(r -> r.bytes("content").orElseThrow()))
                    .single();
            files.put(subject, vault.bytes(place(id, subject), sealed));
        }
        return new PublicRows(files);
    }

    /** The secret of the series; made with its first release. */
    private RecordKeys keys() {
        Optional<byte[]> kept = jdbc.sql("select content from cases.release_secret")
                .query(Row.mapper(r -> r.bytes("content").orElseThrow()))
                .optional();
        if (kept.isPresent()) {
            return new RecordKeys(vault.bytes(SECRET_PLACE, kept.get()));
        }
        byte[] secret = new byte[SECRET];
        new SecureRandom().nextBytes(secret);
        jdbc.sql("insert into cases.release_secret (content) values (?)")
                .param(vault.seal(SECRET_PLACE, secret))
                .update();
        return new RecordKeys(secret);
    }

    /** Throws a draft away. */
    @Transactional
    public void discard(long id) {
        Actors.current().require(Permission.RELEASE_CASE_FIGURES);
        changed(jdbc.sql("delete from cases.release where id = ? and state = 'draft'")
                .param(id)
                .update());
        audit.note("figures.discard", "figure-release", id);
    }

    /** Shows a draft to everybody, as it is. */
    @Transactional
    public void release(long id) {
        Actors.current().require(Permission.RELEASE_CASE_FIGURES);
        changed(jdbc.sql("""
                update cases.release set state = 'released', released_at = now(), released_by = platform.account()
                where id = ? and state = 'draft'
                """).param(id).update());
        audit.note("figures.release", "figure-release", id);
    }

    /** Takes a release from the public; what was read of it stays known to later ones. */
    @Transactional
    public void withdraw(long id, String reason) {
        Actors.current().require(Permission.RELEASE_CASE_FIGURES);
        if (reason.isBlank()) {
            throw Problem.of(CaseProblem.NO_REASON);
        }
        changed(jdbc.sql("""
                update cases.release set state = 'withdrawn', withdrawn_at = now(), withdrawn_by = platform.account(), reason = ?
                where id = ? and state = 'released'
                """).params(reason.strip(), id).update());
        audit.note("figures.withdraw", "figure-release", id);
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw Problem.of(PlatformProblem.PAGE_NOT_FOUND);
        }
    }

    private static Release release(Row row) throws SQLException {
        return new Release(
                row.number("id").longValue(),
                row.text("state"),
                row.day("counted_on").orElseThrow(),
                row.maybeNumber("first_year").map(Number::intValue),
                row.maybeNumber("last_year").map(Number::intValue),
                row.instant("made_at").orElseThrow(),
                row.number("made_by").longValue(),
                row.instant("released_at"),
                row.instant("withdrawn_at"),
                row.text("reason"));
    }
}
