package ml.taama.collection;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ml.taama.accounts.Notices;
import ml.taama.collection.Call.State;
import ml.taama.collection.ReturnState.Move;
import ml.taama.collection.forms.Checks;
import ml.taama.collection.forms.Entry;
import ml.taama.collection.forms.Fault;
import ml.taama.collection.forms.Form;
import ml.taama.collection.forms.Question;
import ml.taama.organisations.Organisations;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Returns as the services see them: written, checked, sent, taken back. */
@Component
public class Returns {

    /**
     * A return with all that its page needs.
     *
     * @param values as they are being written
     * @param faults of these, the missing ones included
     * @param uncovered codes of questions that no agreement covers
     */
    public record Opened(
            Return document, Call call, Form form, List<Value> values, List<Fault> faults, List<String> uncovered) {

        /** Whether something stands in the way of sending. */
        public boolean blocked() {
            return faults.stream().anyMatch(Fault::blocks) || !uncovered.isEmpty();
        }

        /** Whether the service can write now. */
        public boolean writable() {
            return document.state().allows(Move.WRITE) && call.state() == State.OPEN;
        }
    }

    private final ReturnStore store;
    private final Values values;
    private final Calls calls;
    private final Forms forms;
    private final Agreements agreements;
    private final Notices notices;
    private final Organisations organisations;
    private final AuditTrail audit;

    Returns(
            ReturnStore store,
            Values values,
            Calls calls,
            Forms forms,
            Agreements agreements,
            Notices notices,
            Organisations organisations,
            AuditTrail audit) {
        this.store = store;
        this.values = values;
        this.calls = calls;
        this.forms = forms;
        this.agreements = agreements;
        this.notices = notices;
        this.organisations = organisations;
        this.audit = audit;
    }

    /** Returns that the actor fills or reads for an organisation, those with the latest deadline first. */
    @Transactional(readOnly = true)
    public List<Return> mine() {
        return store.where("r.organisation = any (collection.mine())");
    }

    /** Returns to a call, as far as the actor sees them. */
    @Transactional(readOnly = true)
    public List<Return> to(long call) {
        return store.where("r.call = ?", call);
    }

    /** A return with what was written and what is wrong with it. */
    @Transactional(readOnly = true)
    public Opened open(long id, Locale reader) {
        Return document = store.must(id);
        Actors.current().require(Permission.READ_RETURNS, document.organisation());
        return opened(document, reader);
    }

    private Opened opened(Return document, Locale reader) {
        Call call = calls.must(document.call());
        Form form = forms.of(call, document.organisation());
        List<Value> written = values.now(document.id());
        List<Entry> entries = written.stream().map(Value::entry).toList();
        Checks checks = new Checks(form);
        List<Fault> faults = new java.util.ArrayList<>(checks.all(entries));
        faults.addAll(checks.missing(entries, q -> q.title().text(reader)));
        List<String> answered = entries.stream()
                .filter(e -> !e.blank())
                .flatMap(e -> form.question(e.question()).stream())
                .filter(Question::figure)
                .map(Question::code)
                .distinct()
                .toList();
        List<String> uncovered = agreements
                .uncovered(document.organisation(), form.questions().values())
                .stream()
                .filter(answered::contains)
                .toList();
        return new Opened(document, call, form, written, faults, uncovered);
    }

    /** What a return is asked. */
    @Transactional(readOnly = true)
    public Form form(long id) {
        Return document = store.must(id);
        return forms.of(calls.must(document.call()), document.organisation());
    }

    /** The answers that a version had. */
    @Transactional(readOnly = true)
    public List<Value> version(long id, int version) {
        Return document = store.must(id);
        Actors.current().require(Permission.READ_RETURNS, document.organisation());
        return values.at(id, version);
    }

