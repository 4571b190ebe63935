package ml.taama.matching;

import java.util.List;
import java.util.Optional;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Tasks;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Component;

/** Pairs that wait for a reviewer. */
@Component
class DuplicateTasks implements Tasks {

    private final ReviewQueue queue;

    DuplicateTasks(ReviewQueue queue) {
        this.queue = queue;
    }

    @Override
    public List<Task> of(Ui ui) {
        if (!ui.visitor().actor().may(Permission.REVIEW_DUPLICATES)) {
            return List.of();
        }
        int waiting = queue.toDo();
        return waiting == 0
                ? List.of()
                : List.of(new Task(ui.t("task.duplicates", waiting), "/work/duplicates", Optional.empty()));
    }
}
