package ml.taama.collection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.collection.forms.Dimension;
import ml.taama.collection.forms.Item;
import ml.taama.collection.forms.Question;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.time.Period;
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
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Calls for data: the list, a new one, one call and what is asked of whom. */
@Controller
@Needs({Permission.READ_CALLS, Permission.FILL_RETURNS, Permission.READ_RETURNS})
public class CallPages {

    /** A call in the list: how many were asked, how many have sent. */
    public record CallLine(Call call, List<Return> returns) {

        /** Returns that were sent at least once. */
        public long sent() {
            return returns.stream().filter(r -> r.sent() > 0).count();
        }
    }

    /** The calls that the reader sees. */
    public record CallsPage(Shown shown, Listing<CallLine> listing, boolean none) {}

    /** Where a new call can come from. */
    public record NewCallPage(Shown shown, List<CallDrafts.Draft> drafts, List<Call> calls, Optional<Problem> fault) {}

    /** One call; items and organisations are what can be added to a draft. */
    public record CallPage(
            Shown shown, Call call, List<Return> returns, List<Item> items, boolean manages, Optional<Problem> fault) {

        /** A question's indicator as it is defined today. */
        public Optional<Item> item(Question question) {
            return items.stream().filter(i -> i.code().equals(question.code())).findFirst();
        }

        /** The reader's own return, when there is one. */
        public Optional<Return> own() {
            return returns.stream()
                    .filter(r -> shown.ui()
                            .visitor()
                            .actor()
                            .organisations(Permission.FILL_RETURNS)
                            .contains(r.organisation()))
                    .findFirst();
        }
    }

    private final Pages pages;
    private final Shown.Maker shown;
    private final Calls calls;
    private final Returns returns;
    private final CallBuilder builder;
    private final CallDrafts drafts;
    private final Catalogue catalogue;

    CallPages(
            Pages pages,
            Shown.Maker shown,
            Calls calls,
            Returns returns,
            CallBuilder builder,
            CallDrafts drafts,
            Catalogue catalogue) {
        this.pages = pages;
        this.shown = shown;
        this.calls = calls;
        this.returns = returns;
        this.builder = builder;
        this.drafts = drafts;
        this.catalogue = catalogue;
    }

    @Bean
    static WorkEntry callsEntry() {
        return new WorkEntry(
                20,
                "calls.title",
                "/work/calls",
                "megaphone",
                a -> a.maySomewhere(Permission.READ_CALLS) || a.maySomewhere(Permission.READ_RETURNS));
    }

    @GetMapping("/{language}/work/calls")
    Html list(Ui ui, @RequestParam Map<String, String> parameters) {
        Query query = Query.of("/work/calls", parameters, CallList.ASKED);
        List<CallLine> all = lines();
        Listing<CallLine> listing = Listing.of(query, CallList.of(ui, query, all));
        return pages.page("collection/calls", ui, new CallsPage(shown.of(ui), listing, all.isEmpty()));
    }

    private List<CallLine> lines() {
        return calls.all().stream()
                .map(c -> new CallLine(c, returns.to(c.id())))
                .toList();
    }

    @GetMapping("/{language}/work/calls.csv")
    ResponseEntity<byte[]> table(Ui ui, @RequestParam Map<String, String> parameters) {
        Table table = new Table("id", "review", "title", "period", "deadline", "state", "asked", "sent");
        for (CallLine line : CallList.of(ui, Query.of("/work/calls", parameters, CallList.ASKED), lines())) {
            Call call = line.call();
            table.row(
                    String.valueOf(call.id()),
                    call.cycle(),
                    ui.text(call.title()),
                    call.period().toString(),
                    call.deadline().toString(),
                    call.state().word(),
                    String.valueOf(line.returns().size()),
                    String.valueOf(line.sent()));
        }
        return table.download("calls.csv");
    }

