package ml.taama.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.documents.charts.Chart;
import ml.taama.organisations.Facility;
import ml.taama.organisations.Organisations.Mandate;
import ml.taama.platform.security.Open;
import ml.taama.reporting.Charts;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a person finds help, and who does what. */
@Controller
@Open
public class HelpPages {

    /** Facilities by kind, mandates by organisation, and the map, where outlines are known. */
    public record HelpPage(
            Show show, Map<String, List<Facility>> kinds, Map<String, List<Mandate>> mandates, Optional<Chart> map) {}

    private final Pages pages;
    private final Snapshots snapshots;
    private final Charts charts;

    HelpPages(Pages pages, Snapshots snapshots, Charts charts) {
        this.pages = pages;
        this.snapshots = snapshots;
        this.charts = charts;
    }

    @GetMapping("/{language}/help")
    Html help(Ui ui) {
        Snapshot site = snapshots.now();
        Map<String, List<Facility>> kinds = new LinkedHashMap<>();
        site.data()
                .facilities()
                .forEach(f -> kinds.computeIfAbsent(f.kind(), k -> new java.util.ArrayList<>())
                        .add(f));
        Map<String, List<Mandate>> mandates = new LinkedHashMap<>();
        site.data().organisations().keySet().forEach(code -> {
            if (site.mandates().containsKey(code)) {
                mandates.put(code, site.mandates().get(code));
            }
        });
        Optional<Chart> map = site.data().boundaries().isEmpty()
                ? Optional.empty()
                : Optional.of(charts.map(site.data(), ui.language()));
        return pages.page("portal/help", ui, new HelpPage(new Show(ui, site), kinds, mandates, map));
    }
}
