package ml.taama.collection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import ml.taama.collection.forms.Form;
import ml.taama.collection.forms.Question;
import org.springframework.stereotype.Component;

/** What one organisation is asked by a call, with what is already known of it. */
@Component
class Forms {

    private final Catalogue catalogue;
    private final Clock clock;

    Forms(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    Form of(Call call, String organisation) {
        List<Question> questions = call.questions(organisation);
        return Form.of(
                call.period(),
                LocalDate.now(clock),
                questions,
                catalogue.past(
                        organisation,
                        questions.stream().filter(Question::figure).toList(),
                        call.period()));
    }
}
