package ml.taama.collection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import ml.taama.collection.forms.Question;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.time.Period;

/**
 * A call for data.
 *
 * @param cycle code of the review that it is for
 * @param instructions in Markdown
 * @param questions in order
 * @param asked which organisation is asked which questions
 * @param events what became of it, the first one first
 */
public record Call(
        long id,
        String cycle,
        LocalText title,
        Period period,
        LocalDate deadline,
        String instructions,
        List<Question> questions,
        List<Asked> asked,
        List<Event> events) {

    /** Draft, open to answers, closed. */
    public enum State {
        DRAFT,
        OPEN,
        CLOSED;

        /** As pages name it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An organisation and the numbers of the questions that it is asked. */
    public record Asked(String organisation, List<Long> questions) {}

    /** Who did what, when, why. */
    public record Event(String kind, Instant at, long account, String reason) {}

    /** Where it stands. */
    public State state() {
        return switch (events.isEmpty() ? "drafted" : events.getLast().kind()) {
            case "opened" -> State.OPEN;
            case "closed" -> State.CLOSED;
            default -> State.DRAFT;
        };
    }

    /** The questions asked of an organisation. */
    public List<Question> questions(String organisation) {
        return asked.stream()
                .filter(a -> a.organisation().equals(organisation))
                .findFirst()
                .map(a -> questions.stream()
                        .filter(q -> a.questions().contains(q.id()))
                        .toList())
                .orElse(List.of());
    }

    /** The organisations asked. */
    public List<String> organisations() {
        return asked.stream().map(Asked::organisation).toList();
    }
}
