package ml.taama.reporting.writing;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import ml.taama.observatory.Indicator;
import ml.taama.observatory.Observation;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.reporting.NationalReports;
import ml.taama.reporting.ReportData;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds a figure to quote: every value of an indicator with its source, and the reference that binds it. */
@Controller
@Needs(Permission.READ_REPORTS)
public class FigurePickerPages {

    private static final int MOST = 30;

    /** A figure that can be quoted. */
    public record Choice(Indicator indicator, Observation observation, String source) {

        /** Of whom, where it is a part: {@code femmes, adultes}. */
        public String part(Ui ui) {
            return observation.dimensionNames().values().stream().map(ui::text).collect(Collectors.joining(", "));
        }
    }

    /** What was found. */
    public record PickerPage(String cycle, String question, List<Choice> choices, boolean more) {}

    private final Pages pages;
    private final Drafts drafts;
    private final NationalReports reports;

    FigurePickerPages(Pages pages, Drafts drafts, NationalReports reports) {
        this.pages = pages;
        this.drafts = drafts;
        this.reports = reports;
    }

    @GetMapping("/{language}/work/reports/{cycle}/figures")
    Html figures(Ui ui, @PathVariable String cycle, @RequestParam(defaultValue = "") String q) {
        ReportData data = reports.data(drafts.review(cycle));
        List<Choice> found = data.observations().values().stream()
                .map(o -> new Choice(data.indicator(o), o, source(data, o, ui.language())))
                .filter(c -> matches(ui, c, q))
                .sorted(Comparator.comparing((Choice c) -> ui.text(c.indicator().title()))
                        .thenComparing(c -> !c.observation().dimensions().isEmpty())
                        .thenComparing(c -> c.observation().code()))
                .toList();
        return pages.page(
                "writing/figures",
                ui,
                new PickerPage(cycle, q, found.subList(0, Math.min(MOST, found.size())), found.size() > MOST));
    }

    private static String source(ReportData data, Observation observation, Locale reader) {
        var source = data.sources().get(observation.sourceRef());
        return source == null ? observation.sourceRef() : source.title().text(reader);
    }

    private static boolean matches(Ui ui, Choice choice, String question) {
        String words = (String.join(" ", choice.indicator().title().texts().values()) + " "
                        + choice.observation().code() + " " + choice.indicator().code() + " " + choice.part(ui) + " "
                        + choice.source() + " "
                        + ui.period(choice.observation().period()))
                .toLowerCase(Locale.ROOT);
        for (String word : question.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (!words.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
