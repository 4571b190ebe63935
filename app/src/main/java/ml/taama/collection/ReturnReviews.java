package ml.taama.collection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ml.taama.accounts.Notices;
import ml.taama.collection.ReturnState.Move;
import ml.taama.collection.forms.Checks;
import ml.taama.collection.forms.Entry;
import ml.taama.collection.forms.Fault;
import ml.taama.collection.forms.Form;
import ml.taama.organisations.Organisations;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.database.Row;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What reviewers do with what was sent: question, correct, accept, withdraw; and what the service answers. */
@Component
public class ReturnReviews {

    /**
     * What reviewers see of a return.
     *
     * @param values of the last version sent
     * @param faults of these, warnings that were explained included
     * @param remarks of every value that answered the same, the first one first
     * @param open numbers of values whose question waits for an answer
     */
    public record Seen(
            Return document,
            Call call,
            Form form,
            List<Value> values,
            List<Fault> faults,
            Map<Entry.Key, List<Remark>> remarks,
            Set<Long> open) {

        /** What is odd about a value. */
        public List<Fault> faults(Value value) {
            return faults.stream()
                    .filter(f -> f.entry().key().equals(value.entry().key()))
                    .toList();
        }

        /** What was said about a value and those before it. */
        public List<Remark> remarks(Value value) {
            return remarks.getOrDefault(value.entry().key(), List.of());
        }

        /** Values that nothing speaks against: no fault, not even an explained one, and no question without answer. */
        public List<Value> sound() {
            Set<Entry.Key> odd = new HashSet<>();
            faults.forEach(f -> odd.add(f.entry().key()));
            return values.stream()
                    .filter(v -> !v.accepted() && !odd.contains(v.entry().key()) && !open.contains(v.id()))
                    .toList();
        }
    }

    private record Said(Entry.Key key, Remark remark) {}

    private final JdbcClient jdbc;
    private final ReturnStore store;
    private final Values values;
    private final Calls calls;
    private final Forms forms;
    private final Notices notices;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    ReturnReviews(
            JdbcClient jdbc,
            ReturnStore store,
            Values values,
            Calls calls,
            Forms forms,
            Notices notices,
            Organisations organisations,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.store = store;
        this.values = values;
        this.calls = calls;
        this.forms = forms;
        this.notices = notices;
        this.organisations = organisations;
        this.audit = audit;
        this.events = events;
    }

    /** What was sent last, with what is odd about it and what was said. */
    @Transactional(readOnly = true)
    public Seen see(long id) {
        Return document = store.must(id);
        Actors.current().require(Permission.READ_RETURNS, document.organisation());
        Call call = calls.must(document.call());
        Form form = forms.of(call, document.organisation());
        List<Value> sent = values.at(id, document.sent());
        Map<Entry.Key, List<Remark>> remarks = remarks(id);
        Set<Long> open = new HashSet<>();
        for (Value value : sent) {
            List<Remark> said = remarks.getOrDefault(value.entry().key(), List.of());
            if (!said.isEmpty() && said.getLast().kind().equals("question")) {
                open.add(value.id());
            }
        }
        List<Fault> faults =
                new Checks(form).all(sent.stream().map(Value::entry).toList());
        return new Seen(document, call, form, sent, faults, remarks, open);
    }

    private Map<Entry.Key, List<Remark>> remarks(long id) {
        Map<Entry.Key, List<Remark>> remarks = new java.util.HashMap<>();
        jdbc.sql("""
                select m.*, v.question, v.period, v.place, v.cell from collection.remark m
                join collection.value v on v.id = m.value where v.return = ? order by m.id
                """)
                .param(id)
                .query(Row.mapper(row -> new Said(
                        new Entry.Key(
                                row.number("question").longValue(),
                                row.text("period"),
                                row.text("place"),
                                ml.taama.collection.forms.Cell.tryParse(row.text("cell"))
                                        .orElseThrow()),
                        new Remark(
                                row.number("value").longValue(),
                                row.text("kind"),
                                row.text("text"),
                                row.instant("at").orElseThrow(),
                                row.number("account").longValue()))))
                .list()
                .forEach(said -> remarks.computeIfAbsent(said.key(), k -> new ArrayList<>())
                        .add(said.remark()));
        return remarks;
    }

    /** Asks the service about a value; the return goes back to it. */
    @Transactional
    public void question(long value, String text) {
        Actors.current().require(Permission.REVIEW_RETURNS);
        Return document = of(value);
        document.state().require(Move.QUESTION);
        remark(value, "question", text);
        if (document.state() != ReturnState.QUESTIONED) {
            store.event(document.id(), "questioned", document.sent(), "");
        }
        audit.note("value.question", "value", value, document.organisation(), Map.of());
        tell(document, Permission.FILL_RETURNS, "value.questioned", "/work/returns/" + document.id());
    }

    /** Answers for the service; whether a value changes too is another matter. */
    @Transactional
    public void answer(long value, String text) {
        Return document = of(value);
        Actors.current().require(Permission.FILL_RETURNS, document.organisation());
        document.state().require(Move.WRITE);
        remark(value, "answer", text);
        audit.note("value.answer", "value", value, document.organisation(), Map.of());
        tell(document, Permission.REVIEW_RETURNS, "value.answered", "/work/review/" + document.id());
    }

