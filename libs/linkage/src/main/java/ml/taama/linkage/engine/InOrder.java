package ml.taama.linkage.engine;

import java.util.HashMap;
import java.util.Map;

/** Gives out tasks in order, and runs what each leaves behind in order too, holding back whoever is too far ahead. */
final class InOrder {

    private final int window;
    private final Map<Integer, Runnable> waiting = new HashMap<>();
    private int given;
    private int next;
    private boolean running;
    private boolean failed;

    InOrder(int window) {
        this.window = window;
    }

    /** The number of the next task. */
    synchronized int take() {
        while (given - next > window && !failed) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return failed ? Integer.MAX_VALUE : given++;
    }

    /** Some thread failed: no more tasks. */
    synchronized void fail() {
        failed = true;
        notifyAll();
    }

    /** Runs what a task leaves when its turn comes, on whichever thread is there. */
    void put(int task, Runnable rest) {
        synchronized (this) {
            waiting.put(task, rest);
            if (running) {
                return;
            }
            running = true;
        }
        for (Runnable turn = turn(); turn != null; turn = turn()) {
            boolean done = false;
            try {
                turn.run();
                done = true;
            } finally {
                if (!done) {
                    fail();
                }
            }
        }
    }

    @org.jspecify.annotations.Nullable
    private synchronized Runnable turn() {
        Runnable turn = waiting.remove(next);
        if (turn == null) {
            running = false;
        } else {
            next++;
            notifyAll();
        }
        return turn;
    }
}
