package ml.taama.cli;

import java.util.List;
import java.util.Optional;
import ml.taama.accounts.DemonstrationAccounts;
import ml.taama.accounts.FirstAdministrator;
import ml.taama.collection.DemonstrationCall;
import ml.taama.people.InventedPeople;
import ml.taama.reporting.Review;
import ml.taama.reporting.Reviews;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The accounts of an installation that has none: those of a demonstration, or one for who administers it. */
@Component
class FirstAccounts {

    private final Reviews reviews;
    private final DemonstrationAccounts demonstration;
    private final FirstAdministrator administrator;
    private final DemonstrationCall call;
    private final InventedPeople people;
    private final int files;

    FirstAccounts(
            Reviews reviews,
            DemonstrationAccounts demonstration,
            FirstAdministrator administrator,
            DemonstrationCall call,
            InventedPeople people,
            @Value("${TAAMA_DEMO_PEOPLE:2000}") int files) {
        this.reviews = reviews;
        this.demonstration = demonstration;
        this.administrator = administrator;
        this.call = call;
        this.people = people;
        this.files = files;
    }

    /** Makes them where there are none; returns the page where the first administrator chooses a password, if one waits. */
    Optional<String> make(boolean demo) {
        List<Review> all = reviews.all();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Review review = all.getFirst();
        if (demo && administrator.nobody()) {
            demonstration.make(
                    review.coordinator(),
                    review.contributions().stream()
                            .filter(c -> c.task().equals("contribution"))
                            .map(c -> c.organisation())
                            .toList());
            call.make();
            people.begin(files, 1);
            return Optional.empty();
        }
        return administrator.invite(review.coordinator());
    }
}
