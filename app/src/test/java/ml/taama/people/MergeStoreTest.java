package ml.taama.people;

import static ml.taama.people.PeopleStage.ANTENNA;
import static ml.taama.people.PeopleStage.CONSULATE;
import static ml.taama.people.PeopleStage.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import ml.taama.matching.Decisions;
import ml.taama.matching.MatchingStage;
import ml.taama.matching.Review;
import ml.taama.matching.Verdict;
import ml.taama.people.FileAccess.Level;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** A decision makes files one person, another makes them two again, and nothing is lost on the way. */
class MergeStoreTest {

    private static PeopleStage stage;
    private static Actor consul;
    private static Actor agent;
    private static Actor statistician;
    private static Merges merges;
    private static Decisions decisions;

    @BeforeAll
    static void start() {
        stage = new PeopleStage();
        consul = stage.agent(CONSULATE);
        agent = stage.agent(ANTENNA);
        statistician = stage.actor(Role.STATISTICIAN, ANTENNA);
        merges = stage.get(Merges.class);
        decisions = stage.get(Decisions.class);
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static long decide(long one, long other, Verdict verdict) {
        return stage.as(statistician, () -> {
            Review pair = decisions.pair(one, other).orElseThrow();
            return decisions.decide(pair.id(), verdict, "Tout concorde");
        });
    }

    /** Everybody who was saved is compared. */
    private static void compare() {
        MatchingStage.follow(stage.site());
    }

    private static Optional<Person> find(Actor actor, long file) {
        return stage.as(actor, () -> stage.get(People.class).find(file));
    }

    @Test
    void theSameWomanAtConsulateAndAntennaIsFoundMergedAndUnmerged() {
        long one = stage.register(consul, person("Fatoumata", "Coulibaly", "+223 76 12 34 56"), CONSULATE);
        long other = stage.register(agent, person("Fanta", "Kulibali", "76 12 34 56"), ANTENNA);
        assertThat(find(agent, one)).isEmpty();
        compare();

        decide(one, other, Verdict.SAME);

        Person both = find(agent, one).orElseThrow();
        assertThat(both.files()).extracting(PersonFile::id).containsExactlyInAnyOrder(one, other);
        assertThat(both.head().id()).isEqualTo(one);
        for (Actor actor : List.of(consul, agent)) {
            for (String number : both.files().stream().map(PersonFile::number).toList()) {
                assertThat(stage.as(actor, () -> stage.get(People.class).search(number, 5)))
                        .as("the number of either leads to the person")
                        .singleElement()
                        .extracting(p -> p.files().size())
                        .isEqualTo(2);
            }
            assertThat(stage.as(actor, () -> stage.get(People.class).search("Kulibali Fanta", 5)))
                    .hasSize(1);
        }
        assertThat(notices("people.merged")).isPositive();

        stage.as(consul, () -> {
            stage.get(FileAccess.class).give(one, "iom", Level.OPEN, "referral", 9, Optional.empty());
            return null;
        });
        decide(one, other, Verdict.DIFFERENT);

        assertThat(find(agent, one)).isEmpty();
        assertThat(find(consul, other)).isEmpty();
        assertThat(find(consul, one).orElseThrow().files()).hasSize(1);
        assertThat(stage.as(agent, () -> stage.get(People.class).search("Fatoumata", 5)))
                .as("words of the other are gone")
                .noneMatch(p -> p.head().id() == one);
        assertThat(notices("people.unmerged")).isPositive();
        assertThat(stage.as(statistician, () -> merges.of(one))).singleElement().satisfies(m -> {
            assertThat(m.holds()).isFalse();
            assertThat(m.undoneReason()).isEqualTo("Tout concorde");
        });
    }

    private static long notices(String kind) {
        return stage.site()
                .owner()
                .sql("select count(*) from accounts.notice where kind = ?")
                .param(kind)
                .query(Long.class)
                .single();
    }

    @Test
    void decisionsThatContradictAreRefusedAndImpliedPairsAreSettled() {
        PersonData data = person("Niélé", "Traoré", "70 20 30 40");
        long a = stage.register(consul, data, CONSULATE);
        long b = stage.register(consul, data, CONSULATE);
        long c = stage.register(consul, data, CONSULATE);
        compare();
        decide(a, b, Verdict.SAME);
        decide(b, c, Verdict.DIFFERENT);
        assertThat(pair(a, c).state()).isEqualTo("implied");
        assertThatThrownBy(() -> decide(a, c, Verdict.SAME))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("matching.contradiction"));
        assertThat(pair(a, c).state()).isEqualTo("implied");
        decide(b, c, Verdict.SAME);
        assertThat(pair(a, c).state()).isEqualTo("implied");
        assertThat(pair(a, c).files()).isEqualTo(3);
        assertThat(find(consul, c).orElseThrow().files()).hasSize(3);
    }

