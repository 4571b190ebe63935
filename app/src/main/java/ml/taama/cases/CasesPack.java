package ml.taama.cases;

import static ml.taama.reference.packs.PackTable.file;
import static ml.taama.reference.packs.PackTable.oneOf;

import java.util.List;
import ml.taama.reference.packs.PackSection;
import ml.taama.reference.packs.PackTable;
import org.springframework.stereotype.Component;

/** What a screening of vulnerability looks for. */
@Component
class CasesPack implements PackSection {

    @Override
    public List<PackTable> tables() {
        return List.of(file("cases/factors.csv")
                .into("cases.factor")
                .says("What a screening of vulnerability looks for: factors that endanger or protect, at four levels.")
                .key("code", "travels-alone")
                .must(
                        "level",
                        oneOf("individual", "household", "community", "structural"),
                        "Where the factor lies, from the person outwards.",
                        "individual")
                .must(
                        "polarity",
                        oneOf("risk", "protective", "either"),
                        "Whether it endangers or protects; `either` where that depends on the person.",
                        "risk")
                .must(
                        "form",
                        oneOf("short", "full"),
                        "`short` is asked in both forms, `full` in the full form only.",
                        "short")
                .text("name", "What is looked for, in the words of the form.", "Travels alone")
                .maybeText("note", "Help for who asks.", "No relative and no companion")
                .position()
                .source());
    }
}
