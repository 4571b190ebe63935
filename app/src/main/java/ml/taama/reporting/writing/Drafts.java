package ml.taama.reporting.writing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import ml.taama.observatory.Indicator;
import ml.taama.observatory.Observation;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.reference.Packs;
import ml.taama.reporting.Composition;
import ml.taama.reporting.Layout;
import ml.taama.reporting.NationalReports;
import ml.taama.reporting.ReportData;
import ml.taama.reporting.Review;
import ml.taama.reporting.Reviews;
import ml.taama.reporting.narrative.Quotations;
import org.springframework.stereotype.Component;

/** The report of a review that goes on. */
@Component
public class Drafts {

    /** A figure that a text quotes. */
    public record Figure(Indicator indicator, Observation observation) {}

    private final Reviews reviews;
    private final NationalReports reports;
    private final Packs packs;

    Drafts(Reviews reviews, NationalReports reports, Packs packs) {
        this.reviews = reviews;
        this.reports = reports;
        this.packs = packs;
    }

    Review review(String cycle) {
        return reviews.find(cycle).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
    }

    /** As it would be published now, in every language: the same for everybody. */
    Map<Locale, Composition> now(String cycle) {
        ReportData data = reports.publishable(review(cycle));
        Map<Locale, Composition> compositions = new LinkedHashMap<>();
        packs.languages().forEach(l -> compositions.put(l, reports.compose(data, l, Layout.BY_GOAL)));
        return compositions;
    }

    /** As the reader sees it, who may know figures that it does not quote. */
    Composition seen(String cycle, Locale language) {
        return reports.compose(reports.draft(review(cycle)), language, Layout.BY_GOAL);
    }

    /** As it would be with another text of a section, as far as the reader may see the figures that it quotes. */
    Composition with(String cycle, String section, Locale language, String markdown) {
        Review saved = review(cycle);
        ReportData data = reports.draft(saved).of(saved.withText(section, language, markdown));
        return reports.compose(data, language, Layout.BY_GOAL);
    }

    /** Figures that a text quotes and another does not, as far as the reader sees them or the report prints them. */
    List<Figure> quotedOnlyBy(String cycle, String text, String other) {
        Set<String> codes = Quotations.of(text);
        codes.removeAll(Quotations.of(other));
        if (codes.isEmpty()) {
            return List.of();
        }
        ReportData data = reports.draft(review(cycle));
        return codes.stream()
                .flatMap(code -> Optional.ofNullable(data.observations().get(code)).stream())
                .map(observation -> new Figure(data.indicator(observation), observation))
                .toList();
    }

    /** What a signature is for: the words and figures of each section, in all languages. */
    static Map<String, String> fingerprints(Map<Locale, Composition> compositions) {
        Map<String, StringBuilder> words = new TreeMap<>();
        compositions.forEach((language, composition) -> composition
                .words()
                .forEach((section, text) -> words.computeIfAbsent(section, ignored -> new StringBuilder())
                        .append(language)
                        .append('\n')
                        .append(text)
                        .append('\n')));
        Map<String, String> fingerprints = new TreeMap<>();
        words.forEach((section, text) -> fingerprints.put(section, Hashes.of(text.toString())));
        return fingerprints;
    }
}
