package ml.taama.reporting;

import java.time.LocalDate;
import java.util.Optional;
import ml.taama.organisations.Facility;
import ml.taama.platform.time.Period;
import ml.taama.reference.Source;

/**
 * What was known on a day: events that had begun, sources that had appeared. A source without a date counts as known only
 * when it is the document of the review or a passage of it.
 *
 * @param day absent for whatever is known now
 */
record Known(ReportData data, Optional<LocalDate> day) {

    /** Everything. */
    static Known now(ReportData data) {
        return new Known(data, Optional.empty());
    }

    /** What was known at the date of the content of the review. */
    static Known atReview(ReportData data) {
        return new Known(data, Optional.of(data.review().contentDate()));
    }

    boolean source(String code) {
        Source source = data.sources().get(code);
        return day.isEmpty() || (source != null && (ofReview(source) || published(source)));
    }

    private boolean ofReview(Source source) {
        String document = data.review().sourceRef();
        return source.code().equals(document)
                || source.partOf().filter(document::equals).isPresent();
    }

    private boolean published(Source source) {
        return source.published()
                .flatMap(Period::tryParse)
                .flatMap(Period::last)
                .filter(last -> !last.isAfter(day.orElseThrow()))
                .isPresent();
    }

    /** Whether an event had begun; one of which no day is known counts when its source was known. */
    boolean event(Facility.Event event) {
        if (day.isEmpty()) {
            return true;
        }
        return event.period()
                .first()
                .map(first -> !first.isAfter(day.get()))
                .orElseGet(() -> source(event.sourceRef()));
    }
}
