package ml.taama.portal;

import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.reporting.writing.Edition;
import ml.taama.reporting.writing.Editions;
import ml.taama.ui.Downloads;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Files of editions that are published, byte for byte as they were locked. */
@Component
class PublishedFiles {

    private final Editions editions;

    PublishedFiles(Editions editions) {
        this.editions = editions;
    }

    ResponseEntity<byte[]> file(String cycle, int number, String language, String name) {
        Edition edition = editions.find(cycle, number);
        if (edition.publishedAt().isEmpty()) {
            throw Problem.of(PlatformProblem.PAGE_NOT_FOUND);
        }
        Edition.File file = edition.file(language, name);
        return Downloads.file(file.name(), file.mediaType(), editions.content(edition, language, name));
    }
}
