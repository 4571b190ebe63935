package ml.taama.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ml.taama.tabulation.Gate;
import ml.taama.tabulation.KeySource;
import ml.taama.tabulation.Method;
import ml.taama.tabulation.Release;
import ml.taama.tabulation.Rules;
import ml.taama.tabulation.Source;
import ml.taama.tabulation.Unprotected;
import ml.taama.tabulation.perturbation.PerturbationDesign;
import ml.taama.tabulation.request.TableRequest;

/**
 * How long does a protected table take? Baseline: DuckDB's bare query over the same integer codes, count and sum of
 * record keys, unprotected, in the same process and on as many threads. Uniform synthetic data of 8 variables.
 * Command: {@code ./taama bench tabulation}; {@code TAAMA_BENCH_ROWS} (millions, comma-separated) changes the sizes,
 * {@code TAAMA_BENCH_TEMP} the folder of the data.
 */
final class TabulationTimes {

    private static final int THREADS = 2;
    private static final int ROUNDS = 7;
    private static final int WARMING = 10;
    private static final int SERVED = 2_000;
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final double MILLI = 1000;
    private static final List<String> NAMES =
            List.of("sex", "age", "region", "nationality", "month", "status", "education", "route");
    private static final int[] SIZES = {2, 18, 20, 10, 36, 5, 6, 8};
    private static final String THREE = "sex, age, region";
    private static final String FIVE = "sex, age, region, nationality, month";

    private final int millions;
    private final Path file;
    private final Gate gate =
            new Gate(new Method.CellKey(PerturbationDesign.DEFAULT.table(), false), Rules.DEFAULT.leastMean(0));

    private TabulationTimes(int millions, Path file) {
        this.millions = millions;
        this.file = file;
    }

    static void run() throws IOException, SQLException {
        String sizes = System.getenv().getOrDefault("TAAMA_BENCH_ROWS", "10,100");
        Path folder =
                Path.of(System.getenv().getOrDefault("TAAMA_BENCH_TEMP", System.getProperty("java.io.tmpdir", ".")));
        for (String size : sizes.split(",")) {
            int millions = Integer.parseInt(size);
            Path file = folder.resolve("taama-benchmark-" + millions + ".parquet");
            if (!Files.exists(file)) {
                generate(millions, file);
            }
            new TabulationTimes(millions, file).measure();
        }
    }

