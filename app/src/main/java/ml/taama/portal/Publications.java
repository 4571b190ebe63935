package ml.taama.portal;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.reporting.Composition;
import ml.taama.reporting.Layout;
import ml.taama.reporting.NationalReports;
import ml.taama.reporting.ReportFiles;
import ml.taama.reporting.Review;
import org.springframework.stereotype.Component;

/** Reports as everybody may see them, composed and files written once for each state of the data. */
@Component
class Publications {

    private record Key(String review, Locale language, Layout layout) {}

    private record FileKey(Key key, ReportFiles file) {}

    private record Kept(Snapshot of, Map<Key, Composition> compositions, Map<FileKey, byte[]> files) {

        /** Whether it was kept for this very state; comparing all of its data would cost more than composing. */
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(Snapshot other) {
            return of == other;
        }

        static Kept none(Snapshot of) {
            return new Kept(of, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }
    }

    private final NationalReports reports;
    private final Snapshots snapshots;
    private final AtomicReference<Kept> kept = new AtomicReference<>();

    Publications(NationalReports reports, Snapshots snapshots) {
        this.reports = reports;
        this.snapshots = snapshots;
    }

    /** The report of a review in a language. */
    Composition composition(Review review, Locale language, Layout layout) {
        Kept now = current();
        return now.compositions.computeIfAbsent(
                new Key(review.code(), language, layout),
                key -> Actors.as(Actor.PUBLIC, () -> reports.compose(review, language, layout)));
    }

    /** A file of the report. */
    byte[] file(Review review, Locale language, Layout layout, ReportFiles file) {
        Composition composition = composition(review, language, layout);
        return current()
                .files
                .computeIfAbsent(
                        new FileKey(new Key(review.code(), language, layout), file), key -> file.write(composition));
    }

    private Kept current() {
        Snapshot now = snapshots.now();
        return kept.updateAndGet(known -> known != null && known.isOf(now) ? known : Kept.none(now));
    }
}
