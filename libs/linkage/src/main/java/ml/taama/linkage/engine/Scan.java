package ml.taama.linkage.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import ml.taama.linkage.Model.Sources;

/**
 * One pass over all pairs of a rule, on several threads. Blocks are cut into tasks of a few thousand records; each task
 * copies its records next to each other, finds the pattern of each pair that no earlier rule produced, and hands batches
 * to a consumer. Tasks may end in any order; what a consumer keeps of each comes out in the order of tasks.
 */
final class Scan {

    /** Records of a tile; a block with more is a triangle of pairs of tiles. */
    static final int TILE = 1024;

    private static final int BATCH = 2048;

    private final Plan plan;
    private final Blocks blocks;
    private final Blocks[] earlier;
    private final int[] order;
    private final int[] ranks;
    private final boolean link;

    /** Takes batches of pairs; one for each thread. */
    interface Consumer {

        /** Takes some pairs: indexes of rows and patterns. The arrays are used again. */
        void accept(Rows rows, int[] left, int[] right, long[] patterns, int pairs);

        /** Called after the last pair of a task; what it returns is given to {@link Scan#run}'s sink in task order. */
        default Runnable endOfTask() {
            return () -> {};
        }
    }

    /** Told about progress: pairs done. */
    interface Progress {
        void done(long pairs);
    }

    /** Tiles of one block, or a run of small blocks. */
    private record Task(int from, int to, int from2, int to2, int firstBlock, int endBlock) {}

    /**
     * A pass.
     *
     * @param ranks order of identifiers where it matters which record is left, else empty
     */
    Scan(Plan plan, Blocks blocks, List<Blocks> earlier, int[] ranks) {
        this.plan = plan;
        this.blocks = blocks;
        this.earlier = earlier.toArray(Blocks[]::new);
        this.order = blocks.order();
        this.ranks = ranks;
        this.link = plan.records.model.sources() == Sources.LINK;
    }

    /** Runs the pass; consumers are made by the supplier, one a thread, and returned. */
    <C extends Consumer> List<C> run(int threads, Supplier<C> consumers, Progress progress) {
        List<Task> tasks = tasks();
        InOrder sink = new InOrder(threads * 8);
        List<C> all = new ArrayList<>();
        List<Worker> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            C consumer = consumers.get();
            all.add(consumer);
            workers.add(new Worker(tasks, consumer, sink, progress));
        }
        if (threads == 1) {
            workers.getFirst().run();
            return all;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (Worker worker : workers) {
                running.add(pool.submit(() -> {
                    try {
                        worker.run();
                    } catch (RuntimeException | Error e) {
                        sink.fail();
                        throw e;
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
        return all;
    }

    private List<Task> tasks() {
        List<Task> tasks = new ArrayList<>();
        int run = -1;
        int[] starts = blocks.starts;
        for (int b = 0; b < starts.length - 1; b++) {
            if (run >= 0 && (starts[b + 1] - starts[run] > 2 * TILE)) {
                tasks.add(small(run, b));
                run = -1;
            }
            if (starts[b + 1] - starts[b] > 2 * TILE) {
                tiles(starts[b], starts[b + 1], tasks);
            } else if (run < 0) {
                run = b;
            }
        }
        if (run >= 0) {
            tasks.add(small(run, starts.length - 1));
        }
        return tasks;
    }

    private Task small(int first, int end) {
        return new Task(blocks.starts[first], blocks.starts[end], 0, 0, first, end);
    }

    private static void tiles(int from, int to, List<Task> tasks) {
        for (int a = from; a < to; a += TILE) {
            for (int b = a; b < to; b += TILE) {
                tasks.add(new Task(a, Math.min(to, a + TILE), b, Math.min(to, b + TILE), -1, -1));
            }
        }
    }

    private final class Worker {

        private final List<Task> tasks;
        private final Consumer consumer;
        private final InOrder sink;
        private final Progress progress;
        private final Rows rows = new Rows(plan, 2 * TILE + 2);
        private final List<Judge> judges = plan.judges();
        private final int[] left = new int[BATCH];
        private final int[] right = new int[BATCH];
        private final long[] patterns = new long[BATCH];
        private int filled;
        private long produced;

        Worker(List<Task> tasks, Consumer consumer, InOrder sink, Progress progress) {
            this.tasks = tasks;
            this.consumer = consumer;
            this.sink = sink;
            this.progress = progress;
        }

        void run() {
            for (int task = sink.take(); task < tasks.size(); task = sink.take()) {
                run(tasks.get(task));
                flush();
                sink.put(task, consumer.endOfTask());
                progress.done(produced);
                produced = 0;
            }
        }

        private void run(Task task) {
            rows.clear();
            rows.add(order, task.from, task.to, earlier);
            if (task.firstBlock < 0) {
                if (task.from == task.from2) {
                    triangle(0, rows.size());
                } else {
                    int edge = rows.size();
                    rows.add(order, task.from2, task.to2, earlier);
                    rectangle(0, edge, edge, rows.size());
                }
                return;
            }
            for (int b = task.firstBlock; b < task.endBlock; b++) {
                triangle(blocks.starts[b] - task.from, blocks.starts[b + 1] - task.from);
            }
        }

        private void triangle(int from, int to) {
            if (link) {
                int edge = edge(from, to);
                rectangle(from, edge, edge, to);
                return;
            }
            for (int l = from; l < to - 1; l++) {
                line(l, l + 1, to);
            }
        }

        /** Within a block, records of the first source stand before those of the second. */
        private int edge(int from, int to) {
            int edge = from;
            while (edge < to && plan.records.source(rows.record[edge]) == 0) {
                edge++;
            }
            return edge;
        }

        private void rectangle(int from, int to, int from2, int to2) {
            int end = link ? edge(from, to) : to;
            int begin = link ? edge(from2, to2) : from2;
            for (int l = from; l < end; l++) {
                line(l, begin, to2);
            }
        }

        private void line(int l, int from, int to) {
            int r = from;
            while (r < to) {
                int n = Math.min(to - r, BATCH - filled);
                for (int i = 0; i < n; i++) {
                    left[filled + i] = l;
                    right[filled + i] = r + i;
                }
                filled += n;
                r += n;
                if (filled == BATCH) {
                    flush();
                }
            }
        }

        private void flush() {
            for (int e = 0; e < earlier.length; e++) {
                drop(rows.earlier[e]);
            }
            if (ranks.length > 0) {
                arrange();
            }
            java.util.Arrays.fill(patterns, 0, filled, 0);
            for (int c = 0; c < judges.size(); c++) {
                judges.get(c).judge(rows, left, right, filled, plan.strides[c], patterns);
            }
            if (filled > 0) {
                consumer.accept(rows, left, right, patterns, filled);
            }
            produced += filled;
            filled = 0;
        }

        /** Drops the pairs that an earlier rule produced. */
        private void drop(int[] block) {
            int kept = 0;
            for (int i = 0; i < filled; i++) {
                int l = left[i];
                int r = right[i];
                int b = block[l];
                left[kept] = l;
                right[kept] = r;
                kept += b != 0 && b == block[r] ? 0 : 1;
            }
            filled = kept;
        }

        private void arrange() {
            for (int i = 0; i < filled; i++) {
                if (ranks[rows.record[left[i]]] > ranks[rows.record[right[i]]]) {
                    int l = left[i];
                    left[i] = right[i];
                    right[i] = l;
                }
            }
        }
    }
}
