package ml.taama.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import ml.taama.collection.sheets.SheetFault;
import ml.taama.collection.sheets.SheetRow;
import ml.taama.collection.sheets.Sheets;
import ml.taama.people.ImportRows.Read;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import ml.taama.platform.text.Plain;
import ml.taama.platform.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Spreadsheets of people: looked at with every fault, then kept whole, in their good rows, or not at all; undone as a whole. */
@Component
public class PeopleImports {

    /** The largest file that is taken, in megabytes. */
    public static final int MEGABYTES = 20;

    private static final int MOST_FAULTS = 200;
    private static final int SAMPLE = 3;
    private static final int CHUNK = 2_000;
    private static final String IMPORTS =
            "select id, organisation, name, mapping, state, kept, left_out, created_at, created_by from people.import";

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
    private final Vault vault;
    private final BulkRegistration bulk;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Map<Long, Progress> running = new ConcurrentHashMap<>();

    PeopleImports(
            JdbcClient jdbc,
            Vault vault,
            BulkRegistration bulk,
            AuditTrail audit,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.bulk = bulk;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
    }

    /** All imports of one's services, the latest first. */
    @Transactional(readOnly = true)
    public List<Import> all() {
        return jdbc.sql(IMPORTS + " order by created_at desc, id desc")
                .query(Row.mapper(PeopleImports::row))
                .list();
    }

    /** One import. */
    @Transactional(readOnly = true)
    public Import must(long id) {
        return jdbc.sql(IMPORTS + " where id = ?")
                .param(id)
                .query(Row.mapper(PeopleImports::row))
                .optional()
                .orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
    }

    private static Import row(Row row) throws java.sql.SQLException {
        return new Import(
                row.number("id").longValue(),
                row.text("organisation"),
                row.text("name"),
                row.list("mapping").stream()
                        .map(w -> ImportColumn.of(w).orElse(ImportColumn.NONE))
                        .toList(),
                row.text("state"),
                row.whole("kept"),
                row.whole("left_out"),
                row.instant("created_at").orElseThrow(),
                row.number("created_by").longValue());
    }

    /**
     * Takes a file to look at; nothing of it is kept yet.
     *
     * @throws Problem when it is too large, no spreadsheet, or empty
     */
    @Transactional
    public long upload(String organisation, String name, byte[] content) {
        Actors.current().require(Permission.REGISTER_PEOPLE, organisation);
        if (content.length > MEGABYTES << 20) {
            throw Problem.of(PeopleProblem.FILE_TOO_LARGE, MEGABYTES);
        }
        SheetRow header = header(rows(content));
        String[] mapping = lastTime(organisation, header)
                .orElseGet(() -> ImportColumn.guess(header.cells()).stream()
                        .map(ImportColumn::word)
                        .toArray(String[]::new));
        long id = jdbc.sql("insert into people.import (organisation, name, mapping) values (?, ?, ?) returning id")
                .params(organisation, name.substring(0, Math.min(100, name.length())), mapping)
                .query(Long.class)
                .single();
        jdbc.sql("update people.import set content = ? where id = ?")
                .params(vault.seal(place(id), content), id)
                .update();
        audit.note("people.upload", "people-import", id, organisation, Map.of("bytes", content.length));
        return id;
    }

    private static String place(long id) {
        return "people.import " + id;
    }

    private static List<SheetRow> rows(byte[] content) {
        try {
            return Sheets.read(content);
        } catch (SheetFault fault) {
            throw Problem.of(
                            switch (fault.reason()) {
                                case UNREADABLE -> PeopleProblem.BAD_SPREADSHEET;
                                case OLD_FORMAT -> PeopleProblem.OLD_SPREADSHEET;
                                case TOO_MANY_ROWS -> PeopleProblem.TOO_MANY_ROWS;
                            },
                            Sheets.MOST_ROWS)
                    .causedBy(fault);
        }
    }

    private static SheetRow header(List<SheetRow> rows) {
        return rows.stream()
                .filter(r -> r.filled() >= 2)
                .findFirst()
                .orElseThrow(() -> Problem.of(PeopleProblem.BAD_SPREADSHEET));
    }

    private Optional<String[]> lastTime(String organisation, SheetRow header) {
        return jdbc.sql("select mapping from people.import_mapping where organisation = ? and header = ?")
                .params(organisation, said(header))
                .query(Row.mapper(r -> r.list("mapping").toArray(String[]::new)))
                .optional();
    }

    private static String said(SheetRow header) {
        return String.join("|", header.cells().stream().map(Plain::text).toList());
    }

    private byte[] content(long id) {
        byte[] sealed = jdbc.sql("select content from people.import where id = ? and state = 'waiting'")
                .param(id)
                .query(Row.mapper(r -> r.bytes("content").orElseThrow()))
                .optional()
                .orElseThrow(() -> Problem.of(PeopleProblem.IMPORT_DECIDED));
        return vault.bytes(place(id), sealed);
    }

