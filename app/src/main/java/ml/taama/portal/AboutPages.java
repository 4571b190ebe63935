package ml.taama.portal;

import ml.taama.platform.security.Open;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** About the data: where they come from, how sure they are, what is not known. */
@Controller
@Open
public class AboutPages {

    /** What the page counts. */
    public record AboutPage(
            Show show, long sources, long recollections, long figures, long unsureGoals, long conflicts) {}

    private final Pages pages;
    private final Snapshots snapshots;

    AboutPages(Pages pages, Snapshots snapshots) {
        this.pages = pages;
        this.snapshots = snapshots;
    }

    @GetMapping("/{language}/about")
    Html about(Ui ui) {
        Show show = new Show(ui, snapshots.now());
        Snapshot site = show.site();
        AboutPage page = new AboutPage(
                show,
                site.data().sources().size(),
                site.data().sources().values().stream()
                        .filter(s -> s.recollection())
                        .count(),
                site.data().observations().size(),
                site.goals().values().stream()
                        .filter(g -> !g.certainty().equals("verified"))
                        .count(),
                site.data().indicators().keySet().stream()
                        .filter(i -> !Conflicts.among(site.observations(i)).isEmpty())
                        .count());
        return pages.page("portal/about", ui, page);
    }
}
