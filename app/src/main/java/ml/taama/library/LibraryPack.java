package ml.taama.library;

import static ml.taama.reference.packs.PackTable.address;
import static ml.taama.reference.packs.PackTable.file;
import static ml.taama.reference.packs.PackTable.oneOf;
import static ml.taama.reference.packs.PackTable.period;
import static ml.taama.reference.packs.PackTable.reference;

import java.util.List;
import ml.taama.reference.packs.PackSection;
import ml.taama.reference.packs.PackTable;
import ml.taama.reference.packs.PackType;
import org.springframework.stereotype.Component;

/** Policies with their dates; studies, guides and reports. */
@Component
class LibraryPack implements PackSection {

    private static final String ORGANISATIONS = "organisations/organisations.csv";

    @Override
    public List<PackTable> tables() {
        return List.of(
                file("library/policies.csv")
                        .into("library.policy")
                        .says("Policies, strategies, plans and laws.")
                        .key("code", "ponam")
                        .text("title", "Title.", "National Migration Policy")
                        .must("kind", oneOf("policy", "strategy", "plan", "mechanism", "law"), "What kind.", "policy")
                        .may(
                                "framework",
                                reference("reference/frameworks.csv"),
                                "The framework of its goals.",
                                "PONAM-2014")
                        .may("owner", reference(ORGANISATIONS), "Who is in charge of it.", "government")
                        .maybeText("note", "What a reader should know.", "…")
                        .position()
                        .source(),
                file("library/policy_events.csv")
                        .into("library.policy_event")
                        .says("What happened to a policy and when.")
                        .key("code", "ponam-adopted")
                        .must("policy", reference("library/policies.csv"), "The policy.", "ponam")
                        .text("title", "What happened.", "Adoption of the National Migration Policy")
                        .must(
                                "kind",
                                oneOf("drafted", "adopted", "revised", "launched", "presented", "announced", "closed"),
                                "What happened, in one word.",
                                "adopted")
                        .status()
                        .must("period", period(), "When.", "2014-09-03")
                        .may(
                                "reported",
                                new PackType.YesNo(),
                                "no",
                                "Whether the dated table of the review lists it.",
                                "yes")
                        .goals("library.policy_event_goal", "policy_event")
                        .position()
                        .source(),
                file("library/documents.csv")
                        .into("library.document")
                        .says("Studies, guides, reports.")
                        .key("code", "guide-reintegration")
                        .text("title", "Title.", "Guide to the accompaniment of returnees")
                        .maybeText(
                                "account",
                                "What the report says of it, in Markdown with bound figures; empty means the title and the "
                                        + "period.",
                                "…")
                        .must("kind", oneOf("study", "guide", "report", "statistics"), "What kind.", "guide")
                        .may("author", reference(ORGANISATIONS), "Who wrote or ordered it.", "government")
                        .status()
                        .may("period", period(), "When.", "2021")
                        .may("address", address(), "Where it can be read; empty where it was not found.", "https://…")
                        .maybeText("note", "What a reader should know.", "…")
                        .goals("library.document_goal", "document")
                        .position()
                        .source());
    }
}
