package ml.taama.reporting.writing;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.reporting.Composition;
import ml.taama.reporting.Layout;
import ml.taama.reporting.NationalReports;
import ml.taama.reporting.ReportData;
import ml.taama.reporting.Review;
import ml.taama.reporting.Reviews;
import org.springframework.stereotype.Component;

/** The report of a review that goes on. */
@Component
class Drafts {

    private final Reviews reviews;
    private final NationalReports reports;

    Drafts(Reviews reviews, NationalReports reports) {
        this.reviews = reviews;
        this.reports = reports;
    }

    Review review(String cycle) {
        return reviews.find(cycle).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
    }

    /** As it would be published now: the same for everybody. */
    Composition now(String cycle, Locale language) {
        return reports.compose(reports.publishable(review(cycle)), language, Layout.BY_GOAL);
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

    /** What a signature is for: the words and figures of each section. */
    Map<String, String> fingerprints(Composition composition) {
        Map<String, String> fingerprints = new TreeMap<>();
        composition.words().forEach((section, words) -> fingerprints.put(section, Hashes.of(words)));
        return fingerprints;
    }
}
