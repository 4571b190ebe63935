package ml.taama.tabulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import ml.taama.tabulation.request.Axis;
import ml.taama.tabulation.request.Condition;
import ml.taama.tabulation.request.Ordering;
import ml.taama.tabulation.request.TableRequest;
import ml.taama.tabulation.schema.Schema;
import ml.taama.tabulation.schema.SchemaJson;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random microdata with random hierarchies: every way of counting agrees with a count record by record in the plainest
 * code, margins and cell keys included, whatever the number of threads.
 */
class CountingPropertyTest {

    private static final int VARIABLES = 4;

    @TempDir
    Path folder;

    /** Microdata with what a plain count needs. */
    private record World(Path file, Schema schema, List<String[]> rows, List<Map<String, String>> groups) {}

    private World world(long seed, boolean persons) {
        Random random = new Random(seed);
        int[] sizes = new int[VARIABLES];
        List<Map<String, String>> groups = new ArrayList<>();
        StringBuilder variables = new StringBuilder();
        for (int v = 0; v < VARIABLES; v++) {
            sizes[v] = random.nextInt(2, 9);
            int parents = random.nextInt(1, sizes[v] + 1);
            Map<String, String> group = new HashMap<>();
            StringBuilder codes = new StringBuilder();
            StringBuilder parentCodes = new StringBuilder();
            for (int c = 0; c < sizes[v]; c++) {
                group.put("c" + c, "g" + c % parents);
                codes.append(c == 0 ? "" : ",").append("{\"code\":\"c" + c + "\",\"parent\":\"g" + c % parents + "\"}");
            }
            for (int p = 0; p < parents; p++) {
                parentCodes.append(p == 0 ? "" : ",").append("\"g" + p + "\"");
            }
            group.put("", "_U");
            groups.add(group);
            variables
                    .append(v == 0 ? "" : ",")
                    .append("{\"name\":\"v" + v + "\",\"codes\":[" + codes
                            + "],\"levels\":[{\"name\":\"group\",\"codes\":[" + parentCodes + "]}]}");
        }
        String unit = persons ? "{\"kind\":\"people\",\"key\":\"id\"}" : "{\"kind\":\"people\"}";
        Schema schema = SchemaJson.parse(
                "{\"unit\":" + unit + ",\"variables\":[" + variables + ",{\"name\":\"amount\",\"type\":\"numeric\"}]}",
                "s");
        List<String[]> rows = new ArrayList<>();
        StringBuilder text = new StringBuilder("id,v0,v1,v2,v3,amount\n");
        int count = random.nextInt(1, 6_000);
        for (int i = 0; i < count; i++) {
            String[] row = new String[VARIABLES + 2];
            row[0] = "p" + (persons ? random.nextInt(1 + count / 3) : i);
            for (int v = 0; v < VARIABLES; v++) {
                row[v + 1] = random.nextInt(20) == 0 ? "" : "c" + random.nextInt(sizes[v]);
            }
            row[VARIABLES + 1] = random.nextInt(30) == 0 ? "" : String.valueOf(random.nextInt(100));
            rows.add(row);
            text.append(String.join(",", row)).append('\n');
        }
        return new World(Microdata.write(folder.resolve("w" + seed + ".csv"), text.toString()), schema, rows, groups);
    }

    private static TableRequest request(Random random) {
        List<Axis> axes = new ArrayList<>();
        List<Condition> filters = new ArrayList<>();
        for (int v = 0; v < VARIABLES; v++) {
            int role = random.nextInt(4);
            if (role < 2) {
                List<String> levels = List.of(List.<String>of(), List.of("group"), List.of("v" + v, "group"))
                        .get(random.nextInt(3));
                axes.add(new Axis("v" + v, levels, random.nextBoolean()));
            } else if (role == 2) {
                filters.add(
                        random.nextBoolean()
                                ? new Condition.In("v" + v, "", Set.of("c0", "c1"), random.nextBoolean())
                                : new Condition.In("v" + v, "group", Set.of("g0"), random.nextBoolean()));
            }
        }
        if (random.nextInt(4) == 0) {
            filters.add(new Condition.Between("amount", 10, 70));
        }
        if (axes.isEmpty()) {
            axes.add(Axis.of("v0"));
            filters.removeIf(f -> f.variable().equals("v0"));
        }
        return new TableRequest(
                axes, List.of(), List.of(), filters, List.of(), java.util.Optional.empty(), Ordering.NONE);
    }

