package ml.taama.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ml.taama.people.RightsRequests.RightsRequest;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Tasks;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Component;

/** What the register asks: emergencies to examine, requests of people about their own data. */
@Component
class PeopleTasks implements Tasks {

    private final Glasses glasses;
    private final RightsRequests requests;

    PeopleTasks(Glasses glasses, RightsRequests requests) {
        this.glasses = glasses;
        this.requests = requests;
    }

    @Override
    public List<Task> of(Ui ui) {
        List<Task> tasks = new ArrayList<>();
        boolean officer = ui.visitor().actor().may(Permission.PROTECT_PEOPLE);
        if (officer || ui.visitor().actor().maySomewhere(Permission.SUPERVISE_CASES)) {
            long waiting = glasses.waiting();
            if (waiting > 0) {
                tasks.add(new Task(ui.t("people.task.access", waiting), "/work/people/access", Optional.empty()));
            }
        }
        if (officer) {
            for (RightsRequest request : requests.open()) {
                String kind = ui.t("people.request." + request.kind());
                tasks.add(new Task(
                        ui.t("people.task.request", kind), "/work/people/requests/" + request.id(), request.dueOn()));
            }
        }
        return tasks;
    }
}
