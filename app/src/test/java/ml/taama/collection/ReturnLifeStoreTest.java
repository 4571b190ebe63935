package ml.taama.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import ml.taama.collection.forms.Item;
import ml.taama.collection.forms.Question;
import ml.taama.observatory.Observations;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actor;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.time.Period;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Any sequence of actions on a return, held against a model of a few lines: illegal moves are refused and change nothing,
 * every version stays as it was sent, and exactly what is accepted is an observation.
 */
class ReturnLifeStoreTest {

    private static final int STEPS = 40;
    private static final List<String> CELLS = List.of("sex=F", "sex=M");

    private static CollectionStage stage;
    private static Call call;
    private static Question question;
    private static List<String> organisations;

    @BeforeAll
    static void start() {
        stage = new CollectionStage();
        organisations = List.of(
                "ministry-health",
                "ministry-foreign",
                "ministry-security",
                "ministry-youth",
                "ministry-finance",
                "ministry-women");
        call = stage.as(stage.coordinator(), () -> {
            Calls calls = stage.get(Calls.class);
            Item item = stage.get(Catalogue.class).items().stream()
                    .filter(i -> i.code().equals("ML-REFUGEES"))
                    .findFirst()
                    .orElseThrow();
            long id = calls.draft(
                    "2021",
                    LocalText.of(java.util.Locale.FRENCH, "Essai"),
                    Period.parse("2024"),
                    CollectionStage.today().plusDays(9),
                    "",
                    Optional.empty());
            long asked = calls.ask(
                    id,
                    CallBuilder.question(
                            item,
                            item.dimensions().stream()
                                    .filter(d -> d.code().equals("sex"))
                                    .toList(),
                            false));
            Map<String, List<Long>> by = new LinkedHashMap<>();
            organisations.forEach(o -> by.put(o, List.of(asked)));
            calls.address(id, by);
            calls.open(id, "");
            organisations.forEach(o -> stage.get(Agreements.class)
                    .conclude(o, "essai", List.of(), CollectionStage.today(), Optional.empty(), ""));
            return calls.must(id);
        });
        question = call.questions().getFirst();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    static List<String> organisations() {
        return List.of(
                "ministry-health",
                "ministry-foreign",
                "ministry-security",
                "ministry-youth",
                "ministry-finance",
                "ministry-women");
    }

    /** What should be. */
    private static final class Model {
        ReturnState state = ReturnState.DRAFT;
        final Map<String, String> written = new TreeMap<>();
        final List<Map<String, String>> versions = new ArrayList<>();
        final Set<String> accepted = new HashSet<>();

        Map<String, String> sent() {
            return versions.isEmpty() ? Map.of() : versions.getLast();
        }

        boolean replaced(String cell) {
            return !sent().getOrDefault(cell, "").equals(written.getOrDefault(cell, ""));
        }

        boolean allAccepted() {
            return !sent().isEmpty() && accepted.containsAll(sent().keySet());
        }
    }

    @ParameterizedTest
    @MethodSource("organisations")
    void versionsStayCompleteAndIllegalMovesAreRefused(String organisation) {
        Random random = new Random(organisation.hashCode());
        long id = stage.document(call, organisation).id();
        Model model = new Model();
        for (int step = 0; step < STEPS; step++) {
            int action = random.nextInt(8);
            String cell = CELLS.get(random.nextInt(CELLS.size()));
            String number = random.nextInt(4) == 0 ? "" : String.valueOf(random.nextInt(50));
            boolean legal = legal(model, action, cell, number);
            boolean done = act(organisation, id, model, action, cell, number);
            assertThat(done)
                    .as("%s step %d: action %d on %s in %s", organisation, step, action, cell, model.state)
                    .isEqualTo(legal);
            if (done) {
                apply(model, action, cell, number);
            }
            check(organisation, id, model);
        }
    }

    private static boolean legal(Model model, int action, String cell, String number) {
        boolean writes = model.state == ReturnState.DRAFT || model.state == ReturnState.QUESTIONED;
        boolean known = model.sent().containsKey(cell);
        return switch (action) {
            case 0 -> writes && (!model.accepted.contains(cell) || number.equals(model.written.getOrDefault(cell, "")));
            case 1 -> writes;
            case 2 -> model.state == ReturnState.SENT && model.accepted.isEmpty();
            case 3 -> known && (model.state == ReturnState.SENT || model.state == ReturnState.QUESTIONED);
            case 4 -> known && writes;
            case 5 -> known && model.state == ReturnState.SENT && !model.accepted.contains(cell) && !number.isEmpty();
            case 6 ->
                known
                        && (model.state == ReturnState.SENT || model.state == ReturnState.QUESTIONED)
                        && !model.replaced(cell);
            default -> model.accepted.contains(cell) && model.state != ReturnState.DRAFT;
        };
    }

    private static boolean act(String organisation, long id, Model model, int action, String cell, String number) {
        Actor service = stage.focalPoint(organisation);
        Actor reviewer = stage.coordinator();
        ReturnReviews reviews = stage.get(ReturnReviews.class);
        Returns returns = stage.get(Returns.class);
        Optional<Long> value = model.sent().containsKey(cell)
                ? stage.as(service, () -> returns.version(id, model.versions.size())).stream()
                        .filter(v -> v.cell().toString().equals(cell))
                        .map(Value::id)
                        .findFirst()
                : Optional.empty();
        if (action >= 3 && value.isEmpty()) {
            return false;
        }
        try {
            switch (action) {
                case 0 -> stage.run(service, () -> returns.type(id, Map.of("v:" + question.id() + ":" + cell, number)));
                case 1 -> stage.run(service, () -> returns.send(id, ""));
                case 2 -> stage.run(service, () -> returns.takeBack(id, "erreur"));
                case 3 -> stage.run(reviewer, () -> reviews.question(value.orElseThrow(), "Pourquoi ?"));
                case 4 -> stage.run(service, () -> reviews.answer(value.orElseThrow(), "Parce que."));
                case 5 -> stage.run(reviewer, () -> reviews.correct(value.orElseThrow(), number, "", "vérifié"));
                case 6 -> stage.run(reviewer, () -> reviews.accept(id, List.of(value.orElseThrow()), ""));
                default -> stage.run(reviewer, () -> reviews.withdraw(value.orElseThrow(), "doute"));
            }
            return true;
        } catch (Problem refused) {
            return false;
        }
    }

    private static void apply(Model model, int action, String cell, String number) {
        switch (action) {
            case 0 -> put(model.written, cell, number);
            case 1 -> {
                model.versions.add(new TreeMap<>(model.written));
                model.state = model.allAccepted() ? ReturnState.ACCEPTED : ReturnState.SENT;
            }
            case 2 -> model.state = ReturnState.DRAFT;
            case 3 -> model.state = ReturnState.QUESTIONED;
            case 5 -> {
                put(model.written, cell, number);
                model.versions.add(new TreeMap<>(model.written));
            }
            case 6 -> {
                model.accepted.add(cell);
                if (model.allAccepted() && model.state == ReturnState.SENT) {
                    model.state = ReturnState.ACCEPTED;
                }
            }
            case 7 -> {
                model.accepted.remove(cell);
                if (model.state == ReturnState.ACCEPTED) {
                    model.state = ReturnState.SENT;
                }
            }
            default -> {}
        }
    }

    private static void put(Map<String, String> written, String cell, String number) {
        if (number.isEmpty()) {
            written.remove(cell);
        } else {
            written.put(cell, number);
        }
    }

    private static void check(String organisation, long id, Model model) {
        Returns returns = stage.get(Returns.class);
        Actor service = stage.focalPoint(organisation);
        Returns.Opened opened = stage.as(service, () -> returns.open(id, java.util.Locale.FRENCH));
        assertThat(opened.document().state()).isEqualTo(model.state);
        assertThat(typed(opened.values())).isEqualTo(model.written);
        assertThat(opened.document().sent()).isEqualTo(model.versions.size());
        for (int number = 1; number <= model.versions.size(); number++) {
            int version = number;
            assertThat(typed(stage.as(service, () -> returns.version(id, version))))
                    .as("version %d", version)
                    .isEqualTo(model.versions.get(version - 1));
        }
        long observed = stage
                .as(
                        stage.coordinator(),
                        () -> stage.get(TransactionTemplate.class)
                                .execute(s -> stage.get(Observations.class).all()))
                .stream()
                .filter(o -> o.sourceRef().startsWith("RETURN-" + id + "-"))
                .count();
        assertThat(observed).isEqualTo(model.accepted.size());
    }

    private static Map<String, String> typed(List<Value> values) {
        Map<String, String> typed = new HashMap<>();
        values.forEach(v -> typed.put(v.cell().toString(), v.typed()));
        return new TreeMap<>(typed);
    }
}