    private static Review pair(long one, long other) {
        return stage.as(statistician, () -> decisions.pair(one, other)).orElseThrow();
    }

    @Test
    void whoMayNotReviewDecidesNothingAndSeesNoPair() {
        PersonData data = person("Astan", "Keïta", "70 21 31 41");
        long a = stage.register(consul, data, CONSULATE);
        long b = stage.register(consul, data, CONSULATE);
        compare();
        Review pair = pair(a, b);
        assertThatThrownBy(() -> stage.as(consul, () -> decisions.decide(pair.id(), Verdict.SAME, "x")))
                .isInstanceOf(Problem.class);
        assertThat(stage.count(consul, "matching.review")).isZero();
        assertThat(stage.count(statistician, "people.sealed_value")).isZero();
    }

    @Test
    void whatWasAddedMeanwhileStaysAndIsAssignedByHand() {
        PersonData data = person("Mariam", "Diakité", "70 22 32 42");
        long one = stage.register(consul, data, CONSULATE);
        long other = stage.register(consul, data, CONSULATE);
        compare();
        decide(one, other, Verdict.SAME);
        PersonData more = person("Mariam", "Diakité", "66 66 66 66");
        stage.as(consul, () -> {
            stage.get(People.class).change(one, 1, more);
            return null;
        });
        decide(one, other, Verdict.DIFFERENT);
        Merge merge = stage.as(consul, () -> merges.of(one)).getFirst();
        MergeAdditions additions = stage.get(MergeAdditions.class);
        Addition phone = stage
                .as(consul, () -> additions.of(merge, merge.undoneAt().orElseThrow()))
                .stream()
                .filter(a -> a.kind().equals("phone"))
                .findFirst()
                .orElseThrow();
        assertThat(phone.file()).isEqualTo(one);
        assertThatThrownBy(() -> stage.as(agent, () -> {
                    additions.assign(merge, "phone", phone.id(), one);
                    return null;
                }))
                .isInstanceOf(Problem.class);
        stage.as(consul, () -> {
            additions.assign(merge, "phone", phone.id(), one);
            return null;
        });
        assertThat(find(consul, other).orElseThrow().phones()).contains("66 66 66 66");
        assertThat(find(consul, one).orElseThrow().phones()).isEmpty();
    }

    @Test
    void whereTwoReviewersAreAskedForBothMustAgree() {
        Actor second = Actor.person(
                stage.actor(Role.COORDINATOR, ANTENNA).account(),
                List.of(new Actor.Holding(Role.STATISTICIAN, ANTENNA)));
        PersonData data = person("Hawa", "Bagayoko", "70 24 34 44");
        long one = stage.register(consul, data, CONSULATE);
        long other = stage.register(consul, data, CONSULATE);
        compare();
        reviewers(2);
        try {
            decide(one, other, Verdict.SAME);
            assertThat(pair(one, other).state()).isEqualTo("waiting");
            assertThat(find(consul, one).orElseThrow().files()).hasSize(1);
            stage.as(second, () -> decisions.decide(pair(one, other).id(), Verdict.DIFFERENT, "Homonymes"));
            assertThat(pair(one, other).state()).isEqualTo("disputed");
            stage.as(second, () -> decisions.decide(pair(one, other).id(), Verdict.SAME, "Tout concorde"));
            assertThat(pair(one, other).state()).isEqualTo("same");
            assertThat(find(consul, one).orElseThrow().files()).hasSize(2);
            assertThat(stage.as(statistician, decisions::agreement).pairs()).isEqualTo(1);
            assertThat(stage.as(statistician, decisions::agreement).raw()).isZero();
        } finally {
            reviewers(1);
        }
    }

