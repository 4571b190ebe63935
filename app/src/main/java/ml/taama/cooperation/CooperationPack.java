package ml.taama.cooperation;

import static ml.taama.reference.packs.PackTable.file;
import static ml.taama.reference.packs.PackTable.oneOf;
import static ml.taama.reference.packs.PackTable.period;
import static ml.taama.reference.packs.PackTable.reference;

import java.util.List;
import ml.taama.reference.packs.PackSection;
import ml.taama.reference.packs.PackTable;
import org.springframework.stereotype.Component;

/** Meetings, trainings, agreements, communication, stakeholders. */
@Component
class CooperationPack implements PackSection {

    private static final String ORGANISATIONS = "organisations/organisations.csv";
    private static final String PLACES = "reference/places.csv";
    private static final String ACCOUNT =
            "What the report says of it, in Markdown with bound figures; empty means the title and the period.";

    @Override
    public List<PackTable> tables() {
        return List.of(
                file("cooperation/meetings.csv")
                        .into("cooperation.meeting")
                        .says("Workshops, forums, conferences, consultation frameworks.")
                        .key("code", "segou-2020")
                        .text("title", "Title.", "National workshop of Ségou")
                        .maybeText("account", ACCOUNT, "…")
                        .must(
                                "kind",
                                oneOf("workshop", "forum", "conference", "consultation"),
                                "What kind.",
                                "workshop")
                        .status()
                        .may("period", period(), "When.", "2020-10")
                        .may("place", reference(PLACES), "Where.", "segou")
                        .may("organiser", reference(ORGANISATIONS), "Who organises.", "government")
                        .goals("cooperation.meeting_goal", "meeting")
                        .position()
                        .source(),
                file("cooperation/trainings.csv")
                        .into("cooperation.training")
                        .says("Trainings and series of sessions.")
                        .key("code", "training-database")
                        .text("title", "What is taught.", "Management of a database")
                        .maybeText("account", ACCOUNT, "…")
                        .maybeText("audience", "For whom.", "Agents of the delegation")
                        .status()
                        .may("period", period(), "When.", "2019")
                        .may("place", reference(PLACES), "Where.", "ML")
                        .may("organiser", reference(ORGANISATIONS), "Who organises.", "government")
                        .may("beneficiary", reference(ORGANISATIONS), "Whose people are trained.", "dgme")
                        .goals("cooperation.training_goal", "training")
                        .position()
                        .source(),
                file("cooperation/agreements.csv")
                        .into("cooperation.agreement")
                        .says("What was signed, with whom and when.")
                        .key("code", "mou-morocco")
                        .text("title", "Title.", "Memorandum of understanding")
                        .maybeText("account", ACCOUNT, "…")
                        .must("kind", oneOf("compact", "memorandum", "seat", "convention"), "What kind.", "memorandum")
                        .may("signatory", reference(ORGANISATIONS), "Who signs for the country.", "government")
                        .text("partner", "With whom.", "Morocco")
                        .may("place", reference(PLACES), "Where it was signed or where it applies.", "MA")
                        .status()
                        .may("period", period(), "When it was signed.", "2019-02-25")
                        .maybeText("note", "What a reader should know.", "…")
                        .goals("cooperation.agreement_goal", "agreement")
                        .position()
                        .source(),
                file("cooperation/communications.csv")
                        .into("cooperation.communication")
                        .says("Campaigns, debates and other ways to inform.")
                        .key("code", "debates")
                        .text("title", "What is done.", "Conferences and debates on the Compact")
                        .status()
                        .may("period", period(), "When.", "2021")
                        .position()
                        .source(),
                file("cooperation/stakeholders.csv")
                        .into("cooperation.stakeholder")
                        .says("Kinds of stakeholders and fields of joint projects, as a review names them.")
                        .key("code", "migrant-associations")
                        .must(
                                "role",
                                oneOf("partner", "involved", "project-field"),
                                "Whether it is a partner, was involved in drafting the plan, or is a field of joint projects.",
                                "partner")
                        .text("name", "Name.", "Associations of migrants")
                        .position()
                        .source());
    }
}
