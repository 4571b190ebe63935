package ml.taama.reporting.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.platform.security.Permission;
import ml.taama.platform.text.Plain;
import ml.taama.reporting.Review;
import ml.taama.reporting.Review.Section;
import ml.taama.reporting.Reviews;
import ml.taama.reporting.narrative.Markup;
import ml.taama.reporting.narrative.PlainText;
import ml.taama.ui.Findable;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Component;

/** Finds the texts of reports in progress, and what was remarked on them. */
@Component
class WritingFinder implements Findable {

    private static final int WORDS = 120;

    private final Reviews reviews;
    private final Comments comments;

    WritingFinder(Reviews reviews, Comments comments) {
        this.reviews = reviews;
        this.comments = comments;
    }

    @Override
    public List<Found> find(Ui ui, String question, int most) {
        if (!ui.visitor().actor().maySomewhere(Permission.READ_REPORTS)) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        for (Review review : reviews.all()) {
            if (review.state() == Review.State.OPEN) {
                texts(ui, review, question, found);
                remarks(ui, review, question, found);
            }
        }
        return found.subList(0, Math.min(most, found.size()));
    }

    private static void texts(Ui ui, Review review, String question, List<Found> found) {
        for (Section section : review.sections()) {
            Map<String, String> texts = review.narrative().getOrDefault(section.code(), Map.of());
            texts.forEach((language, markdown) -> {
                String words = ui.text(section.title()) + " " + PlainText.of(Markup.parse(markdown));
                if (Plain.has(Plain.text(words), question)) {
                    found.add(new Found(
                            "entry.text",
                            ui.text(section.title()),
                            ui.text(review.title()) + " · " + language.toUpperCase(java.util.Locale.ROOT),
                            path(review, section.code(), language)));
                }
            });
        }
    }

    private void remarks(Ui ui, Review review, String question, List<Found> found) {
        for (Comment comment : comments.all(review.code())) {
            if (Plain.has(Plain.text(comment.text() + " " + comment.passage()), question)) {
                Optional<Section> section = review.section(comment.section());
                found.add(new Found(
                        "entry.remark",
                        comment.text()
                                .substring(0, Math.min(WORDS, comment.text().length())),
                        section.map(s -> ui.text(s.title())).orElse(""),
                        path(review, comment.section(), comment.language()) + "#remarks"));
            }
        }
    }

    private static String path(Review review, String section, String language) {
        return "/work/reports/" + review.code() + "/sections/" + section + "/" + language;
    }
}
