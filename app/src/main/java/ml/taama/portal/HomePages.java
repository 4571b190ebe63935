package ml.taama.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import ml.taama.documents.charts.Chart;
import ml.taama.library.Policies;
import ml.taama.observatory.Observation;
import ml.taama.platform.security.Open;
import ml.taama.reporting.Charts;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.Readers;
import ml.taama.ui.Ui;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The home page, and the way to it. */
@Controller
@Open
public class HomePages {

    private static final int LATEST = 5;

    /** What the home page shows. */
    public record HomePage(
            Show show, List<Observation> highlights, List<GoalTile> goals, Chart map, List<Policies.Event> latest) {}

    private final Pages pages;
    private final Readers readers;
    private final Snapshots snapshots;
    private final Charts charts;

    HomePages(Pages pages, Readers readers, Snapshots snapshots, Charts charts) {
        this.pages = pages;
        this.readers = readers;
        this.snapshots = snapshots;
        this.charts = charts;
    }

    /** Without a language, the one that the browser prefers. */
    @GetMapping("/")
    ResponseEntity<Void> root(HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, readers.guess(request).url(""))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    @GetMapping({"/{language}", "/{language}/"})
    Html home(Ui ui) {
        Snapshot site = snapshots.now();
        List<Policies.Event> latest = site.data().policyEvents().stream()
                .filter(e -> e.period().dated())
                .sorted(Comparator.comparing(
                                (Policies.Event e) -> e.period().last().orElseThrow())
                        .reversed())
                .limit(LATEST)
                .toList();
        HomePage page = new HomePage(
                new Show(ui, site),
                site.highlights(),
                GoalTile.of(site, charts),
                charts.map(site.data(), ui.language()),
                latest);
        return pages.page("portal/home", ui, page);
    }
}
