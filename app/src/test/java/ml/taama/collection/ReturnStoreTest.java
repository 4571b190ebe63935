package ml.taama.collection;

import static ml.taama.collection.CollectionStage.FOREIGN;
import static ml.taama.collection.CollectionStage.HEALTH;
import static ml.taama.collection.CollectionStage.field;
import static ml.taama.collection.CollectionStage.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ml.taama.collection.forms.Cell;
import ml.taama.collection.forms.Question;
import ml.taama.observatory.Observation;
import ml.taama.observatory.Observations;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Role;
import ml.taama.reference.Source;
import ml.taama.reference.Sources;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** From a call to an observation with its source, and who may do and see what on the way. */
class ReturnStoreTest {

    private static CollectionStage stage;
    private Call call;
    private Question diaspora;
    private long health;

    @BeforeAll
    static void start() {
        stage = new CollectionStage();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @BeforeEach
    void call() {
        call = stage.openCall();
        diaspora = question(call, "ML-DIASPORA");
        health = stage.document(call, HEALTH).id();
    }

    private void fill(String organisation, long document, String total) {
        stage.type(
                organisation, document, Map.of(field(diaspora, Cell.TOTAL), total, "s:" + diaspora.id(), "Registre"));
        stage.answerTheRest(organisation, document);
    }

    private void send(String organisation, long document) {
        stage.run(stage.focalPoint(organisation), () -> stage.get(Returns.class).send(document, ""));
    }

    private ReturnReviews.Seen seen(long document) {
        return stage.as(
                stage.coordinator(), () -> stage.get(ReturnReviews.class).see(document));
    }

    private Value value(long document) {
        return seen(document).values().stream()
                .filter(v -> v.question() == diaspora.id())
                .findFirst()
                .orElseThrow();
    }

    private void review(Runnable work) {
        stage.run(stage.coordinator(), work);
    }

    /** Observations as somebody sees them within a transaction. */
    private List<Observation> observations(Actor actor) {
        return stage.as(
                actor,
                () -> stage.get(TransactionTemplate.class)
                        .execute(status -> stage.get(Observations.class).all()));
    }

    private String code(Value value) {
        return "R" + value.id();
    }

    private static void refuses(String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
    }

    @Test
    void anAcceptedValueBecomesAnObservationWithItsSourceAndIsNotPublished() {
        fill(HEALTH, health, "4 100 000");
        send(HEALTH, health);
        Value sent = value(health);
        review(() -> stage.get(ReturnReviews.class).accept(health, List.of(sent.id()), ""));

        Observation made = observations(stage.coordinator()).stream()
                .filter(o -> o.code().equals(code(sent)))
                .findFirst()
                .orElseThrow();
        assertThat(made.value()).isEqualByComparingTo("4100000");
        assertThat(made.organisation()).contains(HEALTH);
        assertThat(made.period()).map(Object::toString).contains(call.period().toString());
        assertThat(made.method().orElseThrow().text(Locale.FRENCH)).isEqualTo("Registre");
        assertThat(made.sourceRef()).isEqualTo("RETURN-" + health + "-1");
        Map<String, Source> known = stage.as(
                stage.coordinator(),
                () -> stage.get(TransactionTemplate.class)
                        .execute(s -> stage.get(Sources.class).all()));
        assertThat(known).containsKey("RETURN-" + health + "-1");

        assertThat(observations(Actor.PUBLIC))
                .extracting(Observation::code)
                .doesNotContain(code(sent))
                .isNotEmpty();
        assertThat(observations(stage.person(Role.PARTNER, "iom")))
                .extracting(Observation::code)
                .doesNotContain(code(sent));
        assertThat(stage.get(Sources.class).all()).doesNotContainKey("RETURN-" + health + "-1");

        review(() -> assertThat(stage.get(Observations.class).publish(List.of(code(sent))))
                .isOne());
        assertThat(observations(Actor.PUBLIC)).extracting(Observation::code).contains(code(sent));
        assertThat(stage.get(Sources.class).all()).containsKey("RETURN-" + health + "-1");
        refuses(
                "observatory.published",
                () -> review(() -> stage.get(ReturnReviews.class).withdraw(sent.id(), "erreur")));
    }

    @Test
    void aWithdrawnAcceptanceTakesItsObservationAway() {
        fill(HEALTH, health, "4100000");
        send(HEALTH, health);
        review(() -> stage.get(ReturnReviews.class).acceptSound(health));
        Value sent = value(health);
        assertThat(seen(health).document().state()).isEqualTo(ReturnState.ACCEPTED);
        assertThat(observations(stage.coordinator()))
                .extracting(Observation::code)
                .contains(code(sent));

        review(() -> stage.get(ReturnReviews.class).withdraw(sent.id(), "double compte"));
        assertThat(observations(stage.coordinator()))
                .extracting(Observation::code)
                .doesNotContain(code(sent));
        assertThat(seen(health).document().state()).isEqualTo(ReturnState.SENT);
        review(() -> stage.get(ReturnReviews.class).accept(health, List.of(sent.id()), ""));
        assertThat(observations(stage.coordinator()))
                .extracting(Observation::code)
                .contains(code(sent));
    }

    @Test
    void whatIsWrongIsKeptAndNotSent() {
        fill(HEALTH, health, "environ 4 millions");
        refuses("collection.faults", () -> send(HEALTH, health));
        Returns.Opened opened = stage.as(
                stage.focalPoint(HEALTH), () -> stage.get(Returns.class).open(health, Locale.FRENCH));
        assertThat(opened.values()).extracting(Value::typed).contains("environ 4 millions");
        assertThat(opened.document().state()).isEqualTo(ReturnState.DRAFT);
    }

    @Test
    void aQuestionGoesToTheServiceAndEveryVersionStays() {
        fill(HEALTH, health, "4100000");
        send(HEALTH, health);
        Value first = value(health);
        review(() -> stage.get(ReturnReviews.class).question(first.id(), "Les binationaux sont-ils comptés ?"));
        stage.run(stage.focalPoint(HEALTH), () -> stage.get(ReturnReviews.class).answer(first.id(), "Non, corrigé."));
        stage.type(HEALTH, health, Map.of(field(diaspora, Cell.TOTAL), "4200000"));
        send(HEALTH, health);

        Value second = value(health);
        assertThat(second.number()).hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo("4200000"));
        assertThat(seen(health).remarks(second)).extracting(Remark::kind).containsExactly("question", "answer");
        review(() -> stage.get(ReturnReviews.class).correct(second.id(), "4250000", "", "faute de frappe confirmée"));
        assertThat(seen(health).document().sent()).isEqualTo(3);
        List<BigDecimal> history = stage.as(
                stage.coordinator(),
                () -> stage.get(Returns.class).history(value(health).id()).stream()
                        .map(v -> v.number().orElseThrow())
                        .toList());
        assertThat(history)
                .containsExactly(new BigDecimal("4250000"), new BigDecimal("4200000"), new BigDecimal("4100000"));
        assertThat(stage.as(
                        stage.focalPoint(HEALTH), () -> stage.get(Returns.class).version(health, 1)))
                .filteredOn(v -> v.question() == diaspora.id())
                .extracting(Value::typed)
                .containsExactly("4100000");
    }