    private static void reviewers(int reviewers) {
        stage.as(statistician, () -> {
            MatchingStage.reviewers(stage.site(), reviewers);
            return null;
        });
    }

    @Test
    void anErasedPersonLeavesNoPairAndNoDecision() {
        PersonData data = person("Coumba", "Sow", "70 23 33 43");
        long one = stage.register(consul, data, CONSULATE);
        long other = stage.register(consul, data, CONSULATE);
        compare();
        decide(one, other, Verdict.UNSURE);
        Actor officer = stage.actor(Role.DATA_PROTECTION_OFFICER, ANTENNA);
        stage.as(officer, () -> {
            stage.get(Erasure.class).erase(one, "request");
            return null;
        });
        for (String table : List.of("matching.review", "matching.decision")) {
            assertThat(stage.site()
                            .owner()
                            .sql("select count(*) from " + table + " where ? in (one, other)")
                            .param(one)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        compare();
        assertThat(stage.as(consul, () -> stage.get(Likely.class).of(data)))
                .extracting(Likely.Match::file)
                .contains(other)
                .doesNotContain(one);
    }

    /** merge ∘ unmerge = identity: whatever is merged, given and undone in any order, when all is undone each has what it had. */
    @Test
    void undoingAllMergesOfARandomHistoryGivesBackExactlyWhatEachHad() {
        for (int seed = 1; seed <= 12; seed++) {
            Random random = new Random(seed);
            List<Long> files = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                boolean first = random.nextBoolean();
                files.add(stage.register(
                        first ? consul : agent,
                        person("Nom" + seed + "x" + i, "Famille" + seed, ""),
                        first ? CONSULATE : ANTENNA));
            }
            String before = state(files);
            List<Long> open = new ArrayList<>();
            for (int step = 0; step < 14; step++) {
                long one = files.get(random.nextInt(files.size()));
                long other = files.get(random.nextInt(files.size()));
                if (random.nextInt(3) == 0 && !open.isEmpty()) {
                    undo(open.remove(random.nextInt(open.size())));
                } else if (one != other) {
                    open.add(merge(one, other));
                    assertThat(heads(List.of(one, other))).as("one head").hasSize(1);
                }
            }
            while (!open.isEmpty()) {
                undo(open.remove(random.nextInt(open.size())));
            }
            assertThat(state(files)).as("seed %s", seed).isEqualTo(before);
        }
    }

    private static long merge(long one, long other) {
        return stage.as(
                statistician,
                () -> Objects.requireNonNull(stage.get(TransactionTemplate.class)
                        .execute(status -> merges.merge(one, other, Optional.empty()))));
    }

    private static void undo(long merge) {
        stage.as(statistician, () -> {
            stage.get(TransactionTemplate.class).executeWithoutResult(status -> merges.undo(merge, "x"));
            return null;
        });
    }

    private static List<Long> heads(List<Long> files) {
        return stage.site()
                .owner()
                .sql("select distinct head from people.file where id = any(?)")
                .param(files.toArray(Long[]::new))
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** Files, their children, who sees them, how they are found: everything but the merges themselves. */
    private static String state(List<Long> files) {
        Long[] asked = files.toArray(Long[]::new);
        return List.of(
                        "select f::text from people.file f where id = any(?) order by id",
                        "select a::text from people.access a where file = any(?) order by id",
                        "select n::text from people.name n where file = any(?) order by id",
                        "select p::text from people.place p where file = any(?) order by id",
                        "select t::text from people.token t where head = any(?) order by organisation, head, value")
                .stream()
                .map(sql -> String.join(
                        "\n",
                        stage.site()
                                .owner()
                                .sql(sql)
                                .param(asked)
                                .query((row, n) -> Objects.requireNonNull(row.getString(1)))
                                .list()))
                .collect(Collectors.joining("\n\n"));
    }
}
