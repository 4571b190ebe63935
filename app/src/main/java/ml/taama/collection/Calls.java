package ml.taama.collection;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ml.taama.accounts.Notices;
import ml.taama.collection.Call.Asked;
import ml.taama.collection.Call.Event;
import ml.taama.collection.Call.State;
import ml.taama.collection.forms.Question;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.time.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Calls for data: made, opened to answers, closed. */
@Component
public class Calls {

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Notices notices;

    Calls(JdbcClient jdbc, AuditTrail audit, Notices notices) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.notices = notices;
    }

    /** The calls that the actor may see, the latest first. */
    @Transactional(readOnly = true)
    public List<Call> all() {
        return jdbc.sql("select * from collection.call order by created_at desc, id desc")
                .query(Row.mapper(this::call))
                .list();
    }

    /** One call, when the actor may see it. */
    @Transactional(readOnly = true)
    public Optional<Call> find(long id) {
        return jdbc.sql("select * from collection.call where id = ?")
                .param(id)
                .query(Row.mapper(this::call))
                .optional();
    }

    /**
     * One call.
     *
     * @throws Problem that answers as 404
     */
    @Transactional(readOnly = true)
    public Call must(long id) {
        return find(id).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
    }

    /** Makes a draft without questions. */
    @Transactional
    public long draft(
            String cycle,
            LocalText title,
            Period period,
            LocalDate deadline,
            String instructions,
            Optional<Long> from) {
        Actors.current().require(Permission.MANAGE_CALLS);
        long id = jdbc.sql("""
                insert into collection.call (cycle, title, period, deadline, instructions, copied_from)
                values (:cycle, :title::jsonb, :period, :deadline, :instructions, :from) returning id
                """)
                .param("cycle", cycle)
                .param("title", Stored.text(title))
                .param("period", period.toString())
                .param("deadline", deadline)
                .param("instructions", instructions)
                .param("from", from.orElse(null))
                .query(Long.class)
                .single();
        event(id, "drafted", "");
        audit.note("call.draft", "call", id);
        return id;
    }

    /** Changes what a draft says of itself; of an open call only deadline and instructions change. */
    @Transactional
    public void change(long id, LocalText title, Period period, LocalDate deadline, String instructions) {
        Actors.current().require(Permission.MANAGE_CALLS);
        Call call = must(id);
        refuseUnless(call.state() != State.CLOSED);
        boolean draft = call.state() == State.DRAFT;
        jdbc.sql("""
                update collection.call set title = :title::jsonb, period = :period, deadline = :deadline,
                  instructions = :instructions where id = :id
                """)
                .param("title", Stored.text(draft ? title : call.title()))
                .param("period", (draft ? period : call.period()).toString())
                .param("deadline", deadline)
                .param("instructions", instructions)
                .param("id", id)
                .update();
        if (!draft && !deadline.equals(call.deadline())) {
            for (String organisation : call.organisations()) {
                notices.tell(
                        Permission.FILL_RETURNS,
                        organisation,
                        "call.deadline",
                        "/work/calls/" + id,
                        deadline,
                        call.title());
            }
        }
        audit.note("call.change", "call", id, "", Map.of("deadline", deadline.toString()));
    }

    /** Asks one more thing in a draft; returns its number. */
    @Transactional
    public long ask(long id, Question question) {
        Actors.current().require(Permission.MANAGE_CALLS);
        refuseUnless(must(id).state() == State.DRAFT);
        return jdbc.sql("""
                insert into collection.question
                  (call, position, kind, code, title, definition, unit, dimensions, datasets, required)
                values (:call, (select count(*) from collection.question where call = :call), :kind, :code, :title::jsonb,
                  :definition::jsonb, :unit::jsonb, :dimensions::jsonb, string_to_array(:datasets, ' '), :required)
                on conflict (call, kind, code) do update set title = excluded.title, definition = excluded.definition,
                  unit = excluded.unit, dimensions = excluded.dimensions, required = excluded.required
                returning id
                """)
                .param("call", id)
                .param("kind", question.kind().word())
                .param("code", question.code())
                .param("title", Stored.text(question.title()))
                .param("definition", Stored.text(question.definition()).orElse(null))
                .param("unit", question.unit().map(Stored::measure).orElse(null))
                .param("dimensions", Stored.dimensions(question.dimensions()))
                .param("datasets", String.join(" ", question.datasets()))
                .param("required", question.required())
                .query(Long.class)
                .single();
    }

    /** Takes a question out of a draft. */
    @Transactional
    public void drop(long id, long question) {
        Actors.current().require(Permission.MANAGE_CALLS);
        refuseUnless(must(id).state() == State.DRAFT);
        jdbc.sql("delete from collection.question where call = ? and id = ?")
                .params(id, question)
                .update();
    }

    /** Says who is asked what: questions by organisation. */
    @Transactional
    public void address(long id, Map<String, List<Long>> asked) {
        Actors.current().require(Permission.MANAGE_CALLS);
        refuseUnless(must(id).state() == State.DRAFT);
        jdbc.sql("delete from collection.asked where call = ?").param(id).update();
        asked.forEach((organisation, questions) -> questions.forEach(question -> jdbc.sql("""
                        insert into collection.asked (call, organisation, question)
                        select :call, :organisation, q.id from collection.question q where q.call = :call and q.id = :question
                        on conflict do nothing
                        """)
                .param("call", id)
                .param("organisation", organisation)
                .param("question", question)
                .update()));
    }

    /**
     * Opens a draft, or a closed call again: each organisation asked has a return from now on, and is told.
     *
     * @throws Problem when nothing or nobody is asked
     */
    @Transactional
    public void open(long id, String reason) {
        Actors.current().require(Permission.MANAGE_CALLS);
        Call call = must(id);
        refuseUnless(call.state() != State.OPEN);
        if (call.questions().isEmpty() || call.asked().isEmpty()) {
            throw Problem.of(CollectionProblem.EMPTY_CALL);
        }
        event(id, "opened", reason);
        for (String organisation : call.organisations()) {
            jdbc.sql("insert into collection.return (call, organisation) values (?, ?) on conflict do nothing")
                    .params(id, organisation)
                    .update();
            notices.tell(
                    Permission.FILL_RETURNS,
                    organisation,
                    "call.opened",
                    "/work/calls/" + id,
                    call.deadline(),
                    call.title());
        }
        audit.note("call.open", "call", id);
    }

    /** Closes a call: nothing more is sent. */
    @Transactional
    public void close(long id, String reason) {
        Actors.current().require(Permission.MANAGE_CALLS);
        refuseUnless(must(id).state() == State.OPEN);
        event(id, "closed", reason);
        audit.note("call.close", "call", id);
    }

    /** Deletes a draft that was never opened. */
    @Transactional
    public void delete(long id) {
        Actors.current().require(Permission.MANAGE_CALLS);
        refuseUnless(must(id).state() == State.DRAFT);
        for (String table : List.of("asked", "question", "call_event")) {
            jdbc.sql("delete from collection." + table + " where call = ?")
                    .param(id)
                    .update();
        }
        jdbc.sql("delete from collection.call where id = ?").param(id).update();
        audit.note("call.delete", "call", id);
    }

    private static void refuseUnless(boolean legal) {
        if (!legal) {
            throw Problem.of(CollectionProblem.CALL_STATE);
        }
    }

    private void event(long call, String kind, String reason) {
        jdbc.sql("insert into collection.call_event (call, kind, reason) values (?, ?, ?)")
                .params(call, kind, reason)
                .update();
    }

    private Call call(Row row) throws SQLException {
        long id = row.number("id").longValue();
        return new Call(
                id,
                row.text("cycle"),
                row.local("title"),
                row.period("period").orElseThrow(),
                row.day("deadline").orElseThrow(),
                row.text("instructions"),
                questions(id),
                asked(id),
                jdbc.sql("select * from collection.call_event where call = ? order by id")
                        .param(id)
                        .query(Row.mapper(r -> new Event(
                                r.text("kind"),
                                r.instant("at").orElseThrow(),
                                r.number("account").longValue(),
                                r.text("reason"))))
                        .list());
    }

    private List<Question> questions(long call) {
        return jdbc.sql("select * from collection.question where call = ? order by kind, position, id")
                .param(call)
                .query(Row.mapper(Calls::question))
                .list();
    }

    private static Question question(Row row) throws SQLException {
        return new Question(
                row.number("id").longValue(),
                Question.Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
                row.text("code"),
                row.local("title"),
                row.maybeLocal("definition"),
                row.maybe("unit").map(Stored::measure),
                Stored.dimensions(row.text("dimensions")),
                row.list("datasets"),
                row.truth("required"));
    }

    private List<Asked> asked(long call) {
        Map<String, List<Long>> asked = new LinkedHashMap<>();
        jdbc.sql("""
                select a.* from collection.asked a join organisations.organisation o on o.code = a.organisation
                where a.call = ? order by o.position, o.code, a.question
                """)
                .param(call)
                .query(Row.mapper(row -> asked.computeIfAbsent(row.text("organisation"), o -> new ArrayList<>())
                        .add(row.number("question").longValue())))
                .list();
        return asked.entrySet().stream()
                .map(e -> new Asked(e.getKey(), List.copyOf(e.getValue())))
                .toList();
    }
}
