package ml.taama.people;

import ml.taama.matching.Matching;
import org.springframework.stereotype.Component;

/** What was found and decided about the likeness of an erased person goes with the file. */
@Component
class MatchingErasing implements Erasing {

    private final Matching matching;

    MatchingErasing(Matching matching) {
        this.matching = matching;
    }

    @Override
    public String schema() {
        return "matching";
    }

    @Override
    public void erase(long file) {
        matching.forget(file);
    }

    @Override
    public void anonymise(long file) {
        matching.forget(file);
    }
}
