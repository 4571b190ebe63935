package ml.taama.portal;

import java.time.Duration;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.reference.packs.PackLoaded;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The state that everybody may see: read again when a pack was loaded, and from time to time. */
@Component
class Snapshots {

    private static final Duration FRESH = Duration.ofSeconds(20);

    private record Taken(Snapshot snapshot, long at) {

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
            known = new Taken(Actors.as(Actor.PUBLIC, reader::read), System.nanoTime());
            taken = known;
        }
        return known.snapshot();
    }

    @EventListener
    void loaded(PackLoaded event) {
        taken = null;
    }
}
