package ml.taama.collection;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ml.taama.collection.Return.Event;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of returns and their events; within a transaction of those who know the rules. */
@Component
class ReturnStore {

    private record Named(long id, Event event) {}

    private final JdbcClient jdbc;

    ReturnStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Return> where(String condition, Object... parameters) {
        Map<Long, List<Event>> events = jdbc
                .sql("select e.* from collection.return_event e join collection.return r on r.id = e.return where "
                        + condition + " order by e.id")
                .params(parameters)
                .query(Row.mapper(row -> new Named(row.number("return").longValue(), event(row))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Named::id, Collectors.mapping(Named::event, Collectors.toList())));
        return jdbc.sql("""
                select r.* from collection.return r join collection.call c on c.id = r.call
                join organisations.organisation o on o.code = r.organisation
                where\s""" + condition + " order by c.deadline desc, c.id desc, o.position, o.code")
                .params(parameters)
                .query(Row.mapper(row -> made(row, events)))
                .list();
    }

    Optional<Return> find(long id) {
        return where("r.id = ?", id).stream().findFirst();
    }

    Return must(long id) {
        return find(id).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
    }

    /** The same, and nobody else changes it until the end of the transaction. */
    Return locked(long id) {
        long found = jdbc.sql("select id from collection.return where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        return must(found);
    }

    void event(long id, String kind, int version, String reason) {
        jdbc.sql("insert into collection.return_event (return, kind, version, reason) values (?, ?, ?, ?)")
                .params(id, kind, version, reason)
                .update();
    }

    /** The version that was written is complete; the next one begins. */
    void complete(long id) {
        jdbc.sql("update collection.return set sent = writing, writing = writing + 1 where id = ?")
                .param(id)
                .update();
    }

    private static Event event(Row row) throws SQLException {
        return new Event(
                row.text("kind"),
                row.whole("version"),
                row.instant("at").orElseThrow(),
                row.number("account").longValue(),
                row.text("reason"));
    }

    private static Return made(Row row, Map<Long, List<Event>> events) throws SQLException {
        long id = row.number("id").longValue();
        return new Return(
                id,
                row.number("call").longValue(),
                row.text("organisation"),
                row.whole("writing"),
                row.whole("sent"),
                events.getOrDefault(id, List.of()));
    }
}
