package ml.taama.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ml.taama.linkage.Facts;
import ml.taama.linkage.Linked;
import ml.taama.linkage.Linker;
import ml.taama.linkage.Model;
import ml.taama.linkage.ModelFile;
import ml.taama.linkage.Notice;
import ml.taama.linkage.Pair;
import ml.taama.linkage.PairSink;
import ml.taama.linkage.RuleReport;
import ml.taama.linkage.Settings;
import ml.taama.linkage.Trained;
import ml.taama.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** What a run does: reads the register, compares or estimates, keeps what it found. */
@Component
class RunWork {

    private static final String READ = "read";

    /** Stages of linkage that have words. */
    private static final List<String> STAGES = List.of("train", "predict");

    /** Fewer records than these say nothing about rare levels. */
    static final int LEAST = 1_000;

    private static final long NEXT = 500_000_000L;
    private static final int CHUNK = 500;

    private final RecordSource source;
    private final RunStore store;
    private final Models models;
    private final ReviewStore reviews;
    private final Judged judged;

    RunWork(RecordSource source, RunStore store, Models models, ReviewStore reviews, Judged judged) {
        this.source = source;
        this.store = store;
        this.models = models;
        this.reviews = reviews;
        this.judged = judged;
    }

    void run(Run run) {
        Model model = ModelFile.parse(models.json(run.model()));
        switch (run.kind()) {
            case "batch" -> batch(run, model, read(run, model));
            case "training" -> train(run, model, read(run, model));
            default -> compare(run, model);
        }
    }

    private Linker read(Run run, Model model) {
        store.move(run.id(), READ, 0, 0);
        RecordTable table = new RecordTable(model);
        source.all(table::add);
        AtomicLong last = new AtomicLong(System.nanoTime());
        AtomicBoolean stopped = new AtomicBoolean();
        Settings usual = Settings.usual();
        Linker linker =
                new Linker(model, List.of(table.table()), new Settings(1, usual.memory(), (stage, done, total) -> {
                    if (stopped.get() || System.nanoTime() - last.get() < NEXT) {
                        return;
                    }
                    last.set(System.nanoTime());
                    stopped.set(store.move(run.id(), STAGES.contains(stage) ? stage : READ, done, total));
                    if (stopped.get()) {
                        throw new CancellationException();
                    }
                }));
        store.line(run.id(), READ, linker.size());
        return linker;
    }

    private void batch(Run run, Model model, Linker linker) {
        AtomicLong written = new AtomicLong();
        PairSink sink = pairs -> () -> {
            for (int from = 0; from < pairs.size(); from += CHUNK) {
                List<Pair> chunk = pairs.subList(from, Math.min(pairs.size(), from + CHUNK));
                reviews.put(run.id(), run.model(), linker, chunk);
                written.addAndGet(chunk.size());
            }
        };
        Linked linked = linker.link(model, reviews.least(), sink, facts(linker), Optional.empty());
        long gone = reviews.sweep(run.id());
        reviews.lookAround();
        Map<String, Object> report = rules(linked.rules());
        report.put("candidates", linked.candidates());
        report.put("links", linked.links());
        report.put(
                "persons",
                IntStream.of(linked.clustering().person())
                        .limit(linker.size())
                        .distinct()
                        .count());
        report.put("refusedFacts", linked.clustering().refusedFacts());
        report.put("refusedIds", linked.clustering().refusedIds());
        store.line(run.id(), "compared", linked.candidates(), written.get(), gone);
        store.end(run.id(), "done", linker.size(), written.get(), report);
    }

    /** What people decided, by the numbers of the records of this run. */
    private Facts facts(Linker linker) {
        Map<String, List<long[]>> decided = reviews.decided();
        Map<Long, Integer> numbers = IntStream.range(0, linker.size())
                .boxed()
                .collect(Collectors.toMap(i -> Long.parseLong(linker.id(i)), i -> i));
        return new Facts(numbers(decided, "same", numbers), numbers(decided, "different", numbers));
    }

    private static List<int[]> numbers(Map<String, List<long[]>> decided, String verdict, Map<Long, Integer> numbers) {
        return decided.getOrDefault(verdict, List.of()).stream()
                .filter(p -> numbers.containsKey(p[0]) && numbers.containsKey(p[1]))
                .map(p -> new int[] {numbers.getOrDefault(p[0], 0), numbers.getOrDefault(p[1], 0)})
                .toList();
    }

    private static Map<String, Object> rules(List<RuleReport> rules) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put(
                "rules",
                rules.stream()
                        .map(r -> Map.of(
                                "rule", r.rule(),
                                "pairs", r.pairs(),
                                "fresh", r.fresh(),
                                "largest", r.largest(),
                                "givenUp", r.givenUp()))
                        .toList());
        return report;
    }

    private void train(Run run, Model model, Linker linker) {
        if (linker.size() < LEAST) {
            store.line(run.id(), "too-few", linker.size(), LEAST);
            throw Problem.of(MatchingProblem.TOO_FEW, linker.size(), LEAST);
        }
        Map<String, Object> report = rules(linker.count());
        Trained trained = linker.train();
        List<String> notices = trained.notices().stream().map(RunWork::say).toList();
        String code = models.add(trained.model(), run.model(), linker.size(), notices);
        store.trained(run.id(), code);
        report.put("passes", trained.passes().size());
        report.put("notices", notices);
        report.put("judged", judged.of(linker, List.of(model, trained.model())));
        store.line(run.id(), "trained", code, trained.passes().size(), notices.size());
        store.end(run.id(), "done", linker.size(), 0, report);
    }

    private static String say(Notice notice) {
        return notice.code() + " "
                + notice.arguments().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private void compare(Run run, Model one) {
        Linker linker = read(run, one);
        Model other = ModelFile.parse(models.json(run.other().orElseThrow()));
        Linker second = read(run, other);
        List<Object> both = new ArrayList<>(judged.of(linker, List.of(one)));
        both.addAll(judged.of(second, List.of(other)));
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("judged", both);
        store.line(
                run.id(),
                "judged",
                String.join(", ", new TreeSet<>(List.of(run.model(), run.other().orElseThrow()))));
        store.end(run.id(), "done", linker.size(), 0, report);
    }
}
