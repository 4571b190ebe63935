package ml.taama.plan;

import static ml.taama.reference.packs.PackTable.file;
import static ml.taama.reference.packs.PackTable.oneOf;
import static ml.taama.reference.packs.PackTable.period;
import static ml.taama.reference.packs.PackTable.reference;

import java.util.List;
import ml.taama.reference.packs.PackSection;
import ml.taama.reference.packs.PackTable;
import org.springframework.stereotype.Component;

/** Plans, actions, budget lines and the support of partners. */
@Component
class PlanPack implements PackSection {

    private static final String ORGANISATIONS = "organisations/organisations.csv";

    @Override
    public List<PackTable> tables() {
        return List.of(
                file("plan/plans.csv")
                        .into("plan.plan")
                        .says("Plans of action.")
                        .key("code", "ponam-2020-2024")
                        .text("title", "Title.", "Action plan of the national migration policy")
                        .may(
                                "framework",
                                reference("reference/frameworks.csv"),
                                "The framework it serves.",
                                "PONAM-2014")
                        .may("period", period(), "The years it covers; empty where the source gives none.", "2020/2024")
                        .status()
                        .maybeText("note", "What a reader should know.", "…")
                        .position()
                        .source(),
                actions(),
                file("plan/budget_lines.csv")
                        .into("plan.budget_line")
                        .says(
                                "Money of the State or of a partner. Amounts are observations that name the line's action or "
                                        + "beneficiary; a line without one has no known amount.")
                        .key("code", "state-lines")
                        .text("title", "What the money is for.", "Lines that contribute to the Compact")
                        .may("payer", reference(ORGANISATIONS), "Who pays.", "state")
                        .may("beneficiary", reference(ORGANISATIONS), "Who receives.", "hcme")
                        .may("period", period(), "For when.", "yearly")
                        .must(
                                "stage",
                                oneOf("unknown", "planned", "committed", "disbursed", "executed"),
                                "How far the money has come.",
                                "unknown")
                        .status()
                        .position()
                        .source(),
                file("plan/supports.csv")
                        .into("plan.support")
                        .says("Support of partners in kind: training, studies, organisation, care.")
                        .key("code", "support-training")
                        .text("title", "What is given.", "Training of agents")
                        .may("provider", reference(ORGANISATIONS), "Who gives it.", "partners")
                        .status()
                        .may("period", period(), "When.", "2021")
                        .position()
                        .source());
    }

    private static PackTable actions() {
        return file("plan/actions.csv")
                .into("plan.action")
                .says("What is or will be done, by whom, where, for which goals.")
                .key("code", "assist-distress")
                .may("plan", reference("plan/plans.csv"), "The plan it belongs to.", "ponam-2020-2024")
                .text("title", "What is done.", "Assistance to nationals in distress")
                .maybeText(
                        "account",
                        "What the report says of it, in Markdown with bound figures; empty means the title and the period.",
                        "Assistance to {{obs distress-2019-2021 \"nationals in distress\"}}")
                .must(
                        "kind",
                        oneOf(
                                "institution",
                                "assistance",
                                "reintegration",
                                "reception",
                                "mobilisation",
                                "project-support",
                                "funding",
                                "coordination",
                                "capacity",
                                "monitoring",
                                "health",
                                "repatriation",
                                "policy",
                                "information"),
                        "What kind of action.",
                        "assistance")
                .status()
                .may("period", period(), "When; empty where the source says nothing.", "2019/2021")
                .may("place", reference("reference/places.csv"), "Where.", "ML")
                .may("lead", reference(ORGANISATIONS), "Who leads it.", "government")
                .links(
                        "partners",
                        "plan.action_partner",
                        "action",
                        ORGANISATIONS,
                        "organisation",
                        "Who takes part, separated by spaces.",
                        "oim")
                .links(
                        "beneficiaries",
                        "plan.action_beneficiary",
                        "action",
                        ORGANISATIONS,
                        "organisation",
                        "For whom it is done, separated by spaces.",
                        "hcme")
                .goals("plan.action_goal", "action")
                .position()
                .source();
    }
}
