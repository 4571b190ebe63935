package ml.taama.collection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import ml.taama.collection.Call.State;
import ml.taama.organisations.Organisations;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Tasks;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Component;

/** What calls and returns ask: returns to fill, questions to answer, returns to review, choices to make, agreements that end. */
@Component
class CollectionTasks implements Tasks {

    private static final int SOON = 60;

    private final Calls calls;
    private final Returns returns;
    private final Disputes disputes;
    private final Agreements agreements;
    private final Organisations organisations;
    private final Clock clock;

    CollectionTasks(
            Calls calls,
            Returns returns,
            Disputes disputes,
            Agreements agreements,
            Organisations organisations,
            Clock clock) {
        this.calls = calls;
        this.returns = returns;
        this.disputes = disputes;
        this.agreements = agreements;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Override
    public List<Task> of(Ui ui) {
        Actor actor = ui.visitor().actor();
        List<Task> tasks = new ArrayList<>();
        if (actor.maySomewhere(Permission.FILL_RETURNS)) {
            fill(ui, tasks);
        }
        if (actor.may(Permission.REVIEW_RETURNS) || actor.may(Permission.MANAGE_CALLS)) {
            calls.all().forEach(call -> review(ui, call, tasks));
        }
        if (actor.may(Permission.MANAGE_AGREEMENTS)) {
            renew(ui, tasks);
        }
        return tasks;
    }

    private void fill(Ui ui, List<Task> tasks) {
        Map<Long, Call> open = calls.all().stream()
                .filter(c -> c.state() == State.OPEN)
                .collect(Collectors.toMap(Call::id, Function.identity()));
        for (Return document : returns.mine()) {
            Call call = open.get(document.call());
            boolean mine = ui.visitor().actor().may(Permission.FILL_RETURNS, document.organisation());
            if (call == null || !mine || !document.state().allows(ReturnState.Move.WRITE)) {
                continue;
            }
            String key = document.state() == ReturnState.QUESTIONED ? "task.return.answer" : "task.return.fill";
            tasks.add(new Task(
                    ui.t(key, ui.text(call.title())), "/work/returns/" + document.id(), Optional.of(call.deadline())));
        }
    }

    private void review(Ui ui, Call call, List<Task> tasks) {
        Actor actor = ui.visitor().actor();
        String title = ui.text(call.title());
        if (call.state() == State.DRAFT) {
            if (actor.may(Permission.MANAGE_CALLS)) {
                tasks.add(new Task(
                        ui.t("task.call.open", title), "/work/calls/" + call.id(), Optional.of(call.deadline())));
            }
            return;
        }
        if (!actor.may(Permission.REVIEW_RETURNS)) {
            return;
        }
        long sent = returns.to(call.id()).stream()
                .filter(r -> r.state() == ReturnState.SENT)
                .count();
        if (sent > 0) {
            tasks.add(new Task(
                    ui.t("task.return.review", sent, title), "/work/review?call=" + call.id(), Optional.empty()));
        }
        long disputed = disputes.of(call.id()).stream()
                .filter(d -> d.settlement().isEmpty())
                .count();
        if (disputed > 0) {
            tasks.add(new Task(
                    ui.t("task.dispute", disputed, title), "/work/calls/" + call.id() + "/disputes", Optional.empty()));
        }
    }

    private void renew(Ui ui, List<Task> tasks) {
        LocalDate today = LocalDate.now(clock);
        agreements.all().stream()
                .filter(a -> a.on(today)
                        && a.to().filter(end -> end.isBefore(today.plusDays(SOON)))
                                .isPresent())
                .forEach(a -> tasks.add(new Task(
                        ui.t("task.agreement", ui.text(organisations.name(a.organisation()))),
                        "/work/agreements",
                        a.to())));
    }
}
