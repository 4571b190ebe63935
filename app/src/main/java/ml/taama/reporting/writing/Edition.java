package ml.taama.reporting.writing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;

/**
 * A locked version of a report.
 *
 * @param hash over text, figures, sources and files in every language
 * @param files that can be taken away
 */
public record Edition(
        long id,
        String cycle,
        int number,
        String hash,
        String note,
        Instant lockedAt,
        long lockedBy,
        Optional<Instant> publishedAt,
        Optional<String> licence,
        List<File> files) {

    /** A file of an edition. */
    public record File(String language, String name, String mediaType, String sha256, long size) {}

    /**
     * One of its files.
     *
     * @throws Problem when there is none
     */
    public File file(String language, String name) {
        return files.stream()
                .filter(f -> f.language().equals(language) && f.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
    }
}
