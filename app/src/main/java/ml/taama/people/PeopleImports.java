package ml.taama.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.collection.sheets.SheetRow;
import ml.taama.people.ImportFiles.Looked;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import ml.taama.platform.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Spreadsheets of people: looked at with every fault, then kept whole, in their good rows, or not at all; undone as a whole. */
@Component
public class PeopleImports {

    private static final int CHUNK = 2_000;

    /**
     * An import.
     *
     * @param state {@code waiting}, {@code running}, {@code kept}, {@code left}, {@code undone}
     */
    public record Import(
            long id,
            String organisation,
            String name,
            List<ImportColumn> mapping,
            String state,
            int kept,
            int leftOut,
            Instant createdAt,
            long createdBy) {}

    /**
     * What is wrong with a cell.
     *
     * @param where as a spreadsheet says it
     * @param key of the sentence that says what is wrong and what to do
     */
    public record Wrong(String where, String typed, String key) {}

    /**
     * What would be kept.
     *
     * @param faults the first of them
     * @param all number of faults
     */
    public record Preview(
            Import file, SheetRow header, List<SheetRow> sample, int rows, int good, List<Wrong> faults, int all) {

        /** Rows that have something wrong. */
        public int wrong() {
            return rows - good;
        }
    }

    /** How far a running import is. */
    public record Progress(int done, int total) {}

    private final JdbcClient jdbc;
    private final BulkRegistration bulk;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final ImportFiles files;

    PeopleImports(
            JdbcClient jdbc,
            Vault vault,
            BulkRegistration bulk,
            AuditTrail audit,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        files = new ImportFiles(jdbc, vault, "people");
    }

    /** All imports of one's services, the latest first. */
    @Transactional(readOnly = true)
    public List<Import> all() {
        return files.all().stream().map(PeopleImports::of).toList();
    }

    /** One import. */
    @Transactional(readOnly = true)
    public Import must(long id) {
        return of(files.must(id));
    }

    private static Import of(ImportFiles.File file) {
        return new Import(
                file.id(),
                file.organisation(),
                file.name(),
                file.mapping().stream()
                        .map(w -> ImportColumn.of(w).orElse(ImportColumn.NONE))
                        .toList(),
                file.state(),
                file.kept(),
                file.leftOut(),
                file.createdAt(),
                file.createdBy());
    }

    /**
     * Takes a file to look at; nothing of it is kept yet.
     *
     * @throws Problem when it is too large, no spreadsheet, or empty
     */
    @Transactional
    public long upload(String organisation, String name, byte[] content) {
        Actors.current().require(Permission.REGISTER_PEOPLE, organisation);
        long id = files.take(organisation, name, content, header -> words(ImportColumn.guess(header)));
        audit.note("people.upload", "people-import", id, organisation, Map.of("bytes", content.length));
        return id;
    }

    private static List<String> words(List<ImportColumn> mapping) {
        return mapping.stream().map(ImportColumn::word).toList();
    }

    /** Chooses what the columns mean, for this file and for the next one with the same header. */
    @Transactional
    public void map(long id, List<ImportColumn> mapping) {
        files.map(id, words(mapping));
    }

    /** Everything that would be kept, and everything that is wrong. */
    @Transactional(readOnly = true)
    public Preview preview(long id, Shown shown) {
        return preview(must(id), files.read(id), shown);
    }

    private static Preview preview(Import file, Spreadsheet sheet, Shown shown) {
        ImportRows reader = new ImportRows(shown, file.mapping());
        Looked looked = Looked.at(sheet.body(), row -> reader.read(row).faults());
        return new Preview(
                file, sheet.header(), sheet.sample(), looked.rows(), looked.good(), looked.faults(), looked.all());
    }

    /**
     * Begins to keep a file, beside who asked: all in one transaction.
     *
     * @param goodOnly leave out rows with a fault, rather than refuse the file for them
     * @throws Problem when rows have faults and all were wanted, or nothing is left
     */
    public void keep(long id, boolean goodOnly, Shown shown) {
        List<PersonData> people = new ArrayList<>();
        Preview preview = transaction.execute(status -> {
            Spreadsheet sheet = files.read(id);
            Preview looked = preview(must(id), sheet, shown);
            ImportRows reader = new ImportRows(shown, looked.file().mapping());
            sheet.body().stream()
                    .map(reader::read)
                    .filter(r -> r.faults().isEmpty())
                    .forEach(r -> people.add(r.data()));
            return looked;
        });
        if (preview == null || people.isEmpty() || (preview.wrong() > 0 && !goodOnly)) {
            throw Problem.of(PeopleProblem.FAULTS, preview == null ? 0 : preview.wrong());
        }
        Import file = preview.file();
        files.start(id, people.size(), () -> run(file, people, preview.wrong()));
    }

    private void run(Import file, List<PersonData> people, int leftOut) {
        transaction.executeWithoutResult(status -> {
            files.kept(file.id(), people.size(), leftOut);
            List<Long> registered = new ArrayList<>();
            for (int at = 0; at < people.size(); at += CHUNK) {
                List<PersonData> chunk = people.subList(at, Math.min(people.size(), at + CHUNK));
                registered.addAll(bulk.register(chunk, file.organisation(), "import", file.id()));
                files.at(file.id(), registered.size(), people.size());
            }
            audit.note(
                    "people.import",
                    "people-import",
                    file.id(),
                    file.organisation(),
                    Map.of("kept", registered.size(), "leftOut", leftOut));
            events.publishEvent(new PeopleRegistered(registered));
        });
    }

    /** Why nothing of an import was kept, the last time that somebody wanted it. */
    public Optional<Problem> failed(long id) {
        return files.failed(id);
    }

    /** How far an import is that runs now. */
    public Optional<Progress> progress(long id) {
        return files.progress(id);
    }

    /** Leaves a file: nothing of it is kept. */
    @Transactional
    public void leave(long id) {
        Import file = must(id);
        files.leave(id);
        audit.note("people.import.leave", "people-import", id, file.organisation(), Map.of());
    }

    /**
     * Takes back every file of an import.
     *
     * @throws Problem when some are used since: nothing is taken back then
     */
    @Transactional
    public void undo(long id) {
        Import file = must(id);
        List<Long> taken = jdbc.sql("select id from people.file where import = ?")
                .param(id)
                .query(Row.mapper(r -> r.number("id").longValue()))
                .list();
        int used = jdbc.sql("select people.undo_import(?)")
                .param(id)
                .query(Integer.class)
                .single();
        if (used > 0) {
            throw Problem.of(PeopleProblem.IMPORT_USED, used);
        }
        audit.note("people.import.undo", "people-import", id, file.organisation(), Map.of("files", taken.size()));
        events.publishEvent(new PeopleRemoved(taken));
    }
}
