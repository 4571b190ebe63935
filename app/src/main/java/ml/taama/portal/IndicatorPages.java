package ml.taama.portal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import ml.taama.cases.statistics.PublishedAssistance;
import ml.taama.cases.statistics.PublishedAssistance.Published;
import ml.taama.cases.statistics.ReportedAssistance;
import ml.taama.documents.Raster;
import ml.taama.documents.charts.Chart;
import ml.taama.documents.charts.Chart.Width;
import ml.taama.observatory.Indicator;
import ml.taama.observatory.Observation;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Open;
import ml.taama.ui.Downloads;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.Ui;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One indicator: what it is, its figures, where they disagree. */
@Controller
@Open
public class IndicatorPages {

    private static final int SHARP = 2;

    /**
     * One indicator and all its figures.
     *
     * @param counted what was released of the same from the cases that services follow
     */
    public record IndicatorPage(
            Show show,
            Indicator indicator,
            List<Observation> observations,
            List<List<Observation>> conflicts,
            Optional<Chart> chart,
            Optional<Published> counted) {}

    private final Pages pages;
    private final Snapshots snapshots;
    private final List<ReportedAssistance> reported;
    private final PublishedAssistance published;

    IndicatorPages(Pages pages, Snapshots snapshots, List<ReportedAssistance> reported, PublishedAssistance published) {
        this.pages = pages;
        this.snapshots = snapshots;
        this.reported = reported;
        this.published = published;
    }

    @GetMapping("/{language}/figures/{code}")
    Html indicator(Ui ui, @PathVariable String code) {
        Show show = new Show(ui, snapshots.now());
        Indicator indicator = find(show, code);
        List<Observation> observations = show.site().observations(code);
        IndicatorPage page = new IndicatorPage(
                show,
                indicator,
                observations,
                Conflicts.among(observations),
                IndicatorChart.of(show, indicator, observations),
                counted(code));
        return pages.page("portal/indicator", ui, page);
    }

    private Optional<Published> counted(String indicator) {
        return reported.stream()
                .filter(r -> r.all().stream().anyMatch(f -> f.indicator().equals(indicator)))
                .findFirst()
                .flatMap(r -> published.latest());
    }

    @GetMapping("/{language}/figures/{code}/figures.csv")
    ResponseEntity<byte[]> csv(Ui ui, @PathVariable String code) {
        Show show = new Show(ui, snapshots.now());
        find(show, code);
        return FigurePages.table(show, show.site().observations(code)).download(code + ".csv");
    }

    @GetMapping("/{language}/figures/{code}/chart.svg")
    ResponseEntity<byte[]> svg(Ui ui, @PathVariable String code) {
        Chart chart = chart(ui, code);
        String file = chart.draw(Width.WIDE).file(chart.title(), chart.description());
        return Downloads.file(code + ".svg", "image/svg+xml", file.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/{language}/figures/{code}/chart.png")
    ResponseEntity<byte[]> png(Ui ui, @PathVariable String code) {
        return Downloads.file(code + ".png", MediaType.IMAGE_PNG_VALUE, Raster.png(chart(ui, code), SHARP));
    }

    private Chart chart(Ui ui, String code) {
        Show show = new Show(ui, snapshots.now());
        return IndicatorChart.of(show, find(show, code), show.site().observations(code))
                .orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
    }

    private static Indicator find(Show show, String code) {
        return Optional.ofNullable(show.site().data().indicators().get(code))
                .orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
    }
}