    /** Chooses what the columns mean, for this file and for the next one with the same header. */
    @Transactional
    public void map(long id, List<ImportColumn> mapping) {
        Import file = must(id);
        String[] words = mapping.stream().map(ImportColumn::word).toArray(String[]::new);
        jdbc.sql("update people.import set mapping = ? where id = ? and state = 'waiting'")
                .params(words, id)
                .update();
        jdbc.sql("""
                insert into people.import_mapping (organisation, header, mapping) values (?, ?, ?)
                on conflict (organisation, header) do update set mapping = excluded.mapping, at = now()
                """)
                .params(file.organisation(), said(header(rows(content(id)))), words)
                .update();
    }

    /** Everything that would be kept, and everything that is wrong. */
    @Transactional(readOnly = true)
    public Preview preview(long id, Shown shown) {
        Import file = must(id);
        List<SheetRow> rows = rows(content(id));
        SheetRow header = header(rows);
        List<SheetRow> body = body(rows, header);
        ImportRows reader = new ImportRows(shown, file.mapping());
        List<Wrong> faults = new ArrayList<>();
        int good = 0;
        int all = 0;
        for (SheetRow row : body) {
            Read read = reader.read(row);
            good += read.faults().isEmpty() ? 1 : 0;
            all += read.faults().size();
            faults.addAll(faults.size() < MOST_FAULTS ? read.faults() : List.of());
        }
        return new Preview(file, header, body.stream().limit(SAMPLE).toList(), body.size(), good, faults, all);
    }

    private static List<SheetRow> body(List<SheetRow> rows, SheetRow header) {
        return rows.stream()
                .filter(r -> r.sheet().equals(header.sheet()) && r.number() > header.number())
                .toList();
    }

    /**
     * Begins to keep a file, beside who asked: all in one transaction.
     *
     * @param goodOnly leave out rows with a fault, rather than refuse the file for them
     * @throws Problem when rows have faults and all were wanted, or nothing is left
     */
    public void keep(long id, boolean goodOnly, Shown shown) {
        Actor actor = Actors.current();
        List<PersonData> people = new ArrayList<>();
        Preview preview = transaction.execute(status -> {
            Preview looked = preview(id, shown);
            ImportRows reader = new ImportRows(shown, looked.file().mapping());
            body(rows(content(id)), looked.header()).stream()
                    .map(reader::read)
                    .filter(r -> r.faults().isEmpty())
                    .forEach(r -> people.add(r.data()));
            return looked;
        });
        if (preview == null || people.isEmpty() || (preview.wrong() > 0 && !goodOnly)) {
            throw Problem.of(PeopleProblem.FAULTS, preview == null ? 0 : preview.wrong());
        }
        if (running.putIfAbsent(id, new Progress(0, people.size())) == null) {
            Thread.ofVirtual().start(() -> Actors.run(actor, () -> run(preview.file(), people, preview.wrong())));
        }
    }

    private void run(Import file, List<PersonData> people, int leftOut) {
        try {
            transaction.executeWithoutResult(status -> {
                List<Long> files = new ArrayList<>();
                for (int at = 0; at < people.size(); at += CHUNK) {
                    List<PersonData> chunk = people.subList(at, Math.min(people.size(), at + CHUNK));
                    files.addAll(bulk.register(chunk, file.organisation(), "import", file.id()));
                    running.put(file.id(), new Progress(files.size(), people.size()));
                }
                jdbc.sql("""
                        update people.import set state = 'kept', content = null, kept = ?, left_out = ?, finished_at = now()
                        where id = ? and state = 'waiting'
                        """).params(files.size(), leftOut, file.id()).update();
                audit.note(
                        "people.import",
                        "people-import",
                        file.id(),
                        file.organisation(),
                        Map.of("kept", files.size(), "leftOut", leftOut));
                events.publishEvent(new PeopleRegistered(files));
            });
        } finally {
            running.remove(file.id());
        }
    }

    /** How far an import is that runs now. */
    public Optional<Progress> progress(long id) {
        return Optional.ofNullable(running.get(id));
    }

    /** Leaves a file: nothing of it is kept. */
    @Transactional
    public void leave(long id) {
        Import file = must(id);
        jdbc.sql(
                        "update people.import set state = 'left', content = null, finished_at = now() where id = ? and state = 'waiting'")
                .param(id)
                .update();
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
        List<Long> files = jdbc.sql("select id from people.file where import = ?")
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
        audit.note("people.import.undo", "people-import", id, file.organisation(), Map.of("files", files.size()));
        events.publishEvent(new PeopleRemoved(files));
    }
}
