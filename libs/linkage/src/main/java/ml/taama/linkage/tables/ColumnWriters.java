package ml.taama.linkage.tables;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Keeps columns up beside the thread that parses: each column belongs to one thread, which looks its values up in their
 * dictionary, batch after batch. A few batches wait at most, so that memory does not grow when parsing is faster.
 */
final class ColumnWriters implements AutoCloseable {

    private static final int WAITING = 8;

    private final List<Column.@Nullable Builder> columns;
    private final List<ExecutorService> threads = new ArrayList<>();
    private final Deque<Future<?>> writing = new ArrayDeque<>();

    ColumnWriters(List<Column.@Nullable Builder> columns) {
        this.columns = columns;
        int several = Math.min(columns.size(), Math.min(4, Runtime.getRuntime().availableProcessors()));
        for (int i = 0; i < several; i++) {
            threads.add(Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("columns-", i).daemon().factory()));
        }
    }

    void take(CellBatch batch) {
        for (int i = 0; i < threads.size(); i++) {
            int mine = i;
            writing.add(threads.get(i).submit(() -> write(batch, mine)));
        }
        while (writing.size() > WAITING * threads.size()) {
            await(writing.remove());
        }
    }

    private void write(CellBatch batch, int mine) {
        for (int column = mine; column < columns.size(); column += threads.size()) {
            Column.Builder builder = columns.get(column);
            if (builder != null) {
                batch.writeTo(builder, column);
            }
        }
    }

    /** Waits until everything taken is in its column. */
    void finish() {
        while (!writing.isEmpty()) {
            await(writing.remove());
        }
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        threads.forEach(ExecutorService::shutdownNow);
    }
}
