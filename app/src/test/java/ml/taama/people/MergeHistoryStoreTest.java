package ml.taama.people;

import static ml.taama.people.PeopleStage.ANTENNA;
import static ml.taama.people.PeopleStage.CONSULATE;
import static ml.taama.people.PeopleStage.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Random histories of merges, undoings and additions: whatever is added meanwhile, neither a merge nor its undoing changes what a
 * file has; files share a head as the merges that hold join them; and when all are undone, everything is as if none had been.
 */
class MergeHistoryStoreTest {

    private static PeopleStage stage;
    private static Actor consul;
    private static Actor agent;
    private static Actor statistician;

    /** A merge as the test knows it. */
    private record Joined(long merge, long one, long other) {}

    @BeforeAll
    static void start() {
        stage = new PeopleStage();
        consul = stage.agent(CONSULATE);
        agent = stage.agent(ANTENNA);
        statistician = stage.actor(Role.STATISTICIAN, ANTENNA);
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static String rows(List<Long> files, String... queries) {
        return Stream.of(queries)
                .map(sql -> String.join(
                        "\n",
                        stage.site()
                                .owner()
                                .sql(sql)
                                .param(files.toArray(Long[]::new))
                                .query((row, n) -> Objects.requireNonNull(row.getString(1)))
                                .list()))
                .collect(Collectors.joining("\n\n"));
    }

    /** Everything that hangs on files, whoever their head is. */
    private static String content(List<Long> files) {
        return rows(
                files,
                "select (to_jsonb(f) - 'head')::text from people.file f where id = any(?) order by id",
                "select (to_jsonb(a) - 'head')::text from people.access a where file = any(?) order by id",
                "select n::text from people.name n where file = any(?) order by id",
                "select p::text from people.place p where file = any(?) order by id",
                "select v::text from people.sealed_value v where file = any(?) order by id",
                "select c::text from people.consent c where file = any(?) order by id",
                "select r::text from people.relation r where file = any(?) order by id",
                "select r::text from people.rights_request r where file = any(?) order by id");
    }

    private static String tokens(List<Long> files) {
        return rows(files, "select t::text from people.token t where head = any(?) order by organisation, head, value");
    }

    private static Map<Long, Long> heads(List<Long> files, String table, String key) {
        Map<Long, Long> heads = new HashMap<>();
        stage.site()
                .owner()
                .sql("select " + key + ", head from " + table + " where " + key + " = any(?)")
                .param(files.toArray(Long[]::new))
                .query((row, n) -> heads.put(row.getLong(1), row.getLong(2)))
                .list();
        return heads;
    }

    /** The smallest file of those that merges join with each. */
    private static Map<Long, Long> joined(List<Long> files, List<Joined> open) {
        Map<Long, Long> heads = files.stream().collect(Collectors.toMap(f -> f, f -> f));
        for (int round = 0; round < files.size(); round++) {
            for (Joined j : open) {
                long least = Math.min(heads.getOrDefault(j.one(), 0L), heads.getOrDefault(j.other(), 0L));
                heads.put(j.one(), least);
                heads.put(j.other(), least);
            }
        }
        return heads;
    }

    /** Adds something, through its front door, to a person of whom a file is. */
    private static void add(long file, Random random, int step) {
        Actor who = stage.as(consul, () -> stage.get(People.class).find(file)).isPresent() ? consul : agent;
        stage.as(who, () -> {
            switch (random.nextInt(4)) {
                case 0 ->
                    stage.get(Papers.class)
                            .add(file, "passport", Optional.of("ML"), "HIST" + file + step, Optional.empty());
                case 1 -> stage.get(PersonNotes.class).add(file, "general", "note " + step);
                case 2 ->
                    stage.get(Consents.class)
                            .give(
                                    file,
                                    who.equals(consul) ? CONSULATE : ANTENNA,
                                    "tracing",
                                    Optional.empty(),
                                    "consent",
                                    "proxy",
                                    LocalDate.of(2026, 1, 1),
                                    "bm",
                                    "témoin " + step);
                default -> stage.get(RightsRequests.class).receive(file, "access", "demande " + step);
            }
            return step;
        });
    }

    @Test
    void neitherMergingNorUndoingChangesWhatAFileHas() {
        for (int seed = 1; seed <= 8; seed++) {
            Random random = new Random(seed);
            List<Long> files = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                boolean first = random.nextBoolean();
                files.add(stage.register(
                        first ? consul : agent,
                        person("Suite" + seed + "x" + i, "Histoire" + seed, "7" + seed + "00000" + i),
                        first ? CONSULATE : ANTENNA));
            }
            String words = tokens(files);
            List<Joined> open = new ArrayList<>();
            String has = content(files);
            for (int step = 0; step < 24; step++) {
                long one = files.get(random.nextInt(files.size()));
                long other = files.get(random.nextInt(files.size()));
                int dice = random.nextInt(3);
                if (dice == 0) {
                    add(one, random, step);
                    has = content(files);
                } else if (dice == 1 && !open.isEmpty()) {
                    Joined undone = open.remove(random.nextInt(open.size()));
                    stage.unmerge(statistician, undone.merge(), "x");
                } else if (one != other) {
                    open.add(new Joined(stage.merge(statistician, one, other), one, other));
                }
                assertThat(content(files)).as("seed %s, step %s", seed, step).isEqualTo(has);
                assertThat(heads(files, "people.file", "id")).isEqualTo(joined(files, open));
                assertThat(heads(files, "people.access", "file")).isEqualTo(joined(files, open));
            }
            while (!open.isEmpty()) {
                stage.unmerge(
                        statistician, open.remove(random.nextInt(open.size())).merge(), "x");
            }
            assertThat(content(files)).as("seed %s", seed).isEqualTo(has);
            assertThat(heads(files, "people.file", "id")).isEqualTo(joined(files, open));
            assertThat(tokens(files)).as("how each is found, seed %s", seed).isEqualTo(words);
        }
    }
}
