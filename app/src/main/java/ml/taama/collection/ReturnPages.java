package ml.taama.collection;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import ml.taama.collection.Attachments.Attachment;
import ml.taama.collection.Returns.Opened;
import ml.taama.collection.forms.Cell;
import ml.taama.collection.forms.Entry;
import ml.taama.collection.forms.Fault;
import ml.taama.collection.forms.Form;
import ml.taama.collection.forms.Grid;
import ml.taama.collection.forms.Question;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Html;
import ml.taama.ui.Listing;
import ml.taama.ui.Pages;
import ml.taama.ui.Query;
import ml.taama.ui.Redirect;
import ml.taama.ui.Table;
import ml.taama.ui.Ui;
import ml.taama.ui.WorkEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Returns of the reader's organisations: the list, the tables to fill, sending, versions. */
@Controller
@Needs({Permission.FILL_RETURNS, Permission.READ_RETURNS})
public class ReturnPages {

    /** A return and its call. */
    public record ReturnLine(Return document, Call call) {}

    /** The reader's returns. */
    public record ReturnsPage(Shown shown, Listing<ReturnLine> listing, boolean none) {}

    /** One return. */
    public record ReturnPage(
            Shown shown,
            Opened opened,
            Map<Entry.Key, Value> values,
            Map<Entry.Key, List<Remark>> remarks,
            List<Attachment> attachments,
            boolean fills,
            Optional<Problem> fault) {

        /** What was answered for a cell. */
        public Optional<Value> value(Question question, Cell cell) {
            return Optional.ofNullable(values.get(key(question, cell)));
        }

        private Entry.Key key(Question question, Cell cell) {
            return new Entry.Key(question.id(), opened.form().period().toString(), "", cell);
        }

        /** The table of a question. */
        public Grid grid(Question question) {
            return Grid.of(question);
        }

        /** What is wrong with a question. */
        public List<Fault> faults(Question question) {
            return opened.faults().stream()
                    .filter(f -> f.entry().question() == question.id())
                    .toList();
        }

        /** Whether a cell has a fault that blocks. */
        public boolean wrong(Question question, Cell cell) {
            return faults(question).stream()
                    .anyMatch(f -> f.blocks() && f.entry().key().equals(key(question, cell)));
        }

        /** A note that all values of a question share: the first that has one. */
        public String shared(Question question, Function<Value, String> note) {
            return opened.values().stream()
                    .filter(v -> v.question() == question.id())
                    .map(note)
                    .filter(n -> !n.isEmpty())
                    .findFirst()
                    .orElse("");
        }

        /** Answers to a question that its table does not show: other periods and places, brought by a spreadsheet. */
        public long others(Question question) {
            return opened.values().stream()
                    .filter(v -> v.question() == question.id()
                            && (!v.period().equals(opened.form().period().toString())
                                    || !v.place().isEmpty()))
                    .count();
        }

        /** What was asked and answered about a question's values, by value. */
        public Map<Entry.Key, List<Remark>> remarks(Question question) {
            return remarks.entrySet().stream()
                    .filter(e -> e.getKey().question() == question.id())
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
        }

        /** Faults that stand in the way of sending. */
        public List<Fault> blocking() {
            return opened.faults().stream().filter(Fault::blocks).toList();
        }
    }

    /** What a field is answered with when it was kept: when, and what is now wrong with its question. */
    public record SavedPart(Shown shown, String time, long document, Form form, Map<Long, List<Fault>> faults) {}

