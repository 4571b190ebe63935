package ml.taama.cases;

import static ml.taama.cases.CaseStage.ANTENNA;
import static ml.taama.cases.CaseStage.CONSULATE;
import static ml.taama.cases.CaseStage.given;
import static ml.taama.cases.CaseStage.proposal;
import static ml.taama.cases.CaseStage.request;
import static ml.taama.cases.CaseStage.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ml.taama.cases.ReferralState.Move;
import ml.taama.cases.Screening.Finding;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Random sequences of moves over PostgreSQL: the store allows what the {@link CaseLife} allows; a refused move changes nothing. */
class CaseMovesStoreTest {

    private static CaseStage stage;
    private static List<Long> files;

    @BeforeAll
    static void start() {
        stage = new CaseStage();
        files = Stream.of("Un", "Deux", "Trois", "Quatre")
                .map(n -> stage.register("Suite" + n, "Hasard"))
                .toList();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static Case find(long id) {
        return stage.as(stage.manager, () -> stage.get(Cases.class).find(id)).orElseThrow();
    }

    private static List<Referral> referrals(long id) {
        return stage.as(stage.manager, () -> stage.get(Referrals.class).of(id));
    }

    /** Every row of a case, as it stands. */
    private static String rows(long id) {
        return Stream.of(
                        "select d::text from cases.dossier d where id = ?",
                        "select e::text from cases.entry e where dossier = ? order by id",
                        "select p::text from cases.participant p where dossier = ? order by file",
                        "select s::text from cases.service s where dossier = ? order by id",
                        "select s::text from cases.screening s where dossier = ? order by id",
                        "select a::text from cases.alert a where dossier = ? order by id",
                        "select r::text from cases.referral r where dossier = ? order by id",
                        "select t::text from cases.task t where dossier = ? order by id",
                        "select a::text from people.access a where reference = ? and basis = 'case' order by id")
                .map(sql -> String.join(
                        "\n",
                        stage.owner()
                                .sql(sql)
                                .param(id)
                                .query((row, n) -> Objects.requireNonNull(row.getString(1)))
                                .list()))
                .collect(Collectors.joining("\n\n"));
    }

    private static long anybody(Case now, Random random) {
        return now.people().isEmpty()
                ? files.getFirst()
                : now.people().get(random.nextInt(now.people().size()));
    }

    /** Makes a move as its front door makes it; the reasons that it asks for are given. */
    private static void make(long id, CaseMove move, Random random) {
        Case now = find(id);
        long file = anybody(now, random);
        Cases cases = stage.get(Cases.class);
        Screenings screenings = stage.get(Screenings.class);
        switch (move) {
            case ACCEPT -> cases.accept(id, "high", "");
            case DECLINE -> cases.decline(id, Words.REFUSALS.getFirst(), "");
            case SERVE -> stage.get(Services.class).give(id, given("food", CONSULATE, file));
            case SCREEN -> {
                Factor factor = screenings.form(false).getFirst();
                String answer = factor.answers().iterator().next();
                screenings.keep(id, file, false, "LY", today(), List.of(new Finding(factor.code(), answer, "")));
            }
            case ALERT -> stage.get(Alerts.class).raise(id, file, "pregnancy", "");
            case PROPOSE ->
                stage.get(Referrals.class)
                        .propose(id, proposal(ANTENNA, List.of("request"), "sans connaissance, seule", file));
            case REFERRAL_ENDS -> {
                List<Referral> all = referrals(id);
                long referral = all.stream()
                        .filter(r -> r.state().runs())
                        .findFirst()
                        .or(() -> all.stream().findFirst())
                        .map(Referral::id)
                        .orElse(0L);
                stage.get(Referrals.class).move(referral, Move.REVOKE, "plus besoin");
            }
            case CONCLUDE -> cases.conclude(id, "met", "");
            case CLOSE -> cases.close(id, "completed", "");
            case REOPEN -> cases.reopen(id, "elle rappelle");
            case TAKE_IN ->
                cases.takeIn(
                        id,
                        files.stream()
                                .filter(f -> !now.people().contains(f))
                                .findFirst()
                                .orElseThrow());
            case TAKE_OUT -> cases.takeOut(id, file, "par erreur");
            case PLAN -> stage.get(CaseTasks.class).add(id, "visit", today(), "");
            case NOTE -> cases.note(id, "x", false);
        }
    }

    private static boolean legal(CaseLife life, CaseMove move) {
        try {
            life.after(move);
            return true;
        } catch (Problem problem) {
            return false;
        }
    }

    /** What the life knows nothing of: nobody is left to take in; whom something was given to stays. */
    private static boolean skipped(long id, CaseMove move) {
        return switch (move) {
            case TAKE_IN -> find(id).people().size() == files.size();
            case TAKE_OUT ->
                stage.as(stage.manager, () -> stage.get(Services.class).of(id)).stream()
                        .anyMatch(s -> !s.over());
            default -> false;
        };
    }

    @Test
    void theStoreRefusesIllegalMovesOverRandomSequencesAndChangesNothingThen() {
        Random random = new Random(2018);
        List<CaseMove> moves = List.of(CaseMove.values());
        Set<CaseMove> made = EnumSet.noneOf(CaseMove.class);
        Set<CaseMove> refused = EnumSet.noneOf(CaseMove.class);
        for (int run = 0; run < 10; run++) {
            long id = stage.as(stage.manager, () -> stage.get(Cases.class).receive(request("hasard", false)));
            CaseLife life = CaseLife.BEGUN;
            for (int step = 0; step < 40; step++) {
                CaseMove move = moves.get(random.nextInt(moves.size()));
                if (skipped(id, move)) {
                    continue;
                }
                if (legal(life, move)) {
                    stage.run(stage.manager, () -> make(id, move, random));
                    life = life.after(move);
                    made.add(move);
                } else {
                    String before = rows(id);
                    CaseLife now = life;
                    assertThatThrownBy(() -> stage.run(stage.manager, () -> make(id, move, random)))
                            .as("%s in %s", move, now)
                            .isInstanceOf(Problem.class);
                    assertThat(rows(id)).as("%s in %s", move, now).isEqualTo(before);
                    refused.add(move);
                }
                assertThat(find(id).life()).as("after %s", move).isEqualTo(life);
            }
        }
        assertThat(made).containsExactlyInAnyOrder(CaseMove.values());
        assertThat(refused).containsAll(EnumSet.complementOf(EnumSet.of(CaseMove.NOTE)));
    }

    @Test
    void theStoreRefusesIllegalMovesOfReferralsAndThoseOfTheOtherSide() {
        Random random = new Random(63);
        List<Move> moves = List.of(
                Move.ACCEPT, Move.ACCEPT, Move.START, Move.FINISH, Move.FINISH, Move.FINISH, Move.DECLINE, Move.REVOKE);
        Set<ReferralState> reached = EnumSet.noneOf(ReferralState.class);
        for (int run = 0; run < 12; run++) {
            long id = stage.open(files.getFirst());
            long referral = stage.as(
                    stage.manager,
                    () -> stage.get(Referrals.class)
                            .propose(
                                    id,
                                    proposal(
                                            ANTENNA,
                                            List.of("request"),
                                            "sans connaissance, seule",
                                            files.getFirst())));
            ReferralState state = ReferralState.PROPOSED;
            for (int step = 0; step < 8; step++) {
                Move move = moves.get(random.nextInt(moves.size()));
                boolean sender = random.nextInt(4) == 0 ? move.recipient() : !move.recipient();
                Actor actor = sender ? stage.manager : stage.antenna;
                if (state.allows(move) && sender != move.recipient()) {
                    stage.run(actor, () -> stage.get(Referrals.class).move(referral, move, "un mot"));
                    state = state.after(move);
                } else {
                    String before = rows(id);
                    assertThatThrownBy(() -> stage.run(
                                    actor, () -> stage.get(Referrals.class).move(referral, move, "un mot")))
                            .isInstanceOf(Problem.class);
                    assertThat(rows(id)).isEqualTo(before);
                }
                assertThat(new ArrayList<>(referrals(id)))
                        .singleElement()
                        .extracting(Referral::state)
                        .isEqualTo(state);
                reached.add(state);
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(ReferralState.values());
    }
}
