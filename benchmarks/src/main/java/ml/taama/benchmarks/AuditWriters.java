package ml.taama.benchmarks;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Are 100 writers slowed by the audit trail and its sealer? Each writer changes a row in a transaction of the application's role,
 * over the twelve connections that the application has: first twice a second, as the busiest people would, and how long each waits is measured; then
 * without a pause, which uses up the processors, so that everything beside the writers takes its share from them. Baselines: the same without the trail; and a trail whose
 * writers chain the hashes themselves, which makes them wait for each other. Command: {@code ./taama bench audit}.
 */
final class AuditWriters {

    private static final int WRITERS = 100;
    private static final int CONNECTIONS = 12;
    private static final int ROUNDS = 4;
    private static final double SECONDS = 5;
    private static final double LONGEST = 120;
    private static final double MILLIS = 1000;
    private static final long LOCK = 7_233_147;

    private static final String TELL = "select set_config('taama.account', '7', true), "
            + "set_config('taama.grants', 'returns.fill:DGME', true), set_config('taama.actor', 'account', true)";
    private static final String NOTE =
            "insert into platform.audit_entry (action, subject, subject_id, organisation, detail) "
                    + "values ('thing.change', 'thing', '7', 'DGME', '{}')";
    private static final String CHAIN =
            "update benchmark.chain set hash = encode(sha256((hash || 'entry')::bytea), 'hex')";

    /** What a transaction does beside its work. */
    private enum Way {
        NOTHING("no trail"),
        TRAIL("trail, sealer stopped"),
        SEALED("trail and sealer"),
        CHAINED("trail chained by its writers");

        private final String words;

        Way(String words) {
            this.words = words;
        }
    }

    private AuditWriters() {}

    static void run() throws Exception {
        Path home = Product.newHome();
        try (Product product = Product.start(home, Map.of());
                Connection owner = owner(home);
                ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            prepare(owner);
            BlockingQueue<Connection> pool = new ArrayBlockingQueue<>(CONNECTIONS);
            for (int i = 0; i < CONNECTIONS; i++) {
                pool.add(application(home));
            }
            paced(owner, writers, pool);
            Map<Way, List<Double>> rates = new LinkedHashMap<>();
            for (int round = 0; round <= ROUNDS; round++) {
                for (Way way : Way.values()) {
                    double rate = perSecond(owner, writers, pool, way);
                    if (round > 0) {
                        rates.computeIfAbsent(way, w -> new ArrayList<>()).add(rate);
                    }
                }
            }
            print(rates);
            perSecond(owner, writers, pool, Way.TRAIL);
            long waiting = unsealed(owner);
            long start = System.nanoTime();
            drain(owner);
            System.out.printf(
                    "%n%d entries waited for their seal at the end; the last was sealed %.1f s later (%s).%n",
                    waiting, Figures.secondsSince(start), product.at("/"));
            for (Connection connection : pool) {
                connection.close();
            }
        }
    }

