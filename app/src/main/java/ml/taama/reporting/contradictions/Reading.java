package ml.taama.reporting.contradictions;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ml.taama.observatory.Observation;
import ml.taama.observatory.Observations.Dataset;
import ml.taama.organisations.Facility;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.time.Period;
import ml.taama.reference.Activity;
import ml.taama.reference.Goal;
import ml.taama.reporting.Review;
import ml.taama.reporting.narrative.Sentences.Told;
import ml.taama.reporting.narrative.TypedNumbers.Typed;

/**
 * What the rules read: the report as composed, and the data it was composed from.
 *
 * @param quotes observations quoted, in order
 * @param typed figures that someone typed, by section
 * @param told sentences that quote observations and say nothing of plans, by section
 * @param shown what each section speaks of: {@code obs:…}, {@code activity:…}, {@code claim:…}
 * @param names what to call organisations, indicators and places in a message, by code
 */
public record Reading(
        Review review,
        Period period,
        Locale reader,
        List<Goal> goals,
        List<Activity> activities,
        Map<String, Observation> observations,
        Map<String, Dataset> datasets,
        List<Facility> facilities,
        List<String> supporters,
        List<Quote> quotes,
        Map<String, List<Typed>> typed,
        Map<String, List<Told>> told,
        Map<String, Set<String>> shown,
        Names names) {

    /** An observation quoted in a section. */
    public record Quote(Observation observation, String section) {}

    /** What to call things in a message. */
    public interface Names {
        /** Name of an organisation. */
        String organisation(String code);

        /** Title of an indicator. */
        String indicator(String code);

        /** A value with its unit and its period. */
        String value(Observation observation);

        /** Title of the indicator and value. */
        String figure(Observation observation);

        /** Several things, one after the other. */
        String list(List<String> things);

        /** Any text. */
        String text(LocalText text);

        /** A number as printed. */
        String number(BigDecimal number);

        /** A period in words. */
        String period(Period period);
    }

    /** Code of the section that reports progress, or of the first section. */
    String progressSection() {
        return review.sections().stream()
                .filter(s -> s.kind() == Review.SectionKind.PROGRESS)
                .map(Review.Section::code)
                .findFirst()
                .orElseGet(() -> review.sections().getFirst().code());
    }

    /** Code of the first section that speaks of something, or another. */
    String sectionOf(String subject, String otherwise) {
        return shown.entrySet().stream()
                .filter(e -> e.getValue().contains(subject))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(otherwise);
    }
}