    private static Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + THREADS);
        }
        return connection;
    }

    private static void generate(int millions, Path file) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < SIZES.length; i++) {
            columns.add("CAST(hash(range * 16 + " + i + ") % " + SIZES[i] + " AS UTINYINT) AS " + NAMES.get(i));
        }
        columns.add("CAST(hash(range * 16 + 15) % 256 AS UTINYINT) AS record_key");
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT " + String.join(", ", columns) + " FROM range(" + millions + "000000)) TO '"
                    + file + "' (FORMAT parquet)");
        }
    }

    private void measure() throws SQLException, IOException {
        System.out.printf("%n%d million rows, %d threads, median of %d, milliseconds%n", millions, THREADS, ROUNDS);
        load();
        System.out.println(
                "| question | Taama | DuckDB | times as fast | by processor time |\n|---|---:|---:|---:|---:|");
        Source source = Source.of(file, new KeySource.Column("record_key")).on(THREADS);
        long start = System.nanoTime();
        try (Release release = Release.open(source)) {
            double opened = Figures.secondsSince(start);
            start = System.nanoTime();
            release.load(NAMES);
            double loaded = Figures.secondsSince(start);
            start = System.nanoTime();
            release.buildCuboid(List.of(FIVE.split(", ")));
            double built = Figures.secondsSince(start);
            long peak = peak();
            try (Connection connection = connect()) {
                double read = read(connection);
                line(
                        "open and check, then read 8 columns and keys into memory; DuckDB reads them once",
                        opened + loaded,
                        read,
                        Double.NaN);
                line("build the cuboid of 259,200 cells from memory", built, Double.NaN, Double.NaN);
                inMemory(connection);
                compare(release, connection);
            }
            load();
            System.out.printf(
                    Locale.ROOT, "%nPeak resident memory after opening, reading and building: %d MiB%n", peak);
        }
    }

    /** How busy the machine is: on two processors, more than two means that others waited or made us wait. */
    private static void load() {
        System.out.printf(Locale.ROOT, "%nLoad of the machine: %.1f%n%n", MACHINE.getSystemLoadAverage());
    }

    /** The file read once, every column touched. */
    private double read(Connection connection) throws SQLException {
        List<String> all = new ArrayList<>(NAMES);
        all.add("record_key");
        String sql = "SELECT "
                + String.join(", ", all.stream().map(n -> "sum(" + n + ")").toList()) + " FROM '" + file + "'";
        return median(() -> rows(connection, sql));
    }

    private void inMemory(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t AS SELECT * FROM '" + file + "'");
        }
    }

    /** The records are counted by a release without cuboid; the last question is put to one with it. */
    private void compare(Release cuboid, Connection connection) throws SQLException {
        Source source = Source.of(file, new KeySource.Column("record_key")).on(THREADS);
        try (Release release = Release.open(source)) {
            release.load(NAMES);
            sideBySide(
                    "3-way table, 720 cells, through the gate", release, THREE, false, connection, group(THREE, "t"));
            sideBySide(
                    "the same, DuckDB from Parquet", release, THREE, false, connection, group(THREE, "'" + file + "'"));
            sideBySide(
                    "5-way table, 259,200 cells, through the gate", release, FIVE, false, connection, group(FIVE, "t"));
            sideBySide("all margins of a 3-way table with keys", release, THREE, true, connection, cube(THREE));
            protection("3-way", release, THREE);
            protection("5-way", release, FIVE);
        }
        String served = "sex, nationality, month";
        TableRequest warm = TableRequest.of(served.split(", ")).withTotals();
        for (int round = 0; round < SERVED; round++) {
            gate.protect(cuboid.count(warm));
        }
        served(cuboid, warm);
        sideBySide("from the cuboid: 3-way with totals, 1,221 cells", cuboid, served, true, connection, cube(served));
        sideBySide("from the cuboid: all 259,200 cells", cuboid, FIVE, false, connection, group(FIVE, "t"));
        filtered(cuboid, connection);
    }

    private static String group(String columns, String from) {
        return "SELECT " + columns + ", count(*), sum(record_key) FROM " + from + " GROUP BY " + columns;
    }

    private static String cube(String columns) {
        return "SELECT " + columns + ", count(*), sum(record_key) FROM t GROUP BY CUBE (" + columns + ")";
    }

    private void sideBySide(
            String question, Release release, String columns, boolean totals, Connection connection, String sql)
            throws SQLException {
        TableRequest request = TableRequest.of(columns.split(", "));
        TableRequest asked = totals ? request.withTotals() : request;
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        long[] processor = new long[2];
        for (int round = -WARMING; round < ROUNDS; round++) {
            long before = MACHINE.getProcessCpuTime();
            double our = time(() -> gate.protect(release.count(asked)).table().lines());
            long between = MACHINE.getProcessCpuTime();
            double their = time(() -> rows(connection, sql));
            if (round >= 0) {
                ours.add(our);
                theirs.add(their);
                processor[0] += between - before;
                processor[1] += MACHINE.getProcessCpuTime() - between;
            }
        }
        line(question, Figures.median(ours), Figures.median(theirs), (double) processor[1] / processor[0]);
    }

    /** What it takes to compute a table of a thousand cells that the cuboid holds; the median of many. */
    private void served(Release cuboid, TableRequest request) throws SQLException {
        List<Double> counting = new ArrayList<>();
        List<Double> protecting = new ArrayList<>();
        for (int round = 0; round < SERVED; round++) {
            long start = System.nanoTime();
            Unprotected counts = cuboid.count(request);
            counting.add(Figures.secondsSince(start));
            protecting.add(time(() -> gate.protect(counts).table().lines()));
        }
        System.out.printf(
                Locale.ROOT,
                "| compute alone, 3-way with totals, 1,221 cells: cells from the cuboid + protection | %.3f + %.3f | | | |%n",
                Figures.median(counting) * MILLI,
                Figures.median(protecting) * MILLI);
    }

    private void filtered(Release cuboid, Connection connection) throws SQLException {
        TableRequest request = TableRequest.of("age", "region")
                .where(ml.taama.tabulation.request.RequestText.filter("sex = 1; month in 3, 4, 5")
                        .toArray(ml.taama.tabulation.request.Condition[]::new));
        double ours = median(() -> gate.protect(cuboid.count(request)).table().lines());
        double theirs = median(
                () -> rows(
                        connection,
                        "SELECT age, region, count(*), sum(record_key) FROM t WHERE sex = 1 AND month IN (3, 4, 5) GROUP BY age, region"));
        line("from the cuboid: 2-way filtered by two variables, 360 cells", ours, theirs, Double.NaN);
    }

    private void protection(String name, Release release, String columns) throws SQLException {
        TableRequest request = TableRequest.of(columns.split(", "));
        double count = median(() -> release.count(request).hashCode());
        Unprotected counts = release.count(request);
        double protect = median(() -> gate.protect(counts).table().lines());
        System.out.printf(
                Locale.ROOT,
                "| %s: protection alone, beside counting of %.1f ms (+%.1f %%) | %.2f | | | |%n",
                name,
                count * MILLI,
                100 * protect / count,
                protect * MILLI);
    }

    private interface Work {
        int run() throws SQLException;
    }

    private static double time(Work work) throws SQLException {
        long start = System.nanoTime();
        if (work.run() == 0) {
            throw new IllegalStateException("Nothing was counted");
        }
        return Figures.secondsSince(start);
    }

    private static double median(Work work) throws SQLException {
        List<Double> times = new ArrayList<>();
        for (int round = -WARMING; round < ROUNDS; round++) {
            double time = time(work);
            if (round >= 0) {
                times.add(time);
            }
        }
        return Figures.median(times);
    }

    private static int rows(Connection connection, String sql) throws SQLException {
        int rows = 0;
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int last = result.getMetaData().getColumnCount();
            while (result.next()) {
                rows += result.getLong(last) >= 0 ? 1 : 0;
            }
        }
        return rows;
    }

    private static void line(String question, double ours, double theirs, double processor) {
        if (Double.isNaN(theirs)) {
            System.out.printf(Locale.ROOT, "| %s | %.1f | | | |%n", question, ours * MILLI);
        } else {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %.1f | %.2f | %s |%n",
                    question,
                    ours * MILLI,
                    theirs * MILLI,
                    theirs / ours,
                    Double.isFinite(processor) ? String.format(Locale.ROOT, "%.1f", processor) : "");
        }
    }

    /** The largest resident memory of this process so far, in MiB; 0 where the system does not say. */
    private static long peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(l -> l.startsWith("VmHWM"))
                .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