    @Test
    void anAcceptedValueIsNotOverwritten() {
        fill(HEALTH, health, "4100000");
        send(HEALTH, health);
        Value sent = value(health);
        Value other = seen(health).values().stream()
                .filter(v -> v.id() != sent.id())
                .findFirst()
                .orElseThrow();
        review(() -> stage.get(ReturnReviews.class).accept(health, List.of(sent.id()), ""));
        review(() -> stage.get(ReturnReviews.class).question(other.id(), "Pourquoi ?"));
        refuses(
                "collection.accepted-value",
                () -> stage.type(HEALTH, health, Map.of(field(diaspora, Cell.TOTAL), "1")));
        assertThat(value(health).typed()).isEqualTo("4100000");
    }

    @Test
    void noAgreementNoReturn() {
        long agreement = stage.as(
                stage.coordinator(),
                () -> stage.get(Agreements.class).all().stream()
                        .filter(a ->
                                a.organisation().equals(HEALTH) && a.endedAt().isEmpty())
                        .toList()
                        .getFirst()
                        .id());
        stage.run(
                stage.coordinator(),
                () -> stage.get(Agreements.class).all().stream()
                        .filter(a -> a.organisation().equals(HEALTH))
                        .forEach(a -> stage.get(Agreements.class).end(a.id(), "résilié")));
        fill(HEALTH, health, "4100000");
        refuses("collection.no-agreement", () -> send(HEALTH, health));
        stage.run(stage.coordinator(), () -> stage.get(Agreements.class).resume(agreement));
        send(HEALTH, health);
        assertThat(seen(health).document().state()).isEqualTo(ReturnState.SENT);
    }

    @Test
    void twoServicesThatDifferStandSideBySideAndOneIsChosen() {
        long foreign = stage.document(call, FOREIGN).id();
        fill(HEALTH, health, "4100000");
        fill(FOREIGN, foreign, "3900000");
        send(HEALTH, health);
        send(FOREIGN, foreign);
        review(() -> stage.get(ReturnReviews.class).acceptSound(health));
        Dispute dispute = stage.as(
                        stage.coordinator(), () -> stage.get(Disputes.class).of(call.id()))
                .getFirst();
        assertThat(dispute.sides()).extracting(Dispute.Side::organisation).containsExactly(FOREIGN, HEALTH);

        Value chosen = value(foreign);
        Value aside = value(health);
        review(() -> stage.get(Disputes.class).choose(call.id(), chosen.id(), "immatriculation consulaire"));
        assertThat(observations(stage.coordinator()))
                .extracting(Observation::code)
                .contains(code(chosen), code(aside));
        review(() -> assertThat(stage.get(Observations.class).publish(List.of(code(chosen), code(aside))))
                .isOne());
        assertThat(observations(Actor.PUBLIC))
                .extracting(Observation::code)
                .contains(code(chosen))
                .doesNotContain(code(aside));
        Dispute settled = stage.as(
                        stage.coordinator(), () -> stage.get(Disputes.class).of(call.id()))
                .getFirst();
        assertThat(settled.settlement())
                .hasValueSatisfying(s -> assertThat(s.reason()).isEqualTo("immatriculation consulaire"));
        review(() -> stage.get(Disputes.class)
                .undo(call.id(), settled.settlement().orElseThrow().id()));
        assertThat(stage.as(stage.coordinator(), () -> stage.get(Disputes.class).of(call.id()))
                        .getFirst()
                        .settlement())
                .isEmpty();
    }

