package ml.taama.portal;

import java.util.List;
import ml.taama.documents.charts.Chart;
import ml.taama.library.Policies.Event;
import ml.taama.library.Policies.Policy;
import ml.taama.platform.security.Open;
import ml.taama.reporting.Charts;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Policies, their dates, the plans, the frameworks that they serve. */
@Controller
@Open
public class PolicyPages {

    /** Policies with their dates. */
    public record PolicyPage(Show show, Chart timeline) {

        /** What happened to a policy, by date. */
        public List<Event> events(Policy policy) {
            return show.site().data().policyEvents().stream()
                    .filter(e -> e.policy().equals(policy.code()))
                    .toList();
        }
    }

    private final Pages pages;
    private final Snapshots snapshots;
    private final Charts charts;

    PolicyPages(Pages pages, Snapshots snapshots, Charts charts) {
        this.pages = pages;
        this.snapshots = snapshots;
        this.charts = charts;
    }

    @GetMapping("/{language}/policies")
    Html policies(Ui ui) {
        Snapshot site = snapshots.now();
        Chart timeline = charts.policies(site.data().policyEvents(), ui.language());
        return pages.page("portal/policies", ui, new PolicyPage(new Show(ui, site), timeline));
    }
}
