package ml.taama.collection;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import ml.taama.collection.forms.Cell;
import ml.taama.collection.forms.Checks;
import ml.taama.collection.forms.Entry;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The answers of returns, every version of them. An answer is a row from the version that it entered with to the version
 * that replaced it, so a version costs what changed and nothing more.
 */
@Component
class Values {

    private static final String SELECT = """
            select v.*, coalesce((select d.kind = 'accepted' from collection.decision d where d.value = v.id
              order by d.id desc limit 1), false) as accepted
            from collection.value v
            """;
    private static final String ORDER = " order by v.question, v.period, v.place, v.cell";

    /** Closes or removes what changes, then writes it: one statement for any number of answers. */
    private static final String WRITE = """
            with said as materialized (
              select * from unnest(:questions::bigint[], :periods::text[], :places::text[], :cells::text[], :typed::text[],
                :numbers::numeric[], :absences::text[], :sources::text[], :methods::text[], :explanations::text[])
                as s (question, period, place, cell, typed, number, absence, source, method, explanation)),
            changed as materialized (
              select s.*, v.id, v.from_version from said s
              left join collection.value v on v.return = :return and v.to_version is null and v.question = s.question
                and v.period = s.period and v.place = s.place and v.cell = s.cell
              where v.id is null and (s.typed <> '' or s.absence <> '' or s.source <> '' or s.method <> '' or s.explanation <> '')
                or v.id is not null and (v.typed, v.absence, v.source, v.method, v.explanation)
                  is distinct from (s.typed, s.absence, s.source, s.method, s.explanation)),
            closed as (
              update collection.value v set to_version = :version from changed c
              where v.id = c.id and v.from_version < :version returning v.id),
            rewritten as (
              update collection.value v set typed = c.typed, value = c.number, absence = c.absence, source = c.source,
                method = c.method, explanation = c.explanation, at = now(), account = platform.account()
              from changed c where v.id = c.id and v.from_version = :version returning v.id),
            added as (
              insert into collection.value (return, question, period, place, cell, typed, value, absence, source, method,
                explanation, from_version)
              select :return, question, period, place, cell, typed, number, absence, source, method, explanation, :version
              from changed c where c.id is null returning id)
            select (select count(*) from closed) as closed, (select count(*) from changed) as changed
            """;

    /** What replaces answers that were closed: a second statement, since the first still sees them as current. */
    private static final String REPLACE = """
            insert into collection.value (return, question, period, place, cell, typed, value, absence, source, method,
              explanation, from_version)
            select :return, s.question, s.period, s.place, s.cell, s.typed, s.number, s.absence, s.source, s.method,
              s.explanation, :version
            from unnest(:questions::bigint[], :periods::text[], :places::text[], :cells::text[], :typed::text[],
              :numbers::numeric[], :absences::text[], :sources::text[], :methods::text[], :explanations::text[])
              as s (question, period, place, cell, typed, number, absence, source, method, explanation)
            where (s.typed <> '' or s.absence <> '' or s.source <> '' or s.method <> '' or s.explanation <> '')
              and exists (select from collection.value v where v.return = :return and v.question = s.question
                and v.period = s.period and v.place = s.place and v.cell = s.cell and v.to_version = :version)
            on conflict do nothing
            """;

    private final JdbcClient jdbc;

