package ml.taama.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.collection.sheets.SheetRow;
import ml.taama.people.FileAccess;
import ml.taama.people.ImportFiles;
import ml.taama.people.ImportFiles.File;
import ml.taama.people.ImportFiles.Looked;
import ml.taama.people.People;
import ml.taama.people.PeopleImports.Progress;
import ml.taama.people.PublicNumber;
import ml.taama.people.Spreadsheet;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import ml.taama.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Spreadsheets of services that were given: looked at with every fault, then kept whole, in their good rows, or not at all;
 * undone as a whole. A service goes into the open case of the person in the own organisation; where there is none, one is opened.
 */
@Component
public class ServiceImports {

    private static final int CHUNK = 2_000;

    /**
     * What would be kept.
     *
     * @param opened how many cases would be opened
     */
    public record Preview(File file, Spreadsheet sheet, Looked looked, int opened) {}

    private final JdbcClient jdbc;
    private final People people;
    private final BulkCases cases;
    private final BulkServices bulk;
    private final ServiceWords words;
    private final FileAccess access;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ImportFiles files;

    ServiceImports(
            JdbcClient jdbc,
            Vault vault,
            People people,
            BulkCases cases,
            BulkServices bulk,
            ServiceWords words,
            FileAccess access,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.cases = cases;
        this.bulk = bulk;
        this.words = words;
        this.access = access;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        files = new ImportFiles(jdbc, vault, "cases");
    }

    /** All imports of one's organisations, the latest first. */
    @Transactional(readOnly = true)
    public List<File> all() {
        return files.all();
    }

    /** One import. */
    @Transactional(readOnly = true)
    public File must(long id) {
        return files.must(id);
    }

    /**
     * Takes a file to look at; nothing of it is kept yet.
     *
     * @throws Problem when it is too large, no spreadsheet, or empty
     */
    @Transactional
    public long upload(String organisation, String name, byte[] content) {
        Actors.current().require(Permission.MANAGE_CASES, organisation);
        long id = files.take(
                organisation,
                name,
                content,
                header -> header.stream().map(ServiceColumn::guess).toList());
        audit.note("services.upload", "service-import", id, organisation, Map.of("bytes", content.length));
        return id;
    }

    /** Chooses what the columns mean, for this file and for the next one with the same header. */
    @Transactional
    public void map(long id, List<String> mapping) {
        files.map(id, mapping.stream().map(w -> ServiceColumn.of(w).word()).toList());
    }

    private record Read(File file, Spreadsheet sheet, List<ServiceRow> rows) {

        Looked looked() {
            java.util.Iterator<ServiceRow> each = rows.iterator();
            return Looked.at(sheet.body(), row -> each.next().faults());
        }

        List<ServiceRow> good() {
            return rows.stream().filter(r -> r.faults().isEmpty()).toList();
        }
    }

    private Read read(long id) {
        File file = files.must(id);
        Spreadsheet sheet = files.read(id);
        List<String> persons = new ArrayList<>();
        List<String> cases = new ArrayList<>();
        for (SheetRow row : sheet.body()) {
            PublicNumber.read(ServiceRows.cell(file.mapping(), row, ServiceColumn.NUMBER))
                    .ifPresent(persons::add);
            CaseNumber.read(ServiceRows.cell(file.mapping(), row, ServiceColumn.CASE))
                    .ifPresent(cases::add);
        }
        ServiceRows reader = new ServiceRows(
                file.mapping(),
                ServiceTargets.of(jdbc, people, file.organisation(), persons, cases),
                words,
                file.organisation(),
                LocalDate.now(clock));
        return new Read(file, sheet, sheet.body().stream().map(reader::read).toList());
    }

    /** Everything that would be kept, and everything that is wrong. */
    @Transactional(readOnly = true)
    public Preview preview(long id) {
        Read read = read(id);
        long opened = read.good().stream()
                .filter(r -> r.dossier().isEmpty())
                .map(ServiceRow::file)
                .distinct()
                .count();
        return new Preview(read.file(), read.sheet(), read.looked(), (int) opened);
    }

    /**
     * Begins to keep a file, beside who asked: all in one transaction.
     *
     * @param goodOnly leave out rows with a fault, rather than refuse the file for them
     * @throws Problem when rows have faults and all were wanted, or nothing is left
     */
    public void keep(long id, boolean goodOnly) {
        Read read = java.util.Objects.requireNonNull(transaction.execute(status -> {
            Read all = read(id);
            Actors.current().require(Permission.MANAGE_CASES, all.file().organisation());
            return all;
        }));
        List<ServiceRow> good = read.good();
        int wrong = read.rows().size() - good.size();
        if (good.isEmpty() || (wrong > 0 && !goodOnly)) {
            throw Problem.of(CaseProblem.FAULTS, wrong);
        }
        files.start(id, good.size(), () -> run(read.file(), good, wrong));
    }

    private void run(File file, List<ServiceRow> rows, int leftOut) {
        transaction.executeWithoutResult(status -> {
            files.kept(file.id(), rows.size(), leftOut);
            // The database does not know yet how much this transaction has written, and would read all of it for each
            // row.
            jdbc.sql("set local enable_seqscan = off").update();
            Map<Long, Long> opened = cases.open(rows, file.organisation(), file.id());
            for (int at = 0; at < rows.size(); at += CHUNK) {
                int end = Math.min(rows.size(), at + CHUNK);
                bulk.give(rows.subList(at, end), opened, file.organisation(), file.id());
                files.at(file.id(), end, rows.size());
            }
            audit.note(
                    "services.import",
                    "service-import",
                    file.id(),
                    file.organisation(),
                    Map.of("kept", rows.size(), "leftOut", leftOut, "opened", opened.size()));
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
        File file = files.must(id);
        files.leave(id);
        audit.note("services.import.leave", "service-import", id, file.organisation(), Map.of());
    }

    /**
     * Takes back every service of an import, and the cases that it opened.
     *
     * @throws Problem when some were touched since: nothing is taken back then
     */
    @Transactional
    public void undo(long id) {
        File file = files.must(id);
        Actors.current().require(Permission.MANAGE_CASES, file.organisation());
        List<Long> opened = jdbc.sql("select id from cases.dossier where import = ?")
                .param(id)
                .query(Row.mapper(r -> r.number("id").longValue()))
                .list();
        int used = jdbc.sql("select cases.undo_import(?)")
                .param(id)
                .query(Integer.class)
                .single();
        if (used > 0) {
            throw Problem.of(CaseProblem.IMPORT_USED, used);
        }
        opened.forEach(dossier -> access.end(file.organisation(), "case", dossier));
        audit.note("services.import.undo", "service-import", id, file.organisation(), Map.of("services", file.kept()));
    }
}
