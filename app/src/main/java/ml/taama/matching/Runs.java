package ml.taama.matching;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import ml.taama.linkage.LinkageException;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Does the work on the whole register that reviewers ask for, one piece at a time, on a thread of its own. */
@Component
class Runs implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);
    private static final Actor SYSTEM = Actor.system("matching");

    private final RunStore store;
    private final Models models;
    private final RunWork work;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("matching-run").factory());
    private boolean looked;

    Runs(RunStore store, Models models, RunWork work) {
        this.store = store;
        this.models = models;
        this.work = work;
    }

    /** Compares all records anew. */
    long batch() {
        return ask("batch", active(), Optional.empty());
    }

    /** Estimates a model on the register, from the one in use. */
    long train() {
        return ask("training", active(), Optional.empty());
    }

    /** Judges two models by the pairs that were decided. */
    long compare(String one, String other) {
        return ask("comparison", one, Optional.of(other));
    }

    private long ask(String kind, String model, Optional<String> other) {
        long run = store.ask(kind, model, other);
        worker.execute(this::work);
        return run;
    }

    private String active() {
        return models.active().map(Models.Named::code).orElseThrow(() -> Problem.of(MatchingProblem.NO_MODEL));
    }

    /** After a start: what was broken off has failed, what waits is done. */
    @Scheduled(initialDelay = 5_000, fixedDelay = 60_000)
    void keep() {
        if (!looked) {
            looked = true;
            Actors.run(SYSTEM, store::brokenOff);
        }
        worker.execute(this::work);
    }

    /** Does what waits. */
    void work() {
        Actors.run(SYSTEM, () -> {
            List<Run> waiting = store.list("state = 'waiting'", 1);
            waiting.forEach(this::work);
        });
    }

    private void work(Run run) {
        store.begin(run.id());
        try {
            work.run(run);
        } catch (CancellationException e) {
            store.line(run.id(), "cancelled");
            store.end(run.id(), "cancelled", 0, 0, java.util.Map.of());
        } catch (Problem e) {
            LOG.info("A run of matching ended early: {}", e.code());
            store.end(run.id(), "failed", 0, 0, java.util.Map.of());
        } catch (LinkageException e) {
            LOG.warn("A run of matching failed: {}", e.code());
            store.line(run.id(), "failed");
            store.end(run.id(), "failed", 0, 0, java.util.Map.of());
        } catch (RuntimeException e) {
            LOG.error("A run of matching failed", e);
            store.line(run.id(), "failed");
            store.end(run.id(), "failed", 0, 0, java.util.Map.of());
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