    /** One version as it was. */
    public record VersionPage(
            Shown shown, Return document, Call call, int number, List<Value> values, List<Attachment> attachments) {

        /** A question by its number. */
        public Question question(long id) {
            return call.questions().stream()
                    .filter(q -> q.id() == id)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Pages pages;
    private final Shown.Maker shown;
    private final Calls calls;
    private final Returns returns;
    private final ReturnReviews reviews;
    private final Attachments attachments;
    private final Clock clock;

    ReturnPages(
            Pages pages,
            Shown.Maker shown,
            Calls calls,
            Returns returns,
            ReturnReviews reviews,
            Attachments attachments,
            Clock clock) {
        this.pages = pages;
        this.shown = shown;
        this.calls = calls;
        this.returns = returns;
        this.reviews = reviews;
        this.attachments = attachments;
        this.clock = clock;
    }

    @Bean
    static WorkEntry returnsEntry() {
        return new WorkEntry(
                30, "returns.title", "/work/returns", "journal-check", a -> a.maySomewhere(Permission.FILL_RETURNS));
    }

    @GetMapping("/{language}/work/returns")
    Html list(Ui ui, @RequestParam Map<String, String> parameters) {
        Query query = Query.of("/work/returns", parameters, ReturnList.ASKED);
        Shown words = shown.of(ui);
        List<ReturnLine> all = lines();
        Listing<ReturnLine> listing = Listing.of(query, ReturnList.of(words, query, all));
        return pages.page("collection/returns", ui, new ReturnsPage(words, listing, all.isEmpty()));
    }

    private List<ReturnLine> lines() {
        Map<Long, Call> known = calls.all().stream().collect(Collectors.toMap(Call::id, Function.identity()));
        return returns.mine().stream()
                .flatMap(r -> Optional.ofNullable(known.get(r.call())).map(c -> new ReturnLine(r, c)).stream())
                .toList();
    }

    @GetMapping("/{language}/work/returns.csv")
    ResponseEntity<byte[]> table(Ui ui, @RequestParam Map<String, String> parameters) {
        Table table = new Table(
                "id", "call", "title", "organisation", "period", "deadline", "state", "version", "first_sent");
        Query query = Query.of("/work/returns", parameters, ReturnList.ASKED);
        for (ReturnLine line : ReturnList.of(shown.of(ui), query, lines())) {
            Return document = line.document();
            table.row(
                    String.valueOf(document.id()),
                    String.valueOf(document.call()),
                    ui.text(line.call().title()),
                    document.organisation(),
                    line.call().period().toString(),
                    line.call().deadline().toString(),
                    document.state().word(),
                    String.valueOf(document.sent()),
                    document.firstSent().map(Object::toString).orElse(""));
        }
        return table.download("returns.csv");
    }

    @GetMapping("/{language}/work/returns/{id}")
    Html show(Ui ui, @PathVariable long id) {
        return page(ui, id, Optional.empty());
    }

    Html page(Ui ui, long id, Optional<Problem> fault) {
        Opened opened = returns.open(id, ui.language());
        Map<Entry.Key, Value> values = new LinkedHashMap<>();
        opened.values().forEach(v -> values.put(v.entry().key(), v));
        boolean fills = ui.visitor()
                .actor()
                .may(Permission.FILL_RETURNS, opened.document().organisation());
        ReturnPage model = new ReturnPage(
                shown.of(ui),
                opened,
                values,
                opened.document().sent() == 0 ? Map.of() : reviews.see(id).remarks(),
                attachments.of(id, opened.document().writing()),
                fills,
                fault);
        Html page = pages.page("collection/return", ui, model);
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    /** Fields of the tables: one as it is typed, or all of a form where scripts are off. */
    @Needs(Permission.FILL_RETURNS)
    @PostMapping("/{language}/work/returns/{id}/values")
    View type(Ui ui, @PathVariable long id, @RequestParam Map<String, String> fields, HttpServletRequest request) {
        boolean alone = request.getHeader("HX-Request") != null;
        List<Fault> faults = returns.type(id, fields);
        if (!alone) {
            return Redirect.within(ui, "/work/returns/" + id);
        }
        Form form = returns.form(id);
        Map<Long, List<Fault>> byQuestion = new LinkedHashMap<>();
        boolean shows = fields.keySet().stream().noneMatch(n -> n.startsWith("x:"));
        TypedAnswers.questions(fields).stream().filter(q -> shows).forEach(q -> byQuestion.put(q, List.of()));
        if (shows) {
            byQuestion.putAll(
                    faults.stream().collect(Collectors.groupingBy(f -> f.entry().question())));
        }
        return pages.page(
                "collection/saved",
                ui,
                new SavedPart(shown.of(ui), LocalTime.now(clock).format(TIME), id, form, byQuestion));
    }

    /** A text as it will look. */
    @Needs({Permission.FILL_RETURNS, Permission.MANAGE_CALLS})
    @PostMapping("/{language}/work/returns/{id}/preview")
    Html preview(Ui ui, @PathVariable long id, @RequestParam Map<String, String> fields) {
        String text = fields.entrySet().stream()
                .filter(e -> e.getKey().startsWith("t:"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        return pages.page("collection/preview", ui, text.length() > 100_000 ? "" : RichText.html(text));
    }

    @Needs(Permission.FILL_RETURNS)
    @PostMapping("/{language}/work/returns/{id}/sending")
    View send(Ui ui, @PathVariable long id, @RequestParam(defaultValue = "") String note) {
        return act(ui, id, () -> returns.send(id, note.strip()));
    }

    @Needs(Permission.FILL_RETURNS)
    @PostMapping("/{language}/work/returns/{id}/taking-back")
    View takeBack(Ui ui, @PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        return act(ui, id, () -> returns.takeBack(id, reason.strip()));
    }

    @Needs(Permission.FILL_RETURNS)
    @PostMapping("/{language}/work/returns/{id}/answers/{value}")
    View answer(Ui ui, @PathVariable long id, @PathVariable long value, @RequestParam(defaultValue = "") String text) {
        return act(ui, id, () -> reviews.answer(value, text));
    }

    @GetMapping("/{language}/work/returns/{id}/versions/{number}")
    Html version(Ui ui, @PathVariable long id, @PathVariable int number) {
        Opened opened = returns.open(id, ui.language());
        return pages.page(
                "collection/version",
                ui,
                new VersionPage(
                        shown.of(ui),
                        opened.document(),
                        opened.call(),
                        number,
                        returns.version(id, Math.min(number, opened.document().sent())),
                        attachments.of(id, number)));
    }

    private View act(Ui ui, long id, Runnable action) {
        try {
            action.run();
            return Redirect.within(ui, "/work/returns/" + id);
        } catch (Problem problem) {
            return page(ui, id, Optional.of(problem));
        }
    }
}
