package ml.taama.portal;

import java.time.Duration;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.reference.packs.PackLoaded;
import ml.taama.reporting.writing.EditionPublished;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What everybody may see, read once and kept until it changes. A pack that was loaded and an edition that was published here
 * are seen at once; what another process changed, within seconds.
 */
@Component
class Snapshots {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private record Taken(Snapshot snapshot, String state, long at) {

        boolean fresh() {
            return System.nanoTime() - at < FRESH.toNanos();
        }
    }

    private final SnapshotReader reader;
    private volatile @Nullable Taken taken;

    Snapshots(SnapshotReader reader) {
        this.reader = reader;
    }

    /** The state now, at most some seconds old. */
    Snapshot now() {
        Taken known = taken;
        return known != null && known.fresh() ? known.snapshot() : refresh();
    }

    private synchronized Snapshot refresh() {
        Taken known = taken;
        if (known == null || !known.fresh()) {
            known = Actors.as(Actor.PUBLIC, this::taken);
            taken = known;
        }
        return known.snapshot();
    }

    private Taken taken() {
        Taken known = taken;
        String state = reader.state();
        Snapshot snapshot = known != null && known.state().equals(state) ? known.snapshot() : reader.read();
        return new Taken(snapshot, state, System.nanoTime());
    }

    @EventListener
    void loaded(PackLoaded event) {
        taken = null;
    }

    @TransactionalEventListener
    void published(EditionPublished event) {
        taken = null;
    }
}
