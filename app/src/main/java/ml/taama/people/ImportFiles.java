package ml.taama.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import ml.taama.collection.sheets.SheetRow;
import ml.taama.people.PeopleImports.Progress;
import ml.taama.people.PeopleImports.Wrong;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.platform.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Files that services bring, encrypted until they are decided on; what their columns mean, remembered for the next one; how far
 * one is that is being kept. Called within the transaction of what is done with them.
 */
public final class ImportFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ImportFiles.class);
    private static final int MOST_FAULTS = 200;
    private static final int LONGEST = 100;

    /**
     * A file.
     *
     * @param mapping word of what each column means
     * @param state {@code waiting}, {@code kept}, {@code left}, {@code undone}
     */
    public record File(
            long id,
            String organisation,
            String name,
            List<String> mapping,
            String state,
            int kept,
            int leftOut,
            Instant createdAt,
            long createdBy) {

        /** Copies the list. */
        public File {
            mapping = List.copyOf(mapping);
        }
    }

    /**
     * What looking at rows found.
     *
     * @param faults the first of them
     * @param all number of faults
     */
    public record Looked(int rows, int good, List<Wrong> faults, int all) {

        /** Looks at each row. */
        public static Looked at(List<SheetRow> rows, Function<SheetRow, List<Wrong>> read) {
            List<Wrong> faults = new ArrayList<>();
            int good = 0;
            int all = 0;
            for (SheetRow row : rows) {
                List<Wrong> found = read.apply(row);
                good += found.isEmpty() ? 1 : 0;
                all += found.size();
                faults.addAll(faults.size() < MOST_FAULTS ? found : List.of());
            }
            return new Looked(rows.size(), good, faults, all);
        }

        /** Rows that have something wrong. */
        public int wrong() {
            return rows - good;
        }
    }

    private final JdbcClient jdbc;
    private final Vault vault;
    private final String schema;
    private final String files;
    private final Map<Long, Progress> running = new ConcurrentHashMap<>();
    private final Map<Long, Problem> failed = new ConcurrentHashMap<>();

    /** Files that stand in the tables {@code import} and {@code import_mapping} of a schema. */
    public ImportFiles(JdbcClient jdbc, Vault vault, String schema) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.schema = schema;
        this.files = "select id, organisation, name, mapping, state, kept, left_out, created_at, created_by from "
                + schema + ".import";
    }

    /** All that who asks may see, the latest first. */
    public List<File> all() {
        return jdbc.sql(files + " order by created_at desc, id desc")
                .query(Row.mapper(ImportFiles::file))
                .list();
    }

    /**
     * One file.
     *
     * @throws Problem when there is none that who asks may see
     */
    public File must(long id) {
        return jdbc.sql(files + " where id = ?")
                .param(id)
                .query(Row.mapper(ImportFiles::file))
                .optional()
                .orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
    }

    private static File file(Row row) throws java.sql.SQLException {
        return new File(
                row.number("id").longValue(),
                row.text("organisation"),
                row.text("name"),
                row.list("mapping"),
                row.text("state"),
                row.whole("kept"),
                row.whole("left_out"),
                row.instant("created_at").orElseThrow(),
                row.number("created_by").longValue());
    }

    /**
     * Takes a file to look at.
     *
     * @param guess what the names of columns suggest, where no such file came before
     * @return its number
     * @throws Problem when it is too large, no spreadsheet, or empty
     */
    public long take(String organisation, String name, byte[] content, UnaryOperator<List<String>> guess) {
        Spreadsheet sheet = Spreadsheet.read(content);
        String[] mapping = lastTime(organisation, sheet)
                .orElseGet(() -> guess.apply(sheet.header().cells()).toArray(String[]::new));
        long id = jdbc.sql(
                        "insert into " + schema + ".import (organisation, name, mapping) values (?, ?, ?) returning id")
                .params(organisation, name.substring(0, Math.min(LONGEST, name.length())), mapping)
                .query(Long.class)
                .single();
        jdbc.sql("update " + schema + ".import set content = ? where id = ?")
                .params(vault.seal(place(id), content), id)
                .update();
        return id;
    }

    private String place(long id) {
        return schema + ".import " + id;
    }

    private Optional<String[]> lastTime(String organisation, Spreadsheet sheet) {
        return jdbc.sql("select mapping from " + schema + ".import_mapping where organisation = ? and header = ?")
                .params(organisation, sheet.said())
                .query(Row.mapper(r -> r.list("mapping").toArray(String[]::new)))
                .optional();
    }

    /**
     * A file that waits for a decision, read again.
     *
     * @throws Problem when it is decided
     */
    public Spreadsheet read(long id) {
        byte[] sealed = jdbc.sql("select content from " + schema + ".import where id = ? and state = 'waiting'")
                .param(id)
                .query(Row.mapper(r -> r.bytes("content").orElseThrow()))
                .optional()
                .orElseThrow(() -> Problem.of(PeopleProblem.IMPORT_DECIDED));
        return Spreadsheet.read(vault.bytes(place(id), sealed));
    }

    /** Chooses what the columns mean, for this file and for the next one with the same header. */
    public void map(long id, List<String> mapping) {
        String[] words = mapping.toArray(String[]::new);
        decided(jdbc.sql("update " + schema + ".import set mapping = ? where id = ? and state = 'waiting'")
                .params(words, id)
                .update());
        jdbc.sql("insert into " + schema + """
                .import_mapping (organisation, header, mapping) values (?, ?, ?)
                on conflict (organisation, header) do update set mapping = excluded.mapping, at = now()
                """)
                .params(must(id).organisation(), read(id).said(), words)
                .update();
    }

    /** What a form says that the columns mean: {@code column-0} and so on. */
    public static List<String> chosen(Map<String, String> fields) {
        List<String> mapping = new ArrayList<>();
        for (int i = 0; fields.containsKey("column-" + i); i++) {
            mapping.add(fields.getOrDefault("column-" + i, ""));
        }
        return mapping;
    }

    private static void decided(int rows) {
        if (rows == 0) {
            throw Problem.of(PeopleProblem.IMPORT_DECIDED);
        }
    }

    /** Says, before anything else of a transaction that keeps a file, how it was kept: nobody else decides on it meanwhile. */
    public void kept(long id, int rows, int leftOut) {
        decided(jdbc.sql("update " + schema + """
                .import set state = 'kept', content = null, kept = ?, left_out = ?, finished_at = now()
                where id = ? and state = 'waiting'
                """).params(rows, leftOut, id).update());
    }

    /** Leaves a file: nothing of it is kept. */
    public void leave(long id) {
        decided(
                running.containsKey(id)
                        ? 0
                        : jdbc.sql(
                                        "update " + schema
                                                + ".import set state = 'left', content = null, finished_at = now() where id = ? and state = 'waiting'")
                                .param(id)
                                .update());
    }

    /** Keeps a file beside who asked and in that person's name, unless it is being kept already. */
    public void start(long id, int total, Runnable work) {
        Actor actor = Actors.current();
        if (running.putIfAbsent(id, new Progress(0, total)) == null) {
            failed.remove(id);
            Thread.ofVirtual().start(() -> {
                try {
                    Actors.run(actor, work);
                } catch (Problem problem) {
                    failed.put(id, problem);
                } catch (RuntimeException e) {
                    LOG.warn("Import {} of {} could not be kept", id, schema, e);
                    failed.put(id, Problem.of(PeopleProblem.IMPORT_FAILED));
                } finally {
                    running.remove(id);
                }
            });
        }
    }

    /** Why nothing of a file was kept, the last time that somebody wanted it. */
    public Optional<Problem> failed(long id) {
        return Optional.ofNullable(failed.get(id));
    }

    /** Tells how far it is. */
    public void at(long id, int done, int total) {
        running.put(id, new Progress(done, total));
    }

    /** How far a file is that is being kept now. */
    public Optional<Progress> progress(long id) {
        return Optional.ofNullable(running.get(id));
    }
}
