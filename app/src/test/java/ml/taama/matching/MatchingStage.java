package ml.taama.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import ml.taama.RunningSite;

/** Waits for what matching does on threads of its own. */
public final class MatchingStage {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private MatchingStage() {}

    /** Compares everything that is pending. */
    public static void follow(RunningSite site) {
        site.bean(MatchIndex.class).follow(PATIENCE);
    }

    /** Waits for the work on the whole register that was asked for. */
    public static void await(RunningSite site) {
        for (int i = 0; i < PATIENCE.toMillis() / 100; i++) {
            long active = site.owner()
                    .sql("select count(*) from matching.run where state in ('waiting', 'running')")
                    .query(Long.class)
                    .single();
            if (active == 0) {
                return;
            }
            pause();
        }
        assertThat(false).as("the run ends").isTrue();
    }

    /** Sets how many reviewers must agree; who asks may review. */
    public static void reviewers(RunningSite site, int reviewers) {
        site.bean(ReviewSettings.class).set(reviewers, 0.2);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
