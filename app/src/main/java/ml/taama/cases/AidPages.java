package ml.taama.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ml.taama.cases.Aid.Given;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Services of a case, its tasks and alerts: written down, corrected, done, resolved. */
@Controller
@Needs(Permission.MANAGE_CASES)
public class AidPages {

    private final CaseView view;
    private final Cases cases;
    private final Services services;
    private final CaseTasks tasks;
    private final Alerts alerts;
    private final Once once;
    private final Clock clock;

    AidPages(CaseView view, Cases cases, Services services, CaseTasks tasks, Alerts alerts, Once once, Clock clock) {
        this.view = view;
        this.cases = cases;
        this.services = services;
        this.tasks = tasks;
        this.alerts = alerts;
        this.once = once;
        this.clock = clock;
    }

    @PostMapping("/{language}/work/cases/{id:[0-9]+}/services")
    View give(Ui ui, @PathVariable long id, @RequestParam MultiValueMap<String, String> sent) {
        Map<String, String> typed = sent.toSingleValueMap();
        return view.after(
                ui,
                id,
                typed,
                () -> once.of(CasePages.text(typed, "key"), sent, () -> services.give(id, given(ui, id, sent))));
    }

    @PostMapping("/{language}/work/cases/{id:[0-9]+}/services/{service:[0-9]+}/correction")
    View correct(
            Ui ui,
            @PathVariable long id,
            @PathVariable long service,
            @RequestParam MultiValueMap<String, String> sent) {
        Map<String, String> typed = sent.toSingleValueMap();
        return view.after(
                ui,
                id,
                typed,
                () -> services.correct(id, service, given(ui, id, sent), CasePages.text(typed, "reason")));
    }

    @PostMapping("/{language}/work/cases/{id:[0-9]+}/services/{service:[0-9]+}/cancellation")
    View cancel(Ui ui, @PathVariable long id, @PathVariable long service, @RequestParam Map<String, String> typed) {
        return view.after(ui, id, typed, () -> services.cancel(id, service, CasePages.text(typed, "reason")));
    }

    private Given given(Ui ui, long id, MultiValueMap<String, String> sent) {
        Map<String, String> typed = sent.toSingleValueMap();
        Case dossier = cases.find(id).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        List<Long> people = Optional.ofNullable(sent.get("people")).orElse(List.of()).stream()
                .filter(f -> f.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .toList();
        String kind = Fields.choice(ui, "case.service.kind", CasePages.text(typed, "kind"), Words.SERVICES);
        Optional<java.math.BigDecimal> amount =
                Fields.maybeNumber(ui, "case.service.amount", CasePages.text(typed, "amount"));
        if (kind.equals("cash") && amount.isEmpty()) {
            throw Problem.of(
                    PlatformProblem.MISSING_FIELD, ui.t("case.service.amount"), "", ui.t("case.expected.number"));
        }
        String quantity = CasePages.text(typed, "quantity");
        return new Given(
                kind,
                Fields.maybe(CasePages.text(typed, "organisation")).orElse(dossier.organisation()),
                people,
                Fields.past(ui, "case.service.day", CasePages.text(typed, "on"), LocalDate.now(clock)),
                Fields.number(ui, "case.service.quantity", quantity.isEmpty() ? "1" : quantity),
                amount,
                amount.map(a -> Fields.choice(
                        ui,
                        "case.service.currency",
                        CasePages.text(typed, "currency").toUpperCase(Locale.ROOT),
                        Words.CURRENCIES)),
                Fields.choice(ui, "case.service.proof", CasePages.text(typed, "proof"), Words.PROOFS),
                CasePages.text(typed, "text"));
    }

    @PostMapping("/{language}/work/cases/{id:[0-9]+}/tasks")
    View plan(Ui ui, @PathVariable long id, @RequestParam Map<String, String> typed) {
        return view.after(
                ui,
                id,
                typed,
                () -> once.of(
                        CasePages.text(typed, "key"),
                        typed,
                        () -> tasks.add(
                                id,
                                Fields.choice(ui, "case.task", CasePages.text(typed, "kind"), Words.TASKS),
                                Fields.day(ui, "case.task.due", CasePages.text(typed, "due")),
                                CasePages.text(typed, "text"))));
    }

    @PostMapping("/{language}/work/cases/{id:[0-9]+}/tasks/{task:[0-9]+}/done")
    View done(Ui ui, @PathVariable long id, @PathVariable long task, @RequestParam Map<String, String> typed) {
        return view.after(ui, id, typed, () -> tasks.done(id, task, CasePages.text(typed, "text")));
    }

    @PostMapping("/{language}/work/cases/{id:[0-9]+}/alerts")
    View raise(Ui ui, @PathVariable long id, @RequestParam Map<String, String> typed) {
        return view.after(
                ui,
                id,
                typed,
                () -> once.of(
                        CasePages.text(typed, "key"),
                        typed,
                        () -> alerts.raise(
                                id,
                                number(CasePages.text(typed, "file")),
                                Fields.choice(ui, "case.alert", CasePages.text(typed, "kind"), Words.ALERTS),
                                CasePages.text(typed, "text"))));
    }

    @PostMapping("/{language}/work/cases/{id:[0-9]+}/alerts/{alert:[0-9]+}/steps")
    View step(Ui ui, @PathVariable long id, @PathVariable long alert, @RequestParam Map<String, String> typed) {
        return view.after(
                ui,
                id,
                typed,
                () -> once.of(CasePages.text(typed, "key"), typed, () -> {
                    alerts.step(
                            id,
                            alert,
                            CasePages.text(typed, "step"),
                            Fields.past(ui, "case.step.day", CasePages.text(typed, "on"), LocalDate.now(clock)),
                            CasePages.text(typed, "text"));
                    return alert;
                }));
    }

    @PostMapping("/{language}/work/cases/{id:[0-9]+}/alerts/{alert:[0-9]+}/resolution")
    View resolve(Ui ui, @PathVariable long id, @PathVariable long alert, @RequestParam Map<String, String> typed) {
        return view.after(ui, id, typed, () -> alerts.resolve(id, alert, CasePages.text(typed, "reason")));
    }

    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
