package ml.taama.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ml.taama.collection.CallDrafts;
import ml.taama.observatory.Observations;
import ml.taama.observatory.Observations.Dataset;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.text.Messages;
import org.springframework.stereotype.Component;

/** A call built from a review: its datasets as figures, those without an indicator and the activity report as texts. */
@Component
class ReviewCallDrafts implements CallDrafts {

    private static final String CONTRIBUTION = "contribution";
    private static final String ACTIVITIES = "activity-report";

    private final Reviews reviews;
    private final Observations observations;
    private final Messages messages;
    private final Clock clock;

    ReviewCallDrafts(Reviews reviews, Observations observations, Messages messages, Clock clock) {
        this.reviews = reviews;
        this.observations = observations;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public List<Draft> all() {
        Map<String, Dataset> datasets = observations.datasets();
        return reviews.all().stream().map(r -> draft(r, datasets)).toList();
    }

    private Draft draft(Review review, Map<String, Dataset> datasets) {
        Set<String> organisations = new LinkedHashSet<>();
        review.contributions().stream()
                .filter(c -> c.task().equals(CONTRIBUTION))
                .forEach(c -> organisations.add(c.organisation()));
        organisations.add(review.coordinator());
        List<String> items = new ArrayList<>();
        List<TextAsked> texts = new ArrayList<>();
        for (Review.Request request : review.requests()) {
            Optional<Dataset> dataset = Optional.ofNullable(datasets.get(request.dataset()));
            dataset.ifPresent(d -> items.addAll(d.indicators()));
            dataset.filter(d -> d.indicators().isEmpty()).ifPresent(d -> texts.add(new TextAsked(d.code(), d.title())));
        }
        Set<String> languages = review.title().texts().keySet();
        texts.add(new TextAsked(ACTIVITIES, said(languages, "call.text.activities", review)));
        return new Draft(
                review.code(),
                said(languages, "call.draft.title", review),
                period(review),
                List.copyOf(organisations),
                items,
                texts);
    }

    private LocalText said(Set<String> languages, String key, Review review) {
        Map<String, String> said = new HashMap<>();
        languages.forEach(l ->
                said.put(l, messages.text(Locale.of(l), key, review.title().text(Locale.of(l)))));
        return new LocalText(said);
    }

    /** What an open review covers; after one that is over, the years since. */
    private String period(Review review) {
        int last = LocalDate.now(clock).getYear() - 1;
        int end = review.period().last().map(LocalDate::getYear).orElse(last);
        if (review.state() == Review.State.OPEN || end >= last) {
            return review.period().toString();
        }
        return end + 1 == last ? String.valueOf(last) : end + 1 + "/" + last;
    }
}