    @Needs(Permission.MANAGE_CALLS)
    @GetMapping("/{language}/work/calls/new")
    Html form(Ui ui) {
        return form(ui, Optional.empty());
    }

    private Html form(Ui ui, Optional<Problem> fault) {
        Html page =
                pages.page("collection/new-call", ui, new NewCallPage(shown.of(ui), drafts.all(), calls.all(), fault));
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    /** From a review ({@code review:2021}) or from an earlier call ({@code call:7}). */
    @Needs(Permission.MANAGE_CALLS)
    @PostMapping("/{language}/work/calls")
    View create(Ui ui, @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String period) {
        try {
            if (from.startsWith("call:")) {
                Call last = calls.must(number(from.substring("call:".length())));
                return Redirect.within(ui, "/work/calls/" + builder.copy(last, period(ui, period)));
            }
            CallDrafts.Draft draft = drafts.find(from.substring(from.indexOf(':') + 1))
                    .orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
            long id = builder.from(draft);
            if (!period.isBlank()) {
                Call call = calls.must(id);
                calls.change(id, call.title(), period(ui, period), call.deadline(), call.instructions());
            }
            return Redirect.within(ui, "/work/calls/" + id);
        } catch (Problem problem) {
            return form(ui, Optional.of(problem));
        }
    }

    private static Period period(Ui ui, String text) {
        return Period.tryParse(text.strip())
                .filter(Period::dated)
                .orElseThrow(() -> Problem.of(
                        PlatformProblem.ofField(text), ui.t("call.period"), text, ui.t("call.period.expected")));
    }

    private static LocalDate day(Ui ui, String key, String text) {
        return Period.tryParse(text.strip())
                .flatMap(Period::last)
                .filter(day -> day.toString().equals(text.strip()))
                .orElseThrow(() ->
                        Problem.of(PlatformProblem.ofField(text), ui.t(key), text, ui.t("call.deadline.expected")));
    }

    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    @GetMapping("/{language}/work/calls/{id}")
    Html call(Ui ui, @PathVariable long id) {
        return page(ui, id, Optional.empty());
    }

    private Html page(Ui ui, long id, Optional<Problem> fault) {
        Call call = calls.must(id);
        boolean manages = ui.visitor().actor().may(Permission.MANAGE_CALLS);
        CallPage model = new CallPage(
                shown.of(ui), call, returns.to(id), manages ? catalogue.items() : List.of(), manages, fault);
        Html page = pages.page("collection/call", ui, model);
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    @Needs(Permission.MANAGE_CALLS)
    @PostMapping("/{language}/work/calls/{id}")
    View change(
            Ui ui,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String deadline,
            @RequestParam(defaultValue = "") String instructions) {
        return act(ui, id, () -> {
            Call call = calls.must(id);
            Map<String, String> title = new HashMap<>(call.title().texts());
            fields.forEach((name, texts) -> {
                if (name.startsWith("title_") && !texts.getFirst().isBlank()) {
                    title.put(
                            name.substring("title_".length()), texts.getFirst().strip());
                }
            });
            Period asked = period.isEmpty() ? call.period() : period(ui, period);
            calls.change(id, new LocalText(title), asked, day(ui, "call.deadline", deadline), instructions.strip());
        });
    }

    /** Adds an indicator with the breakdown that fits a table, or a text. */
    @Needs(Permission.MANAGE_CALLS)
    @PostMapping("/{language}/work/calls/{id}/questions")
    View ask(
            Ui ui,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String text) {
        return act(ui, id, () -> {
            Call call = calls.must(id);
            Optional<Item> known = catalogue.items().stream()
                    .filter(i -> i.code().equals(item))
                    .findFirst();
            Question question = known.map(CallBuilder::question)
                    .orElseGet(() -> new Question(
                            0,
                            Question.Kind.TEXT,
                            "text-" + (call.questions().size() + 1),
                            LocalText.of(ui.language(), text.strip()),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            List.of(),
                            true));
            if (known.isEmpty() && text.isBlank()) {
                throw Problem.of(CollectionProblem.FIELD, text, ui.t("call.ask.text"));
            }
            long added = calls.ask(id, question);
            Map<String, List<Long>> asked = new LinkedHashMap<>();
            for (Call.Asked a : call.asked()) {
                List<Long> more = new ArrayList<>(a.questions());
                more.add(added);
                asked.put(a.organisation(), more);
            }
            calls.address(id, asked);
        });
    }

    /** Chooses the breakdown of a figure, and whether an answer is required. */
    @Needs(Permission.MANAGE_CALLS)
    @PostMapping("/{language}/work/calls/{id}/questions/{question}")
    View shape(
            Ui ui,
            @PathVariable long id,
            @PathVariable long question,
            @RequestParam(defaultValue = "") List<String> dimension,
            @RequestParam(defaultValue = "false") boolean required) {
        return act(
                ui,
                id,
                () -> calls.must(id).questions().stream()
                        .filter(q -> q.id() == question)
                        .findFirst()
                        .ifPresent(q -> {
                            List<Dimension> chosen = catalogue.items().stream()
                                    .filter(i -> i.code().equals(q.code()))
                                    .flatMap(i -> i.dimensions().stream())
                                    .filter(d -> dimension.contains(d.code())
                                            && !d.values().isEmpty())
                                    .toList();
                            calls.ask(
                                    id,
                                    new Question(
                                            q.id(),
                                            q.kind(),
                                            q.code(),
                                            q.title(),
                                            q.definition(),
                                            q.unit(),
                                            chosen,
                                            q.datasets(),
                                            required));
                        }));
    }

    @Needs(Permission.MANAGE_CALLS)
    @PostMapping("/{language}/work/calls/{id}/questions/{question}/removal")
    View drop(Ui ui, @PathVariable long id, @PathVariable long question) {
        return act(ui, id, () -> calls.drop(id, question));
    }

    /** Who is asked what: fields {@code asked} of the form {@code organisation:question}. */
    @Needs(Permission.MANAGE_CALLS)
    @PostMapping("/{language}/work/calls/{id}/addressees")
    View address(
            Ui ui,
            @PathVariable long id,
            @RequestParam(defaultValue = "") List<String> asked,
            @RequestParam(defaultValue = "") String more) {
        return act(ui, id, () -> {
            Map<String, List<Long>> by = new LinkedHashMap<>();
            for (String pair : asked) {
                int colon = pair.lastIndexOf(':');
                if (colon > 0) {
                    by.computeIfAbsent(pair.substring(0, colon), o -> new ArrayList<>())
                            .add(number(pair.substring(colon + 1)));
                }
            }
            if (!more.isBlank()) {
                by.putIfAbsent(
                        more,
                        calls.must(id).questions().stream().map(Question::id).toList());
            }
            calls.address(id, by);
        });
    }

    @Needs(Permission.MANAGE_CALLS)
    @PostMapping("/{language}/work/calls/{id}/opening")
    View open(Ui ui, @PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        return act(ui, id, () -> calls.open(id, reason.strip()));
    }

    @Needs(Permission.MANAGE_CALLS)
    @PostMapping("/{language}/work/calls/{id}/closure")
    View close(Ui ui, @PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        return act(ui, id, () -> calls.close(id, reason.strip()));
    }

    @Needs(Permission.MANAGE_CALLS)
    @PostMapping("/{language}/work/calls/{id}/deletion")
    View delete(Ui ui, @PathVariable long id) {
        try {
            calls.delete(id);
            return Redirect.within(ui, "/work/calls");
        } catch (Problem problem) {
            return page(ui, id, Optional.of(problem));
        }
    }

    private View act(Ui ui, long id, Runnable action) {
        try {
            action.run();
            return Redirect.within(ui, "/work/calls/" + id);
        } catch (Problem problem) {
            return page(ui, id, Optional.of(problem));
        }
    }
}
