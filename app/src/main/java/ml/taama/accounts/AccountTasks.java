package ml.taama.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Tasks;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Component;

/** What accounts ask: a second factor to show or set up, and invitations that nobody answered. */
@Component
class AccountTasks implements Tasks {

    private final Directory directory;

    AccountTasks(Directory directory) {
        this.directory = directory;
    }

    @Override
    public List<Task> of(Ui ui) {
        List<Task> tasks = new ArrayList<>();
        if (ui.visitor().sleeping()) {
            tasks.add(new Task(ui.t("work.sleeping"), "/second-factor", Optional.empty()));
        }
        if (ui.visitor().actor().may(Permission.MANAGE_ACCOUNTS)) {
            long waiting = directory.all().stream()
                    .filter(l -> l.state().equals("invited"))
                    .count();
            if (waiting > 0) {
                tasks.add(new Task(ui.t("work.task.invited", waiting), "/accounts?state=invited", Optional.empty()));
            }
        }
        return tasks;
    }
}