    private void remark(long value, String kind, String text) {
        if (text.isBlank()) {
            throw Problem.of(CollectionProblem.NO_REASON);
        }
        jdbc.sql("insert into collection.remark (value, kind, text) values (?, ?, ?)")
                .params(value, kind, text.strip())
                .update();
    }

    private void tell(Return document, Permission permission, String kind, String path) {
        notices.tell(
                permission,
                document.organisation(),
                kind,
                path,
                null,
                calls.must(document.call()).title(),
                organisations.name(document.organisation()));
    }

    /**
     * Corrects a value with a reason: a new version, the old one stays.
     *
     * @throws Problem when the new value is wrong, or the old one was replaced
     */
    @Transactional
    public void correct(long value, String typed, String absence, String reason) {
        Actors.current().require(Permission.REVIEW_RETURNS);
        Return document = of(value);
        document.state().require(Move.CORRECT);
        if (reason.isBlank()) {
            throw Problem.of(CollectionProblem.NO_REASON);
        }
        Value old = current(value);
        if (old.accepted()) {
            throw Problem.of(CollectionProblem.ACCEPTED_VALUE);
        }
        Checks checks = new Checks(forms.of(calls.must(document.call()), document.organisation()));
        Entry entry = old.entry();
        Entry corrected = new Entry(
                "",
                entry.question(),
                entry.period(),
                entry.place(),
                entry.cell(),
                typed,
                entry.unit(),
                absence,
                entry.source(),
                entry.method(),
                reason.strip());
        if (corrected.blank() || checks.one(corrected).stream().anyMatch(Fault::blocks)) {
            throw Problem.of(CollectionProblem.FAULTS, 1);
        }
        values.write(document.id(), document.writing(), List.of(corrected), checks);
        store.event(document.id(), "corrected", document.writing(), reason.strip());
        store.complete(document.id());
        audit.note("value.correct", "value", value, document.organisation(), Map.of("version", document.writing()));
        tell(document, Permission.FILL_RETURNS, "value.corrected", "/work/returns/" + document.id());
    }

    /** Accepts values of one return; figures among them become observations. */
    @Transactional
    public void accept(long id, List<Long> accepted, String reason) {
        Actors.current().require(Permission.REVIEW_RETURNS);
        Return document = store.locked(id);
        document.state().require(Move.ACCEPT);
        Map<Long, Value> sent = new java.util.HashMap<>();
        values.at(id, document.sent()).forEach(v -> sent.put(v.id(), v));
        List<Long> fresh = new ArrayList<>();
        for (long value : accepted) {
            Value found = sent.get(value);
            if (found == null || found.to().isPresent()) {
                throw Problem.of(CollectionProblem.OLD_VALUE);
            }
            if (!found.accepted()) {
                fresh.add(value);
            }
        }
        jdbc.sql("insert into collection.decision (value, kind, reason) select unnest(?::bigint[]), 'accepted', ?")
                .params(fresh.toArray(Long[]::new), reason.strip())
                .update();
        // Where the service writes again, only what it sends next can be complete.
        boolean all = sent.values().stream().allMatch(v -> v.accepted() || fresh.contains(v.id()));
        if (all && document.state() == ReturnState.SENT) {
            store.event(id, "accepted", document.sent(), reason.strip());
            tell(document, Permission.FILL_RETURNS, "return.accepted", "/work/returns/" + id);
        }
        audit.note("value.accept", "return", id, document.organisation(), Map.of("values", fresh.size()));
        events.publishEvent(new ValuesAccepted(fresh));
    }

    /** Accepts everything that nothing speaks against; returns how many values that were. */
    @Transactional
    public int acceptSound(long id) {
        List<Long> sound = see(id).sound().stream()
                .filter(v -> v.to().isEmpty())
                .map(Value::id)
                .toList();
        if (!sound.isEmpty()) {
            accept(id, sound, "");
        }
        return sound.size();
    }

    /** Withdraws the acceptance of a value: what was made of it goes. */
    @Transactional
    public void withdraw(long value, String reason) {
        Actors.current().require(Permission.REVIEW_RETURNS);
        Return document = of(value);
        document.state().require(Move.REOPEN);
        if (reason.isBlank()) {
            throw Problem.of(CollectionProblem.NO_REASON);
        }
        if (!current(value).accepted()) {
            throw Problem.of(CollectionProblem.OLD_VALUE);
        }
        jdbc.sql("insert into collection.decision (value, kind, reason) values (?, 'withdrawn', ?)")
                .params(value, reason.strip())
                .update();
        jdbc.sql("""
                update collection.settlement set undone_at = now(), undone_by = platform.account()
                where chosen = ? and undone_at is null
                """).param(value).update();
        if (document.state() == ReturnState.ACCEPTED) {
            store.event(document.id(), "reopened", document.sent(), reason.strip());
        }
        audit.note("value.withdraw", "value", value, document.organisation(), Map.of());
        events.publishEvent(new ValuesWithdrawn(List.of(value)));
    }

    private Return of(long value) {
        return values.returnOf(value).map(store::locked).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
    }

    private Value current(long value) {
        Value found = values.find(value).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        if (found.to().isPresent()) {
            throw Problem.of(CollectionProblem.OLD_VALUE);
        }
        return found;
    }
}