    @Test
    void nobodySeesTheRowsOfOthersAndReviewersSeeNoDraft() {
        fill(HEALTH, health, "4100000");
        String mine = "collection.value where return = " + health;
        assertThat(stage.count(stage.focalPoint(HEALTH), mine)).isPositive();
        assertThat(stage.count(stage.coordinator(), mine)).isZero();
        assertThat(stage.count(stage.focalPoint(FOREIGN), mine)).isZero();
        assertThat(stage.count(stage.person(Role.PARTNER, "iom"), mine)).isZero();
        assertThat(stage.count(Actor.PUBLIC, "collection.value")).isZero();
        assertThat(stage.count(Actor.PUBLIC, "collection.call")).isZero();
        assertThat(stage.count(stage.person(Role.FIELD_AGENT, HEALTH), "collection.call"))
                .isZero();
        send(HEALTH, health);
        assertThat(stage.count(stage.coordinator(), mine)).isPositive();
        assertThat(stage.count(stage.person(Role.STATISTICIAN, "cigem"), mine)).isPositive();
        assertThat(stage.count(stage.focalPoint(FOREIGN), mine)).isZero();
        assertThat(stage.count(stage.focalPoint(FOREIGN), "collection.return where organisation = '" + HEALTH + "'"))
                .isZero();
        refuses(
                "platform.page-not-found",
                () -> stage.run(
                        stage.focalPoint(FOREIGN),
                        () -> stage.get(Returns.class).open(health, Locale.FRENCH)));
        refuses("platform.page-not-found", () -> stage.type(FOREIGN, health, Map.of()));
    }

    @Test
    void aDraftCallIsSeenByNobodyWhoIsAsked() {
        long draft =
                stage.as(stage.coordinator(), () -> stage.get(CallBuilder.class).copy(call, call.period()));
        assertThat(stage.count(stage.focalPoint(HEALTH), "collection.call where id = " + draft))
                .isZero();
        assertThat(stage.count(stage.focalPoint(HEALTH), "collection.question where call = " + draft))
                .isZero();
        review(() -> stage.get(Calls.class).open(draft, ""));
        assertThat(stage.count(stage.focalPoint(HEALTH), "collection.question where call = " + draft))
                .isPositive();
        refuses(
                "platform.not-allowed",
                () -> stage.run(
                        stage.focalPoint(HEALTH), () -> stage.get(Calls.class).close(draft, "")));
    }

    @Test
    void remindersAreSentOnce() {
        review(() -> stage.get(Calls.class)
                .change(
                        call.id(),
                        call.title(),
                        call.period(),
                        CollectionStage.today().plusDays(3),
                        ""));
        stage.get(Reminders.class).send();
        Actor system = Actor.system("test");
        String told = "accounts.notice where kind = 'call.reminder'";
        long sent = stage.count(system, told);
        assertThat(sent).isPositive();
        stage.get(Reminders.class).send();
        assertThat(stage.count(system, told)).isEqualTo(sent);
        assertThat(stage.count(system, "collection.reminder where call = " + call.id()))
                .isPositive();
    }

    @Test
    void theCalendarIsReadByItsSecretAddressOnly() {
        String token = stage.as(
                stage.focalPoint(HEALTH), () -> stage.get(Calendars.class).renew());
        Calendars.Feed feed = stage.get(Calendars.class).read(token).orElseThrow();
        assertThat(feed.calls()).extracting(Call::id).contains(call.id());
        assertThat(stage.get(Calendars.class).read(token + "x")).isEmpty();
        String next = stage.as(
                stage.focalPoint(HEALTH), () -> stage.get(Calendars.class).renew());
        assertThat(stage.get(Calendars.class).read(token)).isEmpty();
        assertThat(stage.get(Calendars.class).read(next)).isPresent();
    }

    @Test
    void theBoardSaysHowCompleteAndTimelyEachServiceIs() {
        fill(HEALTH, health, "4100000");
        send(HEALTH, health);
        List<Board.Line> board =
                stage.as(stage.coordinator(), () -> stage.get(Board.class).of(call));
        assertThat(board).extracting(Board.Line::organisation).contains(HEALTH, FOREIGN);
        Board.Line line = board.stream()
                .filter(l -> l.organisation().equals(HEALTH))
                .findFirst()
                .orElseThrow();
        assertThat(line.firstSent()).isPresent();
        assertThat(line.lateDays()).isZero();
        assertThat(line.complete()).isPositive();
        assertThat(board.stream()
                        .filter(l -> l.organisation().equals(FOREIGN))
                        .findFirst()
                        .orElseThrow()
                        .complete())
                .isZero();
    }
}
