package ml.taama.benchmarks;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long field agents wait in a register of that size: for a service to be saved, and for lists while 32 of them work. */
final class CaseTimes {

    private static final int SAVES = 200;
    private static final int PEOPLE = 32;
    private static final int SECONDS = 30;
    private static final int THINKING = 1_000;
    private static final List<String> LISTS = List.of("/work", "/work/cases", "/work/people", "/work/people/imports");

    private CaseTimes() {}

    static void run(Product product, Person agent, String file)
            throws IOException, InterruptedException, ExecutionException {
        print("save a service", saves(agent, file));
        List<Double> alone = new ArrayList<>();
        for (int i = 0; i < SAVES; i++) {
            alone.add(read(agent, LISTS.get(i % LISTS.size())));
        }
        print("a list, one agent", alone);
        print("a list, %d agents who each open one a second".formatted(PEOPLE), together(product));
    }

    private static void print(String what, List<Double> times) {
        System.out.printf(
                "| %s, median / p95, ms | %.0f / %.0f |%n", what, Figures.median(times), Figures.percentile(times, 95));
    }

    private static List<Double> saves(Person agent, String file) throws IOException, InterruptedException {
        String today = LocalDate.now(ZoneId.systemDefault()).toString();
        agent.get("/fr/work/cases/new");
        String page = agent.post(
                "/fr/work/cases/new",
                "action=receive&country=LY&channel=phone&urgency=high&headcount=1&text=essai&received=" + today
                        + "&people=" + file + "&key=" + UUID.randomUUID());
        Matcher made =
                Pattern.compile("action=\"(/fr/work/cases/\\d+)/triage\"").matcher(page);
        if (!made.find()) {
            throw new IOException("No case was received");
        }
        String address = made.group(1);
        agent.post(address + "/triage", "decision=accept&urgency=high&note=essai");
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < SAVES; i++) {
            long start = System.nanoTime();
            agent.post(
                    address + "/services",
                    "kind=food&quantity=1&proof=none&people=" + file + "&on=" + today + "&key=" + UUID.randomUUID());
            times.add(Figures.secondsSince(start) * 1000);
        }
        return times;
    }

    private static double read(Person person, String list) throws IOException, InterruptedException {
        long start = System.nanoTime();
        person.get("/fr" + list);
        return Figures.secondsSince(start) * 1000;
    }

    private static List<Double> together(Product product) throws InterruptedException, ExecutionException {
        List<Double> times = new ArrayList<>();
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Double>>> working = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                int number = i;
                working.add(all.submit(() -> work(Person.signIn(product, "field-agent@demo.example"), number)));
            }
            for (Future<List<Double>> one : working) {
                times.addAll(one.get());
            }
        }
        return times;
    }

    private static List<Double> work(Person person, int number) throws IOException, InterruptedException {
        Random random = new Random(number);
        List<Double> times = new ArrayList<>();
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        while (System.nanoTime() < end) {
            Thread.sleep(random.nextInt(2 * THINKING));
            times.add(read(person, LISTS.get(random.nextInt(LISTS.size()))));
        }
        return times;
    }
}