    /** Distinct units, and the sum of their keys modulo 256, by the codes of the nodes of a cell. */
    private static Map<List<String>, long[]> plainly(World world, TableRequest request, boolean persons) {
        Map<List<String>, Set<String>> units = new HashMap<>();
        for (int i = 0; i < world.rows.size(); i++) {
            String[] row = world.rows.get(i);
            if (!holds(world, row, request)) {
                continue;
            }
            for (List<String> cell : cells(world, row, request, 0)) {
                units.computeIfAbsent(cell, c -> new HashSet<>()).add(row[0]);
            }
        }
        Map<List<String>, long[]> counts = new HashMap<>();
        units.forEach((cell, ids) -> {
            long key = ids.stream()
                    .mapToLong(id -> persons
                            ? Long.remainderUnsigned(Microdata.SECRET.of(id), 256)
                            : Long.remainderUnsigned(Microdata.SECRET.ofRow(Long.parseLong(id.substring(1))), 256))
                    .sum();
            counts.put(cell, new long[] {ids.size(), key % 256});
        });
        return counts;
    }

    private static boolean holds(World world, String[] row, TableRequest request) {
        for (Condition condition : request.filters()) {
            switch (condition) {
                case Condition.In in -> {
                    int v = in.variable().charAt(1) - '0';
                    String code = row[v + 1];
                    String value = in.level().equals("group")
                            ? world.groups.get(v).getOrDefault(code, "")
                            : code.isEmpty() ? "_U" : code;
                    if (in.codes().contains(value) == in.negated()) {
                        return false;
                    }
                }
                case Condition.Between between -> {
                    String amount = row[VARIABLES + 1];
                    if (amount.isEmpty()
                            || Double.parseDouble(amount) < between.least()
                            || Double.parseDouble(amount) > between.most()) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static List<List<String>> cells(World world, String[] row, TableRequest request, int axis) {
        if (axis == request.axes().size()) {
            return List.of(List.of());
        }
        Axis of = request.axes().get(axis);
        int v = of.variable().charAt(1) - '0';
        String code = row[v + 1];
        Set<String> nodes = new HashSet<>();
        List<String> levels = of.levels().isEmpty() ? List.of(of.variable()) : of.levels();
        for (String level : levels) {
            nodes.add(level + ":"
                    + (level.equals("group") ? world.groups.get(v).get(code) : code.isEmpty() ? "_U" : code));
        }
        if (of.total()) {
            nodes.add(":_T");
        }
        List<List<String>> all = new ArrayList<>();
        for (List<String> rest : cells(world, row, request, axis + 1)) {
            for (String node : nodes) {
                List<String> cell = new ArrayList<>(List.of(node));
                cell.addAll(rest);
                all.add(cell);
            }
        }
        return all;
    }

    private static void agrees(String how, Plan plan, Cells cells, Map<List<String>, long[]> expected) {
        int[] sizes = plan.sizes();
        long[] strides = Plan.strides(sizes);
        int occupied = 0;
        for (long cell = 0; cell < plan.cells(); cell++) {
            List<String> nodes = new ArrayList<>();
            for (int axis = 0; axis < sizes.length; axis++) {
                Node node = plan.sides().get(axis).nodes().get((int) (cell / strides[axis] % sizes[axis]));
                nodes.add(node.level() + ":" + node.code());
            }
            long[] wanted = expected.getOrDefault(nodes, new long[2]);
            assertThat(cells.count(cell)).as("%s %s", how, nodes).isEqualTo(wanted[0]);
            assertThat((long) cells.key(cell)).as("%s key of %s", how, nodes).isEqualTo(wanted[1]);
            occupied += wanted[0] > 0 ? 1 : 0;
        }
        assertThat(occupied).as(how).isEqualTo(expected.size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyWayOfCountingAgreesWhereRowsAreUnits(long seed) {
        agree(seed, false);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void everyWayOfCountingAgreesWhereAPersonHasSeveralRows(long seed) {
        agree(seed, true);
    }

    private void agree(long seed, boolean persons) {
        World world = world(seed, persons);
        Random random = new Random(seed);
        List<String> all = List.of("v0", "v1", "v2", "v3");
        Source source = Microdata.source(world.file).described(world.schema);
        try (Release release = Release.open(source);
                Release alone = Release.open(source.on(1));
                Release cubed = Release.open(source.on(3))) {
            cubed.buildCuboid(all);
            for (int i = 0; i < 12; i++) {
                TableRequest request = request(random);
                Map<List<String>, long[]> expected = plainly(world, request, persons);
                Plan plan = release.count(request).plan();
                agrees("database", plan, release.database().count(plan), expected);
                agrees("arrays", plan, alone.arrays().count(plan(alone, request)), expected);
                agrees("threads", plan, cubed.arrays().count(plan(cubed, request)), expected);
                agrees("cuboid", plan, cubed.count(plan(cubed, request)), expected);
            }
        }
    }

    private static Plan plan(Release release, TableRequest request) {
        return Plan.of(request, release.columns());
    }

    /** A modulus that is no power of two, columns of more than 256 codes, and more cells than places. */
    @ParameterizedTest
    @ValueSource(ints = {100, 256, 1000, 65536})
    void denseAndHashedLayoutsAgree(int modulus) {
        Random random = new Random(modulus);
        Path file = Microdata.csv(
                folder,
                "wide" + modulus + ".csv",
                "a,b,c,d",
                3_000,
                i -> random.nextInt(700) + "," + random.nextInt(900) + "," + random.nextInt(800) + ","
                        + random.nextInt(3));
        try (Release release = Release.open(Microdata.source(file).modulo(modulus))) {
            release.load(List.of("a", "b", "c", "d"));
            Cells narrow = release.arrays().count(plan(release, TableRequest.of("d", "a")));
            Cells wide = release.arrays().count(plan(release, TableRequest.of("d", "a", "b", "c")));
            assertThat(narrow.index()).isNull();
            assertThat(wide.index()).isNotNull();
            long[] counts = new long[narrow.places()];
            long[] keys = new long[narrow.places()];
            long below = wide.size() / narrow.size();
            for (int place = 0; place < wide.places(); place++) {
                counts[(int) (wide.cell(place) / below)] += wide.counts()[place];
                keys[(int) (wide.cell(place) / below)] += wide.keys()[place];
            }
            for (int place = 0; place < narrow.places(); place++) {
                assertThat(counts[place]).isEqualTo(narrow.counts()[place]);
                assertThat(keys[place] % modulus).isEqualTo(narrow.keys()[place]);
            }
            release.buildCuboid(List.of("a", "b", "c", "d"));
            Cells fromSparseCuboid = release.count(plan(release, TableRequest.of("d", "a")));
            assertThat(fromSparseCuboid.counts()).isEqualTo(narrow.counts());
            assertThat(fromSparseCuboid.keys()).isEqualTo(narrow.keys());
            Cells database = release.database().count(plan(release, TableRequest.of("d", "a", "b", "c")));
            assertThat(database.counts()).isEqualTo(wide.counts());
            assertThat(database.keys()).isEqualTo(wide.keys());
        }
    }
}
