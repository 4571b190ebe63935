package ml.taama.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long do 200 people of the services wait for pages and saves, while all of them work at once on the two processors of
 * this machine, which also holds the database and the people themselves? The baseline is one of them alone. Command:
 * {@code ./taama bench people}.
 */
final class WorkingPeople {

    private static final int PEOPLE = 200;
    private static final int SECONDS = 60;
    private static final int THINKING = 5_000;
    private static final int ALONE = 120;
    private static final Pattern RETURN = Pattern.compile("href=\"/fr(/work/returns/\\d+)\"");
    private static final Pattern CELL = Pattern.compile("name=\"(v:\\d+:[^\"]*)\"");
    private static final List<String> READ =
            List.of("/work", "/work/calls", "/work/returns", "/work/calendar", "/figures");

    /** The pages that people read, and the two things that they save. */
    private enum Act {
        PAGE,
        CELL,
        TEXT
    }

    private record Took(Act act, double millis) {}

    private WorkingPeople() {}

    static void run() throws Exception {
        Path home = Product.newHome();
        try (Product product = Product.start(home, Map.of("TAAMA_MEMORY", "1g"));
                ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            populate(home);
            List<Colleague> people = signedIn(product, all);
            long end = System.nanoTime() + SECONDS / 6 * 1_000_000_000L;
            together(all, people, end);
            List<Took> alone = new ArrayList<>();
            for (int i = 0; i < ALONE; i++) {
                alone.add(people.getFirst().act());
            }
            List<Took> together = together(all, people, System.nanoTime() + SECONDS * 1_000_000_000L);
            print(alone, together);
        }
    }

    /** More people like the focal point of the demonstration, spread over all services that are asked. */
    private static void populate(Path home) throws IOException, SQLException {
        try (Connection connection = Owner.connect(home);
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    with made as (
                      insert into accounts.account (name, language, digest, demonstration)
                      select 'Person ' || n, 'fr', 'never', true from generate_series(1, %d) n returning id, name),
                    credentials as (
                      insert into accounts.credential (account, email, password)
                      select m.id, replace(lower(m.name), ' ', '-') || '@demo.example', c.password
                      from made m, accounts.credential c where c.email = 'focal-point@demo.example')
                    insert into accounts.holding (account, role, organisation)
                    select m.id, 'focal-point', o.organisation from made m join (
                      select organisation, row_number() over (order by organisation) - 1 as place, count(*) over () as many
                      from (select distinct organisation from collection.return) r) o on m.id %% o.many = o.place
                    """.formatted(PEOPLE));
        }
    }

    private static List<Colleague> signedIn(Product product, ExecutorService all)
            throws InterruptedException, ExecutionException {
        List<Future<Colleague>> waiting = new ArrayList<>();
        for (int i = 1; i <= PEOPLE; i++) {
            int number = i;
            waiting.add(all.submit(() -> new Colleague(product, number)));
        }
        List<Colleague> people = new ArrayList<>();
        for (Future<Colleague> colleague : waiting) {
            people.add(colleague.get());
        }
        return people;
    }

    private static List<Took> together(ExecutorService all, List<Colleague> people, long end)
            throws InterruptedException, ExecutionException {
        List<Future<List<Took>>> working = new ArrayList<>();
        for (Colleague colleague : people) {
            working.add(all.submit(() -> colleague.workUntil(end)));
        }
        List<Took> took = new ArrayList<>();
        for (Future<List<Took>> one : working) {
            took.addAll(one.get());
        }
        return took;
    }

    private static void print(List<Took> alone, List<Took> together) {
        System.out.printf(
                "%n| %d people, each acting every %d s on average: %.0f acts a second | alone, median ms | median ms | p95 ms | p99 ms | p95 to alone |%n"
                        + "|---|---:|---:|---:|---:|---:|%n",
                PEOPLE, THINKING / 1000, together.size() / (double) SECONDS);
        Map<Act, String> names = new EnumMap<>(Map.of(
                Act.PAGE,
                "a page",
                Act.CELL,
                "a cell of a return, checked and kept",
                Act.TEXT,
                "an account in rich text, kept"));
        names.forEach((act, name) -> {
            double one = Figures.median(of(alone, act));
            List<Double> many = of(together, act);
            System.out.printf(
                    "| %s | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
                    name,
                    one,
                    Figures.median(many),
                    Figures.percentile(many, 95),
                    Figures.percentile(many, 99),
                    Figures.percentile(many, 95) / one);
        });
    }

    private static List<Double> of(List<Took> all, Act act) {
        return all.stream().filter(t -> t.act == act).map(Took::millis).toList();
    }

    /** Somebody of a service, who reads pages, and fills the return of the service. */
    private static final class Colleague {

        private final Person person;
        private final Random random;
        private final String document;
        private final List<String> cells = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();

        Colleague(Product product, int number) throws IOException, InterruptedException {
            person = Person.signIn(product, "person-" + number + "@demo.example");
            random = new Random(number);
            Matcher link = RETURN.matcher(person.get("/fr/work/returns"));
            if (!link.find()) {
                throw new IOException("No return to fill");
            }
            document = link.group(1);
            String page = person.get("/fr" + document);
            CELL.matcher(page).results().forEach(r -> cells.add(r.group(1)));
            Pattern.compile("<textarea[^>]*name=\"(t:[^\"]+)\"")
                    .matcher(page)
                    .results()
                    .forEach(r -> texts.add(r.group(1)));
        }

        List<Took> workUntil(long end) throws IOException, InterruptedException {
            List<Took> took = new ArrayList<>();
            Thread.sleep(random.nextInt(THINKING));
            while (System.nanoTime() < end) {
                took.add(act());
                Thread.sleep(random.nextInt(2 * THINKING));
            }
            return took;
        }

        Took act() throws IOException, InterruptedException {
            int dice = random.nextInt(10);
            Act act = dice < 6 ? Act.PAGE : dice < 9 ? Act.CELL : Act.TEXT;
            long start = System.nanoTime();
            switch (act) {
                case PAGE -> person.get("/fr" + (dice < 2 ? document : READ.get(random.nextInt(READ.size()))));
                case CELL -> save(cells.get(random.nextInt(cells.size())), String.valueOf(random.nextInt(100)));
                case TEXT ->
                    save(texts.get(random.nextInt(texts.size())), "Activité " + random.nextInt() + ". ".repeat(200));
            }
            return new Took(act, Figures.secondsSince(start) * 1000);
        }

        private void save(String field, String value) throws IOException, InterruptedException {
            person.post(
                    "/fr" + document + "/values",
                    Person.encode(field) + "=" + Person.encode(value),
                    "HX-Request",
                    "true");
        }
    }
}
