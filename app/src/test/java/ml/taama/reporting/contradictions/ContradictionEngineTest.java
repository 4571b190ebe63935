package ml.taama.reporting.contradictions;

import static ml.taama.reporting.contradictions.Readings.METHOD;
import static ml.taama.reporting.contradictions.Readings.PROGRESS;
import static ml.taama.reporting.contradictions.Readings.activity;
import static ml.taama.reporting.contradictions.Readings.facility;
import static ml.taama.reporting.contradictions.Readings.figure;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import ml.taama.platform.text.Messages;
import ml.taama.reference.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule: what it must find, and what it must leave alone. */
class ContradictionEngineTest {

    private static List<String> found(Readings readings) {
        return ContradictionEngine.read(readings.make()).stream()
                .map(Contradiction::id)
                .toList();
    }

    private static Contradiction only(Readings readings) {
        List<Contradiction> found = ContradictionEngine.read(readings.make());
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static Readings reported(int... goals) {
        Readings readings = new Readings();
        for (int goal : goals) {
            readings.with(activity("a" + goal, Progress.DONE, "bureau", goal, true));
        }
        return readings;
    }

    @Test
    void findsNothingInAnEmptyReview() {
        assertThat(found(new Readings())).isEmpty();
    }

    @Test
    void aClaimAboutEveryGoalFailsWhileGoalsAreSilent() {
        Contradiction claim = only(reported(2).claim("every-goal-has-action").shows(METHOD, "claim:all-touched"));
        assertThat(claim.rule()).isEqualTo("unsupported-claim");
        assertThat(claim.fault()).isTrue();
        assertThat(claim.section()).isEqualTo(METHOD);
        assertThat(claim.arguments()).containsExactly("every goal", 2, 3, "1, 3");
    }

    @Test
    void aClaimHoldsWhenEachGoalHasAnAction() {
        assertThat(found(reported(1, 2, 3).claim("every-goal-has-action"))).isEmpty();
    }

    @Test
    void aClaimThatDataCannotTestIsLeftAlone() {
        assertThat(found(reported(2).claim("none"))).isEmpty();
    }

    @Test
    void whatIsPlannedOrOnlyInferredDoesNotSupportAClaim() {
        Readings readings = reported(1, 2)
                .with(activity("planned", Progress.PLANNED, "bureau", 3, true))
                .with(activity("inferred", Progress.DONE, "bureau", 3, false))
                .claim("every-goal-has-action");
        assertThat(found(readings)).containsExactly("unsupported-claim:all-touched");
    }

    @Test
    void aPriorityWithoutActionIsAFault() {
        assertThat(found(reported(1).priority(1).priority(3))).containsExactly("silent-priority:GCM:3");
    }

    @Test
    void aTypedNumberThatNoObservationCarriesIsAFault() {
        Contradiction typed = only(new Readings().typed(METHOD, 17, "17"));
        assertThat(typed.id()).isEqualTo("typed-number:method:17");
        assertThat(typed.fault()).isTrue();
    }

    @Test
    void aTypedNumberThatAnObservationCarriesIsToBeBound() {
        Contradiction typed = only(
                new Readings().typed(METHOD, 10_000, "10 000").known(figure("assisted", 10_000.0, "actual", "2019")));
        assertThat(typed.id()).isEqualTo("bindable-number:method:10000");
        assertThat(typed.arguments()).endsWith("assisted");
    }

    @ParameterizedTest
    @CsvSource({"PLANNED, 1", "INTENDED, 1", "ONGOING, 0", "DONE, 0"})
    void aPlannedFigureAmongResultsIsAFault(Progress progress, int faults) {
        Readings readings = new Readings().quoted(figure("f", 5, "actual", "2020", progress, "bureau"), "goal-1");
        assertThat(found(readings)).hasSize(faults).allMatch("planned-as-done:f"::equals);
    }

    @Test
    void aPlannedActivityShownAmongResultsIsAFault() {
        Readings readings = new Readings()
                .with(activity("school", Progress.PLANNED, "bureau", 1, true))
                .shows(PROGRESS, "activity:school");
        assertThat(found(readings)).containsExactly("planned-as-done:school");
    }

    @Test
    void whatIsPlannedMayBeToldElsewhere() {
        Readings readings = new Readings()
                .with(activity("school", Progress.PLANNED, "bureau", 1, true))
                .shows(METHOD, "activity:school")
                .quoted(figure("f", 5, "actual", "2020", Progress.PLANNED, "bureau"), METHOD);
        assertThat(found(readings)).isEmpty();
    }

    @Test
    void aPlannedFigureToldElsewhereAsIfDoneIsAFault() {
        Readings readings = new Readings()
                .quoted(figure("f", 15, "actual", "2020", Progress.PLANNED, "bureau"), METHOD)
                .told(METHOD, "f", "The … cordons were reactivated.");
        assertThat(found(readings)).containsExactly("planned-as-done-elsewhere:method:f");
    }

    @Test
    void aTypedNumberIsNotCarriedByAFigureOfSomethingElse() {
        Contradiction typed =
                only(new Readings().typed(METHOD, 17, "17", "returns").known(figure("f", 17, "actual", "2019")));
        assertThat(typed.id()).isEqualTo("typed-number:method:17");
    }

    @Test
    void aDatasetThatIsNeverQuotedIsNamedWithWhatIsKnown() {
        Contradiction dataset =
                only(new Readings().requested("returns", "people").known(figure("f", 5, "actual", "2020")));
        assertThat(dataset.id()).isEqualTo("unquoted-dataset:returns");
        assertThat(dataset.fault()).isFalse();
        assertThat(dataset.arguments()).containsExactly("returns", 1L);
    }

    @Test
    void aDatasetOfWhichOneFigureIsQuotedIsAnswered() {
        assertThat(found(
                        new Readings().requested("returns", "people").quoted(figure("f", 5, "actual", "2020"), METHOD)))
                .isEmpty();
    }

    @Test
    void aContributorOfWhomNothingIsQuotedIsNamed() {
        assertThat(found(new Readings().contributor("health"))).containsExactly("silent-contributor:health");
    }

    @Test
    void aContributorIsHeardByAFigureAnActivityOrItsSupport() {
        Readings readings = new Readings()
                .contributor("bureau")
                .contributor("school")
                .contributor("donor")
                .quoted(figure("f", 5, "actual", "2020"), METHOD)
                .with(activity("a", Progress.DONE, "school", 1, true))
                .shows("goal-1", "activity:a")
                .supporter("donor");
        assertThat(found(readings)).isEmpty();
    }

    @Test
    void anActivityThatTheReportDoesNotShowIsNotHeard() {
        Readings readings = new Readings().contributor("school").with(activity("a", Progress.DONE, "school", 1, true));
        assertThat(found(readings)).containsExactly("silent-contributor:school");
    }

    @ParameterizedTest
    @CsvSource({
        "'', no-period",
        "review, no-period",
        "2017, old-figure",
        "2014/2017-12-31, old-figure",
        "2018, ''",
        "2016/2019, ''",
        "yearly, ''",
        "2023, ''"
    })
    void aFigureHasAPeriodWithinReachOfTheReview(String period, String rule) {
        Readings readings = new Readings().quoted(figure("f", 5, "actual", period), METHOD);
        assertThat(found(readings)).isEqualTo(rule.isEmpty() ? List.of() : List.of(rule + ":f"));
    }

    @Test
    void aFigureQuotedTwiceIsDoubtedOnce() {
        Readings readings = new Readings()
                .quoted(figure("f", 5, "actual", ""), METHOD)
                .quoted(figure("f", 5, "actual", ""), PROGRESS);
        assertThat(found(readings)).containsExactly("no-period:f");
    }

    @ParameterizedTest
    @CsvSource({
        "actual, 5, 2020, actual, 6, 2020, true",
        "actual, 5, 2020, actual, 5, 2020, false",
        "actual, 9, 2020-01, actual, 6, 2020, true",
        "actual, 4, 2020-01, actual, 6, 2020, false",
        "actual, 5, 2019, actual, 6, 2020, false",
        "estimate, 1.5, 2009, estimate, 4, 2017, true",
        "estimate, 4, 2017, estimate, 5, 2022, false",
        "estimate, 1, 2000, estimate, 4, 2017, false",
        "target, 5, 2020, actual, 6, 2020, false"
    })
    void twoSourcesDisagree(
            String kind,
            double value,
            String period,
            String otherKind,
            double other,
            String otherPeriod,
            boolean apart) {
        Readings readings = new Readings()
                .quoted(figure("one", value, kind, period), METHOD)
                .known(figure("other", other, otherKind, otherPeriod));
        assertThat(found(readings).contains("sources-disagree:people")).isEqualTo(apart);
    }

    @Test
    void whatIsPlannedDoesNotContradictWhatWasReached() {
        assertThat(figure("plan", 5, "actual", "2020", Progress.PLANNED, "a")
                        .disagrees(figure("result", 6, "actual", "2020")))
                .isFalse();
    }

    @Test
    void sourcesThatNobodyQuotesOrCallsForMayDisagree() {
        Readings readings =
                new Readings().known(figure("one", 5, "actual", "2020")).known(figure("other", 6, "actual", "2020"));
        assertThat(found(readings)).isEmpty();
    }

    @Test
    void aCalledForIndicatorIsReadTooThoughNotQuoted() {
        Readings readings = new Readings()
                .requested("returns", "people")
                .known(figure("one", 5, "actual", "2020"))
                .known(figure("other", 6, "actual", "2020"));
        assertThat(found(readings)).contains("sources-disagree:people");
    }

    @Test
    void twoOpeningDatesWithoutACommonDayDisagree() {
        assertThat(found(new Readings().with(facility("2020", "2021-06")))).containsExactly("dates-disagree:gao");
        assertThat(found(new Readings().with(facility("2021", "2021-06")))).isEmpty();
    }

    @Test
    void eachFindingHasItsWords() {
        Messages messages = Messages.shipped();
        Object[] arguments = {"a", 1, 2, "b"};
        for (String name : ContradictionEngine.NAMES) {
            for (String part : List.of(".title", ".text", ".advice")) {
                assertThat(messages.text(Locale.FRENCH, "contradiction." + name + part, arguments))
                        .isNotBlank();
            }
        }
    }
}