    Values(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The answers as they are being written, as far as the actor sees them. */
    List<Value> now(long id) {
        return jdbc.sql(SELECT + " where v.return = ? and v.to_version is null" + ORDER)
                .param(id)
                .query(Row.mapper(Values::value))
                .list();
    }

    /** The same, for some questions only. */
    List<Value> now(long id, List<Long> questions) {
        return jdbc.sql(SELECT + " where v.return = ? and v.to_version is null and v.question = any (?)" + ORDER)
                .params(id, questions.toArray(Long[]::new))
                .query(Row.mapper(Values::value))
                .list();
    }

    /** The answers as a version had them. */
    List<Value> at(long id, int version) {
        return jdbc.sql(SELECT + " where v.return = :return and v.from_version <= :version"
                        + " and (v.to_version is null or v.to_version > :version)" + ORDER)
                .param("return", id)
                .param("version", version)
                .query(Row.mapper(Values::value))
                .list();
    }

    /** One answer. */
    Optional<Value> find(long value) {
        return jdbc.sql(SELECT + " where v.id = ?")
                .param(value)
                .query(Row.mapper(Values::value))
                .optional();
    }

    /** The return that an answer belongs to. */
    Optional<Long> returnOf(long value) {
        return jdbc.sql("select return from collection.value where id = ?")
                .param(value)
                .query(Long.class)
                .optional();
    }

    /** Every row that ever answered the same as a value, the latest first. */
    List<Value> history(long value) {
        return jdbc.sql(SELECT + """
                 join collection.value m on m.id = ? and m.return = v.return and m.question = v.question
                  and m.period = v.period and m.place = v.place and m.cell = v.cell
                order by v.from_version desc
                """)
                .param(value)
                .query(Row.mapper(Values::value))
                .list();
    }

    /**
     * Writes answers into a version; an answer that is emptied leaves it. What was accepted is not overwritten.
     *
     * @throws Problem when one of them was accepted
     */
    void write(long id, int version, List<Entry> entries, Checks checks) {
        if (entries.isEmpty()) {
            return;
        }
        JdbcClient.StatementSpec write = bind(jdbc.sql(WRITE), id, version, entries, checks);
        int closed = write.query(Row.mapper(row -> row.whole("closed"))).single();
        if (closed > 0) {
            refuseAccepted(id, version);
            bind(jdbc.sql(REPLACE), id, version, entries, checks).update();
        }
        jdbc.sql("""
                delete from collection.value where return = ? and from_version = ? and to_version is null
                  and typed = '' and absence = '' and source = '' and method = '' and explanation = ''
                """).params(id, version).update();
    }

    /** Takes out notes that wait for a value which never came. */
    void dropNotes(long id, int version) {
        jdbc.sql("delete from collection.value where return = ? and from_version = ? and typed = '' and absence = ''")
                .params(id, version)
                .update();
    }

    private void refuseAccepted(long id, int version) {
        boolean accepted = jdbc
                .sql(SELECT + " where v.return = ? and v.to_version = ?")
                .params(id, version)
                .query(Row.mapper(Values::value))
                .list()
                .stream()
                .anyMatch(Value::accepted);
        if (accepted) {
            throw Problem.of(CollectionProblem.ACCEPTED_VALUE);
        }
    }

    private static JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec statement, long id, int version, List<Entry> entries, Checks checks) {
        int size = entries.size();
        Long[] questions = new Long[size];
        String[][] texts = new String[8][size];
        @Nullable BigDecimal[] numbers = new @Nullable BigDecimal[size];
        for (int i = 0; i < size; i++) {
            Entry entry = entries.get(i);
            questions[i] = entry.question();
            texts[0][i] = entry.period();
            texts[1][i] = entry.place();
            texts[2][i] = entry.cell().toString();
            texts[3][i] = clean(entry.typed());
            texts[4][i] = entry.absence();
            texts[5][i] = clean(entry.source());
            texts[6][i] = clean(entry.method());
            texts[7][i] = clean(entry.explanation());
            numbers[i] = checks.value(entry).orElse(null);
        }
        return statement
                .param("return", id)
                .param("version", version)
                .param("questions", questions)
                .param("numbers", numbers)
                .param("periods", texts[0])
                .param("places", texts[1])
                .param("cells", texts[2])
                .param("typed", texts[3])
                .param("absences", texts[4])
                .param("sources", texts[5])
                .param("methods", texts[6])
                .param("explanations", texts[7]);
    }

    /** PostgreSQL keeps every character but the null character. */
    private static String clean(String text) {
        return text.replace("\0", "").strip();
    }

    private static Value value(Row row) throws SQLException {
        return new Value(
                row.number("id").longValue(),
                row.number("question").longValue(),
                row.text("period"),
                row.text("place"),
                Cell.tryParse(row.text("cell")).orElse(Cell.TOTAL),
                row.text("typed"),
                row.maybeNumber("value"),
                row.text("absence"),
                row.text("source"),
                row.text("method"),
                row.text("explanation"),
                row.whole("from_version"),
                row.maybeNumber("to_version").map(BigDecimal::intValue),
                row.number("account").longValue(),
                row.instant("at").orElseThrow(),
                row.truth("accepted"));
    }
}
