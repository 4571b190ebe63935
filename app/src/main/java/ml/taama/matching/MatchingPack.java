package ml.taama.matching;

import java.util.List;
import ml.taama.linkage.LinkageException;
import ml.taama.linkage.Model.Sources;
import ml.taama.linkage.ModelFile;
import ml.taama.reference.packs.Faults;
import ml.taama.reference.packs.PackContent;
import ml.taama.reference.packs.PackRow;
import ml.taama.reference.packs.PackSection;
import ml.taama.reference.packs.PackTable;
import ml.taama.reference.packs.PackTable.Reading;
import org.springframework.stereotype.Component;

/** Models that a pack brings: how people of the country are compared. */
@Component
class MatchingPack implements PackSection {

    private static final String FOLDER = "linkage";

    @Override
    public List<PackTable> tables() {
        return List.of(PackTable.file(FOLDER)
                .into("matching.model")
                .says(
                        "How records of people are compared: trained models of `docs/linkage.md`, each by its name. A country "
                                + "without one uses that of the common pack.")
                .read(Reading.JSON)
                .key("code", "mali")
                .must("model", PackTable.words(), "The model, of one source, with m and u.", "{…}"));
    }

    @Override
    public void check(PackContent content, Faults faults) {
        for (PackRow row : content.own(FOLDER)) {
            row.text("model").ifPresent(json -> check(row, json, faults));
        }
    }

    private static void check(PackRow row, String json, Faults faults) {
        try {
            ml.taama.linkage.Model model = ModelFile.parse(json);
            if (model.sources() != Sources.DEDUPE || !model.trained()) {
                faults.add(row, "model", "linkage-model", "m, u");
            }
        } catch (LinkageException e) {
            faults.add(row, "model", "linkage-model", String.valueOf(e.getMessage()));
        }
    }
}