    /**
     * Keeps answers as they are typed, right or wrong, and says what is wrong with each by itself.
     *
     * @throws Problem when nothing may be written now
     */
    @Transactional
    public List<Fault> write(long id, List<Entry> entries) {
        Return document = writable(id);
        Call call = calls.must(document.call());
        Checks checks = new Checks(forms.of(call, document.organisation()));
        List<Entry> known = entries.stream()
                .filter(e -> call.questions(document.organisation()).stream().anyMatch(q -> q.id() == e.question()))
                .toList();
        values.write(id, document.writing(), known, checks);
        return known.stream().flatMap(e -> checks.one(e).stream()).toList();
    }

    /**
     * Keeps fields of a page as they are typed, and gives what is now wrong with the questions that they are about.
     *
     * @param fields by their names ({@link TypedAnswers})
     */
    @Transactional
    public List<Fault> type(long id, Map<String, String> fields) {
        Return document = writable(id);
        Call call = calls.must(document.call());
        Form form = forms.of(call, document.organisation());
        List<Long> questions = TypedAnswers.questions(fields);
        Checks checks = new Checks(form);
        values.write(id, document.writing(), TypedAnswers.of(form, values.now(id, questions), fields), checks);
        return checks.all(values.now(id, questions).stream().map(Value::entry).toList());
    }

    /** A return that its service may write now, locked until the end of the transaction. */
    Return writable(long id) {
        Return document = store.locked(id);
        Actors.current().require(Permission.FILL_RETURNS, document.organisation());
        document.state().require(Move.WRITE);
        refuseUnlessOpen(document);
        return document;
    }

    private void refuseUnlessOpen(Return document) {
        if (calls.must(document.call()).state() != State.OPEN) {
            throw Problem.of(CollectionProblem.CALL_CLOSED);
        }
    }

    /**
     * Sends what was written: it becomes a version, and reviewers are told.
     *
     * @throws Problem when something is wrong with it, or no agreement covers it
     */
    @Transactional
    public void send(long id, String note) {
        Return document = store.locked(id);
        Actors.current().require(Permission.FILL_RETURNS, document.organisation());
        document.state().require(Move.SEND);
        refuseUnlessOpen(document);
        values.dropNotes(id, document.writing());
        Opened opened = opened(document, Locale.FRENCH);
        long blocking = opened.faults().stream().filter(Fault::blocks).count();
        if (blocking > 0) {
            throw Problem.of(CollectionProblem.FAULTS, blocking);
        }
        if (!opened.uncovered().isEmpty()) {
            throw Problem.of(CollectionProblem.NO_AGREEMENT, String.join(", ", opened.uncovered()));
        }
        store.event(id, "sent", document.writing(), note);
        store.complete(id);
        if (!opened.values().isEmpty() && opened.values().stream().allMatch(Value::accepted)) {
            store.event(id, "accepted", document.writing(), "");
        }
        audit.note("return.send", "return", id, document.organisation(), Map.of("version", document.writing()));
        notices.tell(
                Permission.REVIEW_RETURNS,
                document.organisation(),
                "return.sent",
                "/work/review/" + id,
                null,
                organisations.name(document.organisation()),
                opened.call().title());
    }

    /** Takes back what was sent, while no value of it was decided or questioned. */
    @Transactional
    public void takeBack(long id, String reason) {
        Return document = store.locked(id);
        Actors.current().require(Permission.FILL_RETURNS, document.organisation());
        document.state().require(Move.TAKE_BACK);
        refuseUnlessOpen(document);
        if (values.at(id, document.sent()).stream().anyMatch(Value::accepted)) {
            throw Problem.of(CollectionProblem.ACCEPTED_VALUE);
        }
        store.event(id, "taken-back", document.sent(), reason);
        audit.note("return.take-back", "return", id, document.organisation(), Map.of());
    }

    /** A value's whole history, for who may see it, the latest first. */
    @Transactional(readOnly = true)
    public List<Value> history(long value) {
        return values.history(value);
    }

    /** The return of a value, when the actor may see it. */
    @Transactional(readOnly = true)
    public Optional<Long> returnOf(long value) {
        return values.returnOf(value);
    }
}
