package ml.taama.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import ml.taama.linkage.people.Register;

/**
 * How long does a register of a million people take: to import (against COPY of the rows that came of it, with the same
 * indexes), to search, to look for the same person before a new one is saved, to open a file? Over HTTP, as a field agent
 * asks; and how long are a service saved and lists opened. Command: {@code ./taama bench register}; {@code TAAMA_BENCH_PEOPLE} changes the size (a multiple of 100,000).
 */
final class RegisterTimes {

    private static final int FILE = 100_000;
    private static final int ASKED = 200;
    private static final String COLUMNS = "Prénom,Nom,Sexe,Date de naissance,Père,Mère,Village,Téléphone\n";

    private RegisterTimes() {}

    static void run() throws IOException, InterruptedException, SQLException, ExecutionException {
        int people = Integer.parseInt(System.getenv().getOrDefault("TAAMA_BENCH_PEOPLE", "1000000"));
        Path home = Product.newHome();
        try (Product product = Product.start(home, Map.of("TAAMA_MEMORY", "6g"))) {
            Person agent = Person.signIn(product, "field-agent@demo.example");
            List<String> names = new ArrayList<>();
            List<Double> imports = new ArrayList<>();
            long start = System.nanoTime();
            for (int made = 0; made < people; made += FILE) {
                long one = System.nanoTime();
                Imports.keep(agent, "/work/people/imports", csv(made, names));
                imports.add(Figures.secondsSince(one));
            }
            double all = Figures.secondsSince(start);
            compared(home);
            double matched = Figures.secondsSince(start);
            System.out.printf("%n| %,d people | |%n|---|---:|%n", people);
            System.out.printf("| a file of %,d rows imported, median s | %.1f |%n", FILE, Figures.median(imports));
            System.out.printf("| COPY of the rows of one file, same indexes, s | %.1f |%n", copy(home));
            System.out.printf("| all files, s | %.0f |%n", all);
            System.out.printf("| until all are compared with each other, s | %.0f |%n", matched);
            String file = answers(agent, names);
            long services = System.nanoTime();
            Imports.keep(agent, "/work/cases/imports", services(home));
            System.out.printf("| a file of %,d services imported, s | %.1f |%n", FILE, Figures.secondsSince(services));
            CaseTimes.run(product, agent, file.substring(file.lastIndexOf('/') + 1));
        }
    }

    private static String csv(int seed, List<String> names) throws IOException {
        StringWriter text = new StringWriter();
        new Register(FILE, seed + 1L, 0.1).write(text);
        StringBuilder csv = new StringBuilder(COLUMNS);
        List<String> columns = Register.COLUMNS;
        int[] taken = List.of(
                        "given_name", "surname", "sex", "birth_date", "father_name", "mother_name", "village", "phone")
                .stream()
                .mapToInt(columns::indexOf)
                .toArray();
        try (BufferedReader lines = new BufferedReader(new java.io.StringReader(text.toString()))) {
            lines.readLine();
            int row = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                for (int i = 0; i < taken.length; i++) {
                    csv.append(i == 0 ? "" : ",").append(cells[taken[i]]);
                }
                csv.append('\n');
                if (row++ % (FILE / ASKED) == 0) {
                    names.add(cells[taken[0]] + " " + cells[taken[1]]);
                }
            }
        }
        return csv.toString();
    }

    /** Waits until matching has nothing left to compare. */
    private static void compared(Path home) throws IOException, InterruptedException, SQLException {
        try (Connection connection = Owner.connect(home);
                Statement statement = connection.createStatement()) {
            while (true) {
                try (ResultSet left = statement.executeQuery("select count(*) from matching.pending")) {
                    left.next();
                    if (left.getLong(1) == 0) {
                        return;
                    }
                }
                Thread.sleep(1000);
            }
        }
    }

    /** A service for each person of the first file. */
    private static String services(Path home) throws IOException, SQLException {
        StringBuilder csv = new StringBuilder("Numéro,Service,Date,Pays\n");
        try (Connection connection = Owner.connect(home);
                Statement statement = connection.createStatement();
                ResultSet people = statement.executeQuery(
                        "select number from people.file where import = (select min(id) from people.import)")) {
            while (people.next()) {
                csv.append(people.getString(1)).append(",food,2026-01-15,LY\n");
            }
        }
        return csv.toString();
    }

    private static double copy(Path home) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("taama-copy");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        double seconds = 0;
        try (Connection connection = Owner.connect(home);
                Statement statement = connection.createStatement()) {
            for (String table : List.of("file", "access", "name", "place", "sealed_value", "token")) {
                String key = table.equals("file") ? "id" : table.equals("token") ? "head" : "file";
                String file = folder.resolve(table).toString();
                statement.execute("copy (select * from people." + table + " where " + key
                        + " in (select id from people.file where import = (select min(id) from people.import))) to '"
                        + file + "'");
                statement.execute("create table public.copied (like people." + table + " including all)");
                long start = System.nanoTime();
                statement.execute("copy public.copied from '" + file + "'");
                seconds += Figures.secondsSince(start);
                statement.execute("drop table public.copied");
            }
        }
        return seconds;
    }

    private interface Ask {
        void of(String name) throws IOException, InterruptedException;
    }

    private static String answers(Person agent, List<String> names) throws IOException, InterruptedException {
        List<String> asked = names.subList(0, Math.min(ASKED, names.size()));
        time("search by a whole name", asked, n -> search(agent, n));
        time("search by three letters of each", asked, n -> search(agent, short3(n)));
        String page = search(agent, asked.getFirst());
        List<String> files = Pattern.compile("href=\"(/fr/work/people/\\d+)\"")
                .matcher(page)
                .results()
                .map(m -> m.group(1))
                .distinct()
                .toList();
        time("open a file", asked, n -> agent.get(files.get(Math.floorMod(n.hashCode(), files.size()))));
        agent.get("/fr/work/people/new");
        time(
                "look for the same person before a new one is saved",
                asked,
                n -> agent.post(
                        "/fr/work/people/new",
                        "key=" + java.util.UUID.randomUUID() + "&given=" + Person.encode(n.split(" ", 2)[0])
                                + "&surname=" + Person.encode(n.split(" ", 2)[1]) + "&kind=said&sex=unknown"));
        return files.getFirst();
    }

    private static String search(Person agent, String question) throws IOException, InterruptedException {
        return agent.post("/fr/work/people/search", "q=" + Person.encode(question));
    }

    private static String short3(String name) {
        StringBuilder text = new StringBuilder();
        for (String word : name.split(" ")) {
            text.append(word, 0, Math.min(3, word.length())).append(' ');
        }
        return text.toString().strip();
    }

    private static void time(String what, List<String> names, Ask ask) throws IOException, InterruptedException {
        List<Double> times = new ArrayList<>();
        for (String name : names) {
            long start = System.nanoTime();
            ask.of(name);
            times.add(Figures.secondsSince(start) * 1000);
        }
        System.out.printf(
                "| %s, median / p95, ms | %.0f / %.0f |%n", what, Figures.median(times), Figures.percentile(times, 95));
    }
}
