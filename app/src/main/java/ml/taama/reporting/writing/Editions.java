package ml.taama.reporting.writing;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import ml.taama.observatory.Observations;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import ml.taama.reference.Packs;
import ml.taama.reporting.Composition;
import ml.taama.reporting.Layout;
import ml.taama.reporting.NationalReports;
import ml.taama.reporting.ReportData;
import ml.taama.reporting.Review;
import ml.taama.reporting.Review.Section;
import ml.taama.reporting.Reviews;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Locks a report: its words and its files as they are now, for ever. */
@Component
public class Editions {

    private final JdbcClient jdbc;
    private final Reviews reviews;
    private final NationalReports reports;
    private final EditionFiles files;
    private final Packs packs;
    private final Observations observations;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Editions(
            JdbcClient jdbc,
            Reviews reviews,
            NationalReports reports,
            EditionFiles files,
            Packs packs,
            Observations observations,
            TransactionTemplate transaction,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.reviews = reviews;
        this.reports = reports;
        this.files = files;
        this.packs = packs;
        this.observations = observations;
        this.transaction = transaction;
        this.audit = audit;
        this.events = events;
    }

    /** Editions of a review, the latest first; for the public, those that are published. */
    @Transactional(readOnly = true)
    public List<Edition> of(String cycle) {
        return jdbc.sql("select * from reporting.edition where cycle = ? order by number desc")
                .param(cycle)
                .query(Row.mapper(this::edition))
                .list();
    }

    /** How many editions are published, of all reviews. */
    @Transactional(readOnly = true)
    public int published() {
        return jdbc.sql("select count(*) from reporting.edition where published_at is not null")
                .query(Integer.class)
                .single();
    }

    /** One edition. */
    @Transactional(readOnly = true)
    public Edition find(String cycle, int number) {
        return of(cycle).stream()
                .filter(e -> e.number() == number)
                .findFirst()
                .orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
    }

    /**
     * Locks the report of a review in every language: what is composed now, from one reading of the data, is kept.
     *
     * @return number of the edition
     */
    public int lock(String cycle, String note) {
        Actors.current().require(Permission.MANAGE_REPORTS);
        Review review = reviews.find(cycle).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        ReportData data = reports.publishable(review);
        Map<Locale, Composition> compositions = new LinkedHashMap<>();
        packs.languages().forEach(l -> compositions.put(l, reports.compose(data, l, Layout.BY_GOAL)));
        List<EditionFiles.Made> made = new ArrayList<>();
        compositions.forEach((language, composition) -> made.addAll(files.make(data, composition, language)));
        return Objects.requireNonNull(transaction.execute(status -> keep(review, note, compositions, made)));
    }

    private int keep(Review review, String note, Map<Locale, Composition> compositions, List<EditionFiles.Made> made) {
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from reporting.edition where cycle = ?")
                .param(review.code())
                .query(Integer.class)
                .single();
        long id = jdbc.sql("""
                insert into reporting.edition (cycle, number, hash, note, quoted) values (?, ?, ?, ?, ?) returning id
                """)
                .params(
                        review.code(),
                        number,
                        hash(compositions, made),
                        note.strip(),
                        review.quotations().toArray(String[]::new))
                .query(Long.class)
                .single();
        made.forEach(file -> keep(id, file));
        compositions.forEach((language, composition) -> keep(id, review, language, composition));
        audit.note("report.lock", "edition", review.code() + "/" + number);
        return number;
    }

    /** Over the fingerprints of words, figures and sources, and over every file that the templates made of them. */
    private static String hash(Map<Locale, Composition> compositions, List<EditionFiles.Made> made) {
        StringBuilder all = new StringBuilder();
        compositions.forEach((language, composition) ->
                all.append(language).append(' ').append(composition.hash()).append('\n'));
        made.forEach(file -> all.append(file.language())
                .append(' ')
                .append(file.name())
                .append(' ')
                .append(Hashes.of(file.content()))
                .append('\n'));
        return Hashes.of(all.toString());
    }

