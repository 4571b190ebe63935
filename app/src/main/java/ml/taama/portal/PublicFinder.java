package ml.taama.portal;

import java.util.List;
import ml.taama.ui.Findable;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Component;

/** Finds from the workspace what everybody finds on the site. */
@Component
class PublicFinder implements Findable {

    private final Snapshots snapshots;

    PublicFinder(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public List<Found> find(Ui ui, String question, int most) {
        return SearchPages.found(new Show(ui, snapshots.now()), question).stream()
                .limit(most)
                .map(e -> new Found("entry." + e.kind(), ui.text(e.title()), e.sourceRef(), e.path()))
                .toList();
    }
}
