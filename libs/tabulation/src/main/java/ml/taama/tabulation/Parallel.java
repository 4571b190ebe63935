package ml.taama.tabulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/** Ranges of rows on several threads. */
final class Parallel {

    /** Work on the rows {@code [from, to)}. */
    interface Work {
        void on(int part, int from, int to);
    }

    private Parallel() {}

    /** Splits {@code [0, size)} into as many parts as threads and waits for all. */
    static void ranges(int size, int threads, Work work) {
        int parts = Math.max(1, Math.min(threads, size / 4096));
        parts(parts, part -> work.on(part, start(size, parts, part), start(size, parts, part + 1)));
    }

    /** As {@link #ranges}, but each thread takes the next block when it is done, so that none waits for a slower one. */
    static void blocks(int size, int parts, int block, Work work) {
        AtomicInteger next = new AtomicInteger();
        int blocks = (size - 1) / block + 1;
        parts(parts, part -> {
            for (int b = next.getAndIncrement(); b < blocks; b = next.getAndIncrement()) {
                work.on(part, b * block, (int) Math.min(size, (b + 1L) * block));
            }
        });
    }

    static int start(int size, int parts, int part) {
        return (int) ((long) size * part / parts);
    }

    /** Work on one part. */
    interface Part {
        void run(int part);
    }

    /** Runs parts side by side, the first on the calling thread. */
    static void parts(int parts, Part work) {
        List<FutureTask<Boolean>> tasks = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int number = part;
            FutureTask<Boolean> task = new FutureTask<>(() -> work.run(number), true);
            tasks.add(task);
            if (part > 0) {
                Thread.ofPlatform().daemon().name("tabulation-" + part).start(task);
            }
        }
        tasks.getFirst().run();
        try {
            for (FutureTask<Boolean> task : tasks) {
                task.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
