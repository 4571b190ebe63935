package ml.taama.collection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ml.taama.collection.forms.Absence;
import ml.taama.collection.forms.Checks;
import ml.taama.collection.forms.Entry;
import ml.taama.collection.forms.Fault;
import ml.taama.collection.forms.Form;
import ml.taama.collection.forms.Rule;
import ml.taama.collection.sheets.Column;
import ml.taama.collection.sheets.Mapping;
import ml.taama.collection.sheets.SheetEntries;
import ml.taama.collection.sheets.SheetFault;
import ml.taama.collection.sheets.SheetRow;
import ml.taama.collection.sheets.Sheets;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import ml.taama.platform.text.Messages;
import ml.taama.reference.Places;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Spreadsheets that services send: looked at first with every fault, then kept whole, in their good rows, or not at all. */
@Component
public class Imports {

    /** The largest file that is taken, in megabytes. */
    public static final int MEGABYTES = 10;

    private static final int BYTES = MEGABYTES << 20;

    /** A file that waits for a decision. */
    public record Upload(long id, long document, String name) {}

    /**
     * What would be kept of a file.
     *
     * @param header names of its columns
     * @param entries everything that was understood
     * @param faults of these
     * @param good entries without an error
     */
    public record Preview(
            Upload upload,
            Return document,
            Call call,
            Form form,
            SheetRow header,
            List<SheetRow> sample,
            Mapping mapping,
            List<Entry> entries,
            List<Fault> faults,
            List<Entry> good) {

        /** Errors; warnings can be explained later. */
        public List<Fault> errors() {
            return faults.stream().filter(f -> !f.rule().warning()).toList();
        }

        /** Oddities to be explained before sending. */
        public List<Fault> warnings() {
            return faults.stream().filter(f -> f.rule().warning()).toList();
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    private record Kept(Upload upload, byte[] content, Optional<Mapping> mapping, boolean finished) {}

    private final JdbcClient jdbc;
    private final ReturnStore store;
    private final Returns returns;
    private final Values values;
    private final Calls calls;
    private final Forms forms;
    private final Places places;
    private final Messages messages;
    private final AuditTrail audit;

    Imports(
            JdbcClient jdbc,
            ReturnStore store,
            Returns returns,
            Values values,
            Calls calls,
            Forms forms,
            Places places,
            Messages messages,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.store = store;
        this.returns = returns;
        this.values = values;
        this.calls = calls;
        this.forms = forms;
        this.places = places;
        this.messages = messages;
        this.audit = audit;
    }

    /**
     * Takes a file to look at; nothing of it is kept yet.
     *
     * @throws Problem when it is too large, or no spreadsheet
     */
    @Transactional
    public long upload(long id, String name, byte[] content) {
        Return document = returns.writable(id);
        if (content.length > BYTES) {
            throw Problem.of(CollectionProblem.FILE_TOO_LARGE, MEGABYTES);
        }
        if (SheetEntries.header(rows(content)).isEmpty()) {
            throw Problem.of(CollectionProblem.EMPTY_SPREADSHEET);
        }
        jdbc.sql("delete from collection.upload where return = ? and finished_at is null")
                .param(id)
                .update();
        long upload = jdbc.sql("insert into collection.upload (return, name, content) values (?, ?, ?) returning id")
                .params(id, FileNames.safe(name), content)
                .query(Long.class)
                .single();
        audit.note("return.upload", "return", id, document.organisation(), Map.of("bytes", content.length));
        return upload;
    }

    private static List<SheetRow> rows(byte[] content) {
        try {
            return Sheets.read(content);
        } catch (SheetFault fault) {
            CollectionProblem problem = switch (fault.reason()) {
                case UNREADABLE -> CollectionProblem.BAD_SPREADSHEET;
                case OLD_FORMAT -> CollectionProblem.OLD_SPREADSHEET;
                case TOO_MANY_ROWS -> CollectionProblem.TOO_MANY_ROWS;
            };
            throw Problem.of(problem, Sheets.MOST_ROWS).causedBy(fault);
        }
    }

    /** What would be kept of a file, with the mapping that was chosen, kept from last time, or guessed. */
    @Transactional(readOnly = true)
    public Preview preview(long upload) {
        return preview(must(upload));
    }

    private Preview preview(Kept kept) {
        Return document = store.must(kept.upload().document());
        Actors.current().require(Permission.FILL_RETURNS, document.organisation());
        Call call = calls.must(document.call());
        Form form = forms.of(call, document.organisation());
        List<SheetRow> rows = rows(kept.content());
        SheetRow header = SheetEntries.header(rows).orElseThrow();
        Mapping guessed = Mapping.guess(header, form);
        Mapping mapping = guessed.has(Column.Kind.ID)
                ? guessed
                : kept.mapping()
                        .or(() -> lastTime(document.organisation(), header))
                        .orElse(guessed);
        Map<String, String> known = knownPlaces();
        List<Entry> entries = mapping.complete()
                ? new SheetEntries(form, mapping, absences(), p -> known.getOrDefault(Form.plain(p), p))
                        .read(rows, header)
                : List.of();
        List<Fault> faults = new ArrayList<>(new Checks(form).all(entries));
        entries.stream()
                .filter(e -> !e.place().isEmpty() && !known.containsKey(Form.plain(e.place())))
                .forEach(e -> faults.add(Fault.of(Rule.PLACE, e, e.place())));
        Set<Entry> wrong = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        faults.stream().filter(f -> !f.rule().warning()).forEach(f -> wrong.add(f.entry()));
        List<Entry> good = entries.stream().filter(e -> !wrong.contains(e)).toList();
        List<SheetRow> sample = rows.stream()
                .filter(r -> r.sheet().equals(header.sheet()) && r.number() > header.number())
                .limit(3)
                .toList();
        return new Preview(kept.upload(), document, call, form, header, sample, mapping, entries, faults, good);
    }

    private Map<String, String> knownPlaces() {
        Map<String, String> known = new HashMap<>();
        places.all().values().forEach(p -> {
            p.name().texts().values().forEach(name -> known.putIfAbsent(Form.plain(name), p.code()));
            known.put(Form.plain(p.code()), p.code());
        });
        return known;
    }

    /** Reasons by their words in every language that the product ships. */
    private Map<String, String> absences() {
        Map<String, String> absences = new HashMap<>();
        for (String word : Absence.words()) {
            absences.put(Form.plain(word), word);
            for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                absences.put(Form.plain(messages.text(language, "absence." + word)), word);
            }
        }
        return absences;
    }

    private Optional<Mapping> lastTime(String organisation, SheetRow header) {
        return jdbc.sql("select targets from collection.mapping where organisation = ? and header = ?")
                .params(organisation, name(header))
                .query(String.class)
                .optional()
                .map(Imports::mapping);
    }

    private static String name(SheetRow header) {
        return String.join("|", header.cells().stream().map(Form::plain).toList());
    }

    /** Chooses what the columns mean, for this file and for the next one with the same header. */
    @Transactional
    public void map(long upload, Mapping mapping) {
        Kept kept = must(upload);
        Return document = returns.writable(kept.upload().document());
        SheetRow header = SheetEntries.header(rows(kept.content())).orElseThrow();
        String json = json(mapping);
        jdbc.sql("update collection.upload set mapping = ?::jsonb where id = ?")
                .params(json, upload)
                .update();
        jdbc.sql("""
                insert into collection.mapping (organisation, header, targets) values (?, ?, ?::jsonb)
                on conflict (organisation, header) do update set targets = excluded.targets, at = now()
                """).params(document.organisation(), name(header), json).update();
    }

    private static String json(Mapping mapping) {
        return Stored.MAPPER.writeValueAsString(Map.of(
                "columns", mapping.columns().stream().map(Column::toString).toList(), "question", mapping.question()));
    }

    private static Mapping mapping(String json) {
        List<Column> columns = new ArrayList<>();
        Stored.MAPPER
                .readTree(json)
                .path("columns")
                .forEach(c -> columns.add(Column.tryParse(c.asString()).orElse(Column.NONE)));
        return new Mapping(
                columns, Stored.MAPPER.readTree(json).path("question").asString(""));
    }

    /**
     * Keeps what is in a file: all of it in one transaction, or nothing.
     *
     * @param goodOnly leave out what has an error, rather than refuse the file for it
     * @return how many answers were kept
     * @throws Problem when something is wrong with it and all was wanted
     */
    @Transactional
    public int keep(long upload, boolean goodOnly) {
        Kept kept = must(upload);
        Return document = returns.writable(kept.upload().document());
        Preview preview = preview(kept);
        int errors = preview.entries().size() - preview.good().size();
        if (errors > 0 && !goodOnly) {
            throw Problem.of(CollectionProblem.FAULTS, errors);
        }
        if (preview.good().isEmpty()) {
            throw Problem.of(CollectionProblem.EMPTY_SPREADSHEET);
        }
        values.write(document.id(), document.writing(), unique(preview.good()), new Checks(preview.form()));
        finish(upload, preview.good().size(), errors);
        audit.note(
                "return.import",
                "return",
                document.id(),
                document.organisation(),
                Map.of("kept", preview.good().size(), "leftOut", errors));
        return preview.good().size();
    }

    private static List<Entry> unique(List<Entry> entries) {
        Set<Entry.Key> seen = new HashSet<>();
        return entries.stream().filter(e -> seen.add(e.key())).toList();
    }

    /** Leaves a file: nothing of it is kept. */
    @Transactional
    public void leave(long upload) {
        Kept kept = must(upload);
        returns.writable(kept.upload().document());
        finish(upload, 0, 0);
    }

    private void finish(long upload, int kept, int leftOut) {
        jdbc.sql("""
                update collection.upload set finished_at = now(), kept = ?, left_out = ?, content = '' where id = ?
                """).params(kept, leftOut, upload).update();
    }

    private Kept must(long upload) {
        Kept kept = jdbc.sql("select * from collection.upload where id = ?")
                .param(upload)
                .query((result, number) -> new Kept(
                        new Upload(result.getLong("id"), result.getLong("return"), result.getString("name")),
                        result.getBytes("content"),
                        Optional.of(result.getString("mapping"))
                                .filter(m -> !m.equals("{}"))
                                .map(Imports::mapping),
                        result.getTimestamp("finished_at") != null))
                .optional()
                .orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        if (kept.finished()) {
            throw Problem.of(CollectionProblem.UPLOAD_DECIDED);
        }
        return kept;
    }

    /** How many answers the last file brought, if one was kept. */
    @Transactional(readOnly = true)
    public Optional<Integer> lastKept(long id) {
        return jdbc.sql(
                        "select kept from collection.upload where return = ? and kept > 0 order by finished_at desc limit 1")
                .param(id)
                .query(Row.mapper(row -> row.whole("kept")))
                .optional();
    }
}
