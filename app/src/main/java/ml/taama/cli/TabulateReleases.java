package ml.taama.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import ml.taama.tabulation.Release;
import ml.taama.tabulation.Source;
import ml.taama.tabulation.Succession;
import ml.taama.tabulation.Unprotected;
import ml.taama.tabulation.request.TableRequest;

/** Earlier releases of a series, the oldest first: a table of today is held back where too few people came or went. */
final class TabulateReleases {

    private TabulateReleases() {}

    /** Today's counts as they may be shown to someone who has the tables of the earlier releases. */
    static Unprotected held(Unprotected today, List<Path> earlier, Source source, TableRequest request, int least) {
        Optional<Unprotected> shown = Optional.empty();
        for (Path data : earlier) {
            try (Release release = Release.open(source.holding(data))) {
                shown = Optional.of(after(release.count(request), shown, least));
            }
        }
        return after(today, shown, least);
    }

    private static Unprotected after(Unprotected later, Optional<Unprotected> shown, int least) {
        return shown.map(earlier -> Succession.held(later, earlier, least)).orElse(later);
    }
}
