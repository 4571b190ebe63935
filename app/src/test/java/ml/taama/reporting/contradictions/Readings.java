package ml.taama.reporting.contradictions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import ml.taama.observatory.Observation;
import ml.taama.observatory.Observations.Dataset;
import ml.taama.organisations.Facility;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.time.Period;
import ml.taama.reference.Activity;
import ml.taama.reference.Goal;
import ml.taama.reference.GoalId;
import ml.taama.reference.Progress;
import ml.taama.reporting.Review;
import ml.taama.reporting.Review.Claim;
import ml.taama.reporting.Review.Contribution;
import ml.taama.reporting.Review.Priority;
import ml.taama.reporting.Review.Request;
import ml.taama.reporting.Review.Section;
import ml.taama.reporting.Review.SectionKind;
import ml.taama.reporting.contradictions.Reading.Quote;
import ml.taama.reporting.narrative.Sentences.Told;
import ml.taama.reporting.narrative.TypedNumbers.Typed;

/** A review of three goals, of 2018 to 2021, that a test fills with what its rule reads. */
final class Readings {

    static final String METHOD = "method";
    static final String PROGRESS = "progress";

    private final List<Activity> activities = new ArrayList<>();
    private final Map<String, Observation> observations = new LinkedHashMap<>();
    private final Map<String, Dataset> datasets = new LinkedHashMap<>();
    private final List<Facility> facilities = new ArrayList<>();
    private final List<String> supporters = new ArrayList<>();
    private final List<Quote> quotes = new ArrayList<>();
    private final Map<String, List<Typed>> typed = new LinkedHashMap<>();
    private final Map<String, List<Told>> told = new LinkedHashMap<>();
    private final Map<String, Set<String>> shown = new LinkedHashMap<>();
    private final List<Priority> priorities = new ArrayList<>();
    private final List<Contribution> contributions = new ArrayList<>();
    private final List<Request> requests = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();

    static LocalText text(String words) {
        return LocalText.of(Locale.ENGLISH, words);
    }

    static GoalId goal(int number) {
        return new GoalId("GCM", String.valueOf(number));
    }

    static Activity activity(String code, Progress progress, String lead, int goal, boolean stated) {
        return new Activity(
                "action",
                code,
                text(code),
                Optional.empty(),
                progress,
                Optional.empty(),
                Optional.empty(),
                Optional.of(lead),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(new Activity.Serves(goal(goal), stated)),
                0,
                "S1");
    }

    /** An estimate where the kind says so; {@code period} may be empty. */
    static Observation figure(String code, double value, String kind, String period) {
        return figure(code, value, kind, period, Progress.DONE, "bureau");
    }

    static Observation figure(
            String code, double value, String kind, String period, Progress progress, String organisation) {
        return new Observation(
                code,
                "people",
                true,
                BigDecimal.valueOf(value),
                "exact",
                kind,
                progress,
                Period.tryParse(period),
                Optional.of("ML"),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.of(organisation),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "S1");
    }

    static Facility facility(String... openings) {
        List<Facility.Event> events = Arrays.stream(openings)
                .map(o -> new Facility.Event("opened", Period.parse(o), Optional.empty(), "S-" + o))
                .toList();
        return new Facility(
                "gao",
                "antenna",
                text("Gao"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "open",
                Optional.empty(),
                "unknown",
                Optional.empty(),
                "S1",
                events,
                List.of());
    }

    Readings with(Activity activity) {
        activities.add(activity);
        return this;
    }

    Readings with(Facility facility) {
        facilities.add(facility);
        return this;
    }

    Readings known(Observation observation) {
        observations.put(observation.code(), observation);
        return this;
    }

    Readings quoted(Observation observation, String section) {
        quotes.add(new Quote(observation, section));
        shows(section, "obs:" + observation.code());
        return known(observation);
    }

    Readings shows(String section, String subject) {
        shown.merge(section, Set.of(subject), Readings::union);
        return this;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new java.util.LinkedHashSet<>(one);
        all.addAll(other);
        return all;
    }

    Readings typed(String section, double value, String text) {
        return typed(section, value, text, "people");
    }

    Readings typed(String section, double value, String text, String counted) {
        typed.put(section, List.of(new Typed(BigDecimal.valueOf(value), text, "… " + text + " " + counted + " …")));
        return this;
    }

    /** A sentence that quotes an observation and says nothing of plans. */
    Readings told(String section, String observation, String sentence) {
        told.put(section, List.of(new Told(observation, sentence)));
        return this;
    }

    Readings priority(int goal) {
        priorities.add(new Priority(goal(goal), "S1"));
        return this;
    }

    Readings contributor(String organisation) {
        contributions.add(new Contribution(organisation, "contribution", text("data"), Progress.DONE, "S1"));
        return this;
    }

    Readings supporter(String organisation) {
        supporters.add(organisation);
        return this;
    }

    Readings requested(String dataset, String... indicators) {
        requests.add(new Request(dataset, "S1"));
        datasets.put(
                dataset,
                new Dataset(dataset, text(dataset), Progress.ONGOING, Optional.empty(), List.of(indicators), "S1"));
        return this;
    }

    Readings claim(String test) {
        claims.add(new Claim("all-touched", PROGRESS, text("every goal"), test, Optional.of("GCM"), "S1"));
        return this;
    }

    private static Section section(String code, SectionKind kind, Optional<GoalId> goal) {
        Optional<String> parent = goal.map(ignored -> PROGRESS);
        return new Section(code, parent, "", text(code), kind, goal);
    }

    private Review review() {
        return new Review(
                "2021",
                text("Review"),
                text("First"),
                "GCM",
                "ministry",
                Period.parse("2018/2021"),
                Optional.empty(),
                LocalDate.of(2021, 7, 1),
                Review.State.OPEN,
                "S1",
                priorities,
                contributions,
                requests,
                List.of(),
                claims,
                List.of(
                        section(METHOD, SectionKind.TEXT, Optional.empty()),
                        section(PROGRESS, SectionKind.PROGRESS, Optional.empty()),
                        section("goal-1", SectionKind.GOAL, Optional.of(goal(1)))),
                Map.of(),
                Map.of(),
                List.of());
    }

    Reading make() {
        List<Goal> goals = IntStream.rangeClosed(1, 3)
                .mapToObj(i -> new Goal(
                        goal(i),
                        Optional.empty(),
                        text("objective"),
                        text("goal " + i),
                        Optional.empty(),
                        Optional.empty(),
                        "verified",
                        List.of(),
                        Optional.empty(),
                        "S1"))
                .toList();
        return new Reading(
                review(),
                Period.parse("2018/2021"),
                Locale.ENGLISH,
                goals,
                activities,
                observations,
                datasets,
                facilities,
                supporters,
                quotes,
                typed,
                told,
                shown,
                new Names());
    }

    private static final class Names implements Reading.Names {

        @Override
        public String organisation(String code) {
            return code;
        }

        @Override
        public String indicator(String code) {
            return code;
        }

        @Override
        public String value(Observation observation) {
            return observation.value().toPlainString();
        }

        @Override
        public String figure(Observation observation) {
            return observation.code() + ", people";
        }

        @Override
        public String list(List<String> things) {
            return String.join("; ", things);
        }

        @Override
        public String text(LocalText text) {
            return text.text(Locale.ENGLISH);
        }

        @Override
        public String number(BigDecimal number) {
            return number.toPlainString();
        }

        @Override
        public String period(Period period) {
            return period.toString();
        }
    }
}
