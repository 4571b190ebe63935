package ml.taama.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Query;
import ml.taama.ui.Tasks;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Component;

/** What cases ask of who is signed in: tasks that are due, requests to decide, referrals to answer, alerts that hold. */
@Component
class WaitingTasks implements Tasks {

    private static final int SOON = 7;
    private static final int MOST = 50;

    private final CaseTasks tasks;
    private final Cases cases;
    private final CaseSearch search;
    private final Referrals referrals;
    private final Alerts alerts;
    private final Clock clock;

    WaitingTasks(CaseTasks tasks, Cases cases, CaseSearch search, Referrals referrals, Alerts alerts, Clock clock) {
        this.tasks = tasks;
        this.cases = cases;
        this.search = search;
        this.referrals = referrals;
        this.alerts = alerts;
        this.clock = clock;
    }

    @Override
    public List<Task> of(Ui ui) {
        Actor actor = ui.visitor().actor();
        List<Task> waiting = new ArrayList<>();
        if (!actor.maySomewhere(Permission.MANAGE_CASES)) {
            return waiting;
        }
        due(ui, waiting);
        triage(ui, waiting);
        answer(ui, waiting);
        protect(ui, waiting);
        return waiting;
    }

    private void due(Ui ui, List<Task> waiting) {
        LocalDate today = LocalDate.now(clock);
        for (CaseTask task : tasks.due(ui.visitor().actor().account(), today.plusDays(SOON)).stream()
                .limit(MOST)
                .toList()) {
            String words = task.dueOn().isBefore(today) ? "task.case.late" : "task.case";
            cases.find(task.dossier())
                    .ifPresent(c -> waiting.add(new Task(
                            ui.t(words, ui.t("case.task." + task.kind()), c.spaced()),
                            "/work/cases/" + c.id(),
                            Optional.of(task.dueOn()))));
        }
    }

    private void triage(Ui ui, List<Task> waiting) {
        Query received = Query.of("/work/cases", Map.of("state", "received", "whose", "mine"), CaseSearch.ASKED);
        int number = search.list(received).total();
        if (number > 0) {
            waiting.add(new Task(ui.t("task.case.triage", number), received.address(), Optional.empty()));
        }
    }

    private void answer(Ui ui, List<Task> waiting) {
        Actor actor = ui.visitor().actor();
        referrals.all().stream()
                .filter(r -> r.state() == ReferralState.PROPOSED
                        && r.inForce()
                        && actor.may(Permission.MANAGE_CASES, r.recipient()))
                .limit(MOST)
                .forEach(r -> waiting.add(new Task(
                        ui.t("task.referral", r.id()),
                        "/work/referrals/" + r.id(),
                        Optional.of(
                                ReferralReminders.due(LocalDate.ofInstant(r.proposedAt(), ZoneId.systemDefault()))))));
    }

    private void protect(Ui ui, List<Task> waiting) {
        long account = ui.visitor().actor().account();
        Map<Long, List<Alert>> holding = alerts.holding().stream().collect(Collectors.groupingBy(Alert::dossier));
        holding.forEach((dossier, all) -> cases.find(dossier)
                .filter(c -> c.account().filter(a -> a == account).isPresent())
                .ifPresent(c -> waiting.add(new Task(
                        ui.t("task.alert", all.size(), c.spaced()), "/work/cases/" + c.id(), Optional.empty()))));
    }
}
