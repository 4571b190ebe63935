package ml.taama.collection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import ml.taama.collection.forms.Dimension;
import ml.taama.collection.forms.Grid;
import ml.taama.collection.forms.Item;
import ml.taama.collection.forms.Question;
import ml.taama.platform.time.Period;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Builds a call from a review of the country, or from an earlier call with today's definitions. */
@Component
class CallBuilder {

    private static final int WEEKS = 6;

    private final Calls calls;
    private final Catalogue catalogue;
    private final Clock clock;

    CallBuilder(Calls calls, Catalogue catalogue, Clock clock) {
        this.calls = calls;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** A draft with everything that a review asks, of everybody who contributes. */
    @Transactional
    public long from(CallDrafts.Draft draft) {
        long id = calls.draft(
                draft.cycle(), draft.title(), Period.parse(draft.period()), deadline(), "", Optional.empty());
        Map<String, Item> items = items();
        List<Long> questions = new ArrayList<>();
        draft.items().stream()
                .filter(items::containsKey)
                .map(code -> question(java.util.Objects.requireNonNull(items.get(code))))
                .forEach(q -> questions.add(calls.ask(id, q)));
        draft.texts().forEach(t -> questions.add(calls.ask(id, text(t))));
        Map<String, List<Long>> asked = new LinkedHashMap<>();
        draft.organisations().forEach(o -> asked.put(o, questions));
        calls.address(id, asked);
        return id;
    }

    /** A draft that asks the same again, for another period, with the definitions of today. */
    @Transactional
    public long copy(Call last, Period period) {
        long id = calls.draft(
                last.cycle(), last.title(), period, deadline(), last.instructions(), Optional.of(last.id()));
        Map<String, Item> items = items();
        Map<Long, Long> numbers = new HashMap<>();
        for (Question question : last.questions()) {
            Optional<Item> today =
                    question.figure() ? Optional.ofNullable(items.get(question.code())) : Optional.empty();
            numbers.put(
                    question.id(),
                    calls.ask(id, today.map(i -> again(question, i)).orElse(question)));
        }
        Map<String, List<Long>> asked = new LinkedHashMap<>();
        last.asked()
                .forEach(a -> asked.put(
                        a.organisation(),
                        a.questions().stream()
                                .map(q -> java.util.Objects.requireNonNull(numbers.get(q)))
                                .toList()));
        calls.address(id, asked);
        return id;
    }

    private Map<String, Item> items() {
        return catalogue.items().stream().collect(Collectors.toMap(Item::code, Function.identity(), (a, b) -> a));
    }

    private LocalDate deadline() {
        return LocalDate.now(clock).plusWeeks(WEEKS);
    }

    private static Question text(CallDrafts.TextAsked asked) {
        return new Question(
                0,
                Question.Kind.TEXT,
                asked.code(),
                asked.title(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                false);
    }

    /** The breakdown that fits a table: dimensions whose values are known, the shortest first. */
    static Question question(Item item) {
        List<Dimension> fitting = new ArrayList<>();
        int cells = 1;
        for (Dimension dimension : item.dimensions().stream()
                .filter(d -> !d.values().isEmpty())
                .sorted(Comparator.comparingInt(d -> d.values().size()))
                .toList()) {
            if ((long) cells * dimension.values().size() <= Grid.MOST) {
                cells *= dimension.values().size();
                fitting.add(dimension);
            }
        }
        List<Dimension> ordered =
                item.dimensions().stream().filter(fitting::contains).toList();
        return question(item, ordered, true);
    }

    static Question question(Item item, List<Dimension> dimensions, boolean required) {
        return new Question(
                0,
                Question.Kind.FIGURE,
                item.code(),
                item.title(),
                item.definition(),
                Optional.of(item.unit()),
                dimensions,
                item.datasets(),
                required);
    }

    private static Question again(Question question, Item today) {
        List<Dimension> kept = today.dimensions().stream()
                .filter(d -> question.dimension(d.code()).isPresent())
                .toList();
        return question(today, kept, question.required());
    }
}