    private static void prepare(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(
                    "create schema benchmark; create table benchmark.thing (id bigint generated always as identity "
                            + "primary key, writer int, text text); create table benchmark.chain (hash text); "
                            + "insert into benchmark.chain values (''); grant usage on schema benchmark to taama_app; "
                            + "grant all on all tables in schema benchmark to taama_app");
        }
    }

    private static void paced(Connection owner, ExecutorService writers, BlockingQueue<Connection> pool)
            throws SQLException, InterruptedException, ExecutionException {
        Map<Way, List<Double>> waits = new LinkedHashMap<>();
        for (int round = 0; round <= ROUNDS; round++) {
            for (Way way : Way.values()) {
                drain(owner);
                lock(owner, way == Way.SEALED ? "pg_advisory_unlock_all" : "pg_advisory_lock");
                List<Double> all = waits(writers, pool, way);
                if (round > 0) {
                    waits.computeIfAbsent(way, w -> new ArrayList<>()).addAll(all);
                }
                lock(owner, "pg_advisory_unlock_all");
            }
        }
        System.out.printf("%n| 100 writers, each twice a second | median ms | p95 ms |%n|---|---:|---:|%n");
        waits.forEach((way, all) -> {
            List<Double> sorted = all.stream().sorted().toList();
            System.out.printf(
                    "| %s | %.1f | %.1f |%n",
                    way.words, Figures.median(sorted) * MILLIS, sorted.get(sorted.size() * 95 / 100) * MILLIS);
        });
    }

    private static List<Double> waits(ExecutorService writers, BlockingQueue<Connection> pool, Way way)
            throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        List<Future<List<Double>>> each = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int number = writer;
            each.add(writers.submit(() -> {
                List<Double> own = new ArrayList<>();
                for (double due = number / (2.0 * WRITERS); due < SECONDS; due += 0.5) {
                    Thread.sleep((long) Math.max(0, (due - Figures.secondsSince(start)) * MILLIS));
                    long before = System.nanoTime();
                    writeOnce(pool, way, number);
                    own.add(Figures.secondsSince(before));
                }
                return own;
            }));
        }
        List<Double> all = new ArrayList<>();
        for (Future<List<Double>> own : each) {
            all.addAll(own.get());
        }
        return all;
    }

    private static double perSecond(Connection owner, ExecutorService writers, BlockingQueue<Connection> pool, Way way)
            throws SQLException, InterruptedException, ExecutionException {
        // Each way starts without entries that another left behind. A sealer that cannot have its lock does nothing.
        drain(owner);
        boolean stopped = way != Way.SEALED;
        lock(owner, stopped ? "pg_advisory_lock" : "pg_advisory_unlock_all");
        long start = System.nanoTime();
        List<Future<Integer>> counts = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int number = writer;
            counts.add(writers.submit(() -> write(pool, way, number, start)));
        }
        int all = 0;
        for (Future<Integer> count : counts) {
            all += count.get();
        }
        double rate = all / Figures.secondsSince(start);
        lock(owner, "pg_advisory_unlock_all");
        return rate;
    }

    private static void drain(Connection owner) throws SQLException, InterruptedException {
        long start = System.nanoTime();
        while (unsealed(owner) > 0 && Figures.secondsSince(start) < LONGEST) {
            Thread.sleep(100);
        }
    }

    private static void lock(Connection owner, String function) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("select " + function + (function.endsWith("all") ? "()" : "(" + LOCK + ")"));
        }
    }

    private static int write(BlockingQueue<Connection> pool, Way way, int writer, long start)
            throws InterruptedException, SQLException {
        int written = 0;
        while (Figures.secondsSince(start) < SECONDS) {
            writeOnce(pool, way, writer);
            written++;
        }
        return written;
    }

    private static void writeOnce(BlockingQueue<Connection> pool, Way way, int writer)
            throws InterruptedException, SQLException {
        Connection connection = pool.take();
        try {
            execute(connection, TELL);
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into benchmark.thing (writer, text) values (?, 'changed')")) {
                insert.setInt(1, writer);
                insert.executeUpdate();
            }
            if (way != Way.NOTHING) {
                execute(connection, NOTE);
            }
            if (way == Way.CHAINED) {
                execute(connection, CHAIN);
            }
            connection.commit();
        } finally {
            pool.add(connection);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private static long unsealed(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select (select count(*) from platform.audit_entry) - (select count(*) from platform.audit_seal)")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void print(Map<Way, List<Double>> rates) {
        double nothing = Figures.median(rates.getOrDefault(Way.NOTHING, List.of()));
        System.out.printf("%n| 100 writers | transactions/s | ratio |%n|---|---:|---:|%n");
        rates.forEach((way, all) -> System.out.printf(
                "| %s | %.0f | %.2f |%n", way.words, Figures.median(all), Figures.median(all) / nothing));
    }

    private static Connection owner(Path home) throws Exception {
        return DriverManager.getConnection(address(home), "taama", secret(home));
    }

    private static Connection application(Path home) throws Exception {
        Connection connection = DriverManager.getConnection(address(home), "taama_app", derived(secret(home)));
        connection.setAutoCommit(false);
        return connection;
    }

    private static String address(Path home) throws Exception {
        List<String> lines = Files.readAllLines(home.resolve("postgres/data/postmaster.pid"));
        return "jdbc:postgresql://127.0.0.1:" + lines.get(3).strip() + "/taama";
    }

    private static String secret(Path home) throws Exception {
        return Files.readString(home.resolve("secrets/database-owner")).strip();
    }

    /** As the product derives it from the owner's. */
    private static String derived(String secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal("taama_app".getBytes(StandardCharsets.UTF_8)));
    }
}