    private void keep(long edition, EditionFiles.Made file) {
        jdbc.sql("""
                insert into reporting.edition_file (edition, language, name, media_type, sha256, content)
                values (?, ?, ?, ?, ?, ?)
                """)
                .params(
                        edition,
                        file.language().getLanguage(),
                        file.name(),
                        file.mediaType(),
                        Hashes.of(file.content()),
                        file.content())
                .update();
    }

    private void keep(long edition, Review review, Locale language, Composition composition) {
        int position = 0;
        for (Map.Entry<String, String> words : composition.words().entrySet()) {
            String title = review.section(words.getKey())
                    .map(Section::title)
                    .map(t -> t.text(language))
                    .orElse(words.getKey());
            jdbc.sql("""
                    insert into reporting.edition_section (edition, language, section, position, title, text)
                    values (?, ?, ?, ?, ?, ?)
                    """)
                    .params(edition, language.getLanguage(), words.getKey(), position++, title, words.getValue())
                    .update();
        }
    }

    /**
     * A file, byte for byte as it was locked.
     *
     * @throws Problem when there is none
     */
    @Transactional(readOnly = true)
    public byte[] content(Edition edition, String language, String name) {
        return jdbc.sql("select content from reporting.edition_file where edition = ? and language = ? and name = ?")
                .params(edition.id(), language, name)
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
    }

    /** Publishes an edition under a licence, and the figures that it quotes; it cannot be undone, only followed by another. */
    @Transactional
    public void publish(String cycle, int number, String licence) {
        Actors.current().require(Permission.MANAGE_REPORTS);
        Edition edition = find(cycle, number);
        if (edition.publishedAt().isPresent()) {
            throw Problem.of(PlatformProblem.CHANGED_MEANWHILE);
        }
        jdbc.sql("""
                update reporting.edition set published_at = now(), published_by = platform.account(), licence = ?
                where id = ?
                """).params(licence, edition.id()).update();
        observations.publish(quoted(edition));
        events.publishEvent(new EditionPublished(cycle, number));
        audit.note("report.publish", "edition", cycle + "/" + number, "", Map.of("licence", licence));
    }

    private List<String> quoted(Edition edition) {
        return jdbc.sql("select unnest(quoted) from reporting.edition where id = ?")
                .param(edition.id())
                .query(Row.mapper(row -> row.text("unnest")))
                .list();
    }

    /** What each section says in an edition, in order: title and words by code. */
    @Transactional(readOnly = true)
    public Map<String, Words> words(Edition edition, String language) {
        Map<String, Words> words = new LinkedHashMap<>();
        jdbc.sql("""
                select section, title, text from reporting.edition_section
                where edition = ? and language = ? order by position
                """).params(edition.id(), language).query(row -> {
            words.put(row.getString("section"), new Words(row.getString("title"), row.getString("text")));
        });
        return words;
    }

    /** What a section of an edition says. */
    public record Words(String title, String text) {}

    private Edition edition(Row row) throws SQLException {
        long id = row.number("id").longValue();
        return new Edition(
                id,
                row.text("cycle"),
                row.whole("number"),
                row.text("hash"),
                row.text("note"),
                row.instant("locked_at").orElseThrow(),
                row.number("locked_by").longValue(),
                row.instant("published_at"),
                row.maybe("licence"),
                files(id));
    }

    private List<Edition.File> files(long edition) {
        return jdbc.sql("""
                select language, name, media_type, sha256, length(content) as size
                from reporting.edition_file where edition = ? order by language, name
                """)
                .param(edition)
                .query(Row.mapper(row -> new Edition.File(
                        row.text("language"),
                        row.text("name"),
                        row.text("media_type"),
                        row.text("sha256"),
                        row.whole("size"))))
                .list();
    }
}
