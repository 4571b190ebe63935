package ml.taama.reporting;

import static ml.taama.reference.packs.PackTable.day;
import static ml.taama.reference.packs.PackTable.file;
import static ml.taama.reference.packs.PackTable.goal;
import static ml.taama.reference.packs.PackTable.oneOf;
import static ml.taama.reference.packs.PackTable.period;
import static ml.taama.reference.packs.PackTable.reference;
import static ml.taama.reference.packs.PackTable.words;

import java.util.List;
import ml.taama.reference.packs.Faults;
import ml.taama.reference.packs.PackContent;
import ml.taama.reference.packs.PackSection;
import ml.taama.reference.packs.PackTable;
import ml.taama.reference.packs.PackTable.Reading;
import ml.taama.reference.packs.PackType;
import org.springframework.stereotype.Component;

/** Review cycles, and what the report of each says. */
@Component
class ReportingPack implements PackSection {

    static final String CYCLES = "reporting/cycles.csv";

    @Override
    public List<PackTable> tables() {
        return List.of(
                cycles(),
                file("reporting/priorities.csv")
                        .into("reporting.priority")
                        .says("Goals that a review follows with particular attention.")
                        .key("cycle", reference(CYCLES), "The review.", "2021")
                        .key("goal", goal("framework", "goal"), "The goal.", "GCM:16")
                        .source(),
                file("reporting/contributions.csv")
                        .into("reporting.contribution")
                        .says("Who does what in a review.")
                        .key("cycle", reference(CYCLES), "The review.", "2021")
                        .key("organisation", reference("organisations/organisations.csv"), "The organisation.", "oim")
                        .key("task", oneOf("coordination", "contribution", "support"), "Its part.", "contribution")
                        .text("text", "Its task in words.", "Shares data and activity reports")
                        .status()
                        .position()
                        .source(),
                file("reporting/requests.csv")
                        .into("reporting.request")
                        .says("Datasets that a review called for.")
                        .key("cycle", reference(CYCLES), "The review.", "2021")
                        .key("dataset", reference("observatory/datasets.csv"), "The dataset.", "remittances")
                        .source(),
                statements(),
                file("reporting/claims.csv")
                        .into("reporting.claim")
                        .says("What a review claims, and how the system tests it against its data.")
                        .key("code", "all-touched")
                        .must("cycle", reference(CYCLES), "The review.", "2021")
                        .must("section", words(), "The section of the outline that claims it.", "progress")
                        .text("text", "The claim.", "All objectives were touched by actions")
                        .must(
                                "test",
                                oneOf("every-goal-has-action", "none"),
                                "`every-goal-has-action` holds when each goal of the framework has an action that was "
                                        + "reported; `none` when no rule can tell.",
                                "every-goal-has-action")
                        .may("framework", reference("reference/frameworks.csv"), "The framework tested.", "GCM")
                        .position()
                        .source(),
                outline(),
                narrative(),
                answers());
    }

    private static PackTable cycles() {
        return file(CYCLES)
                .into("reporting.cycle")
                .says("Reviews.")
                .key("code", "2021")
                .text("title", "Title of the report.", "National report")
                .text("subtitle", "Below the title.", "First regional review of the Compact")
                .must("framework", reference("reference/frameworks.csv"), "The framework that is reviewed.", "GCM")
                .must(
                        "coordinator",
                        reference("organisations/organisations.csv"),
                        "Who coordinates; author on the cover.",
                        "ministry-abroad")
                .must("period", period(), "The period under review.", "2018-12/2021")
                .maybeText("period_note", "What a reader should know of the period.", "The report does not define it")
                .must(
                        "content_date",
                        day(),
                        "Date of the content, printed on the cover; never today, so that the same content gives the same "
                                + "file.",
                        "2021-07-01")
                .must(
                        "state",
                        oneOf("open", "reconstructed", "published"),
                        "`reconstructed` is a report rebuilt from a published one.",
                        "reconstructed")
                .may("forum", period(), "When the forum is held that the review prepares.", "2022")
                .position()
                .source();
    }

    private static PackTable statements() {
        return file("reporting/statements.csv")
                .into("reporting.statement")
                .says("What a review states beside figures and actions.")
                .key("code", "challenge-coordination")
                .must("cycle", reference(CYCLES), "The review.", "2021")
                .must(
                        "kind",
                        oneOf(
                                "vision",
                                "coordination",
                                "reason",
                                "challenge",
                                "lesson",
                                "good-practice",
                                "priority",
                                "intention"),
                        "What kind of statement.",
                        "challenge")
                .text("text", "The statement.", "Lack of coordination")
                .may(
                        "status",
                        oneOf("done", "ongoing", "planned", "intended", "statement"),
                        "statement",
                        "Whether it is to be done, for priorities and intentions.",
                        "planned")
                .goals("reporting.statement_goal", "statement")
                .position()
                .source();
    }

    private static PackTable outline() {
        return file("reporting/outline.csv")
                .into("reporting.section")
                .says("Outline of the report. Its text is in `reporting/narrative`.")
                .key("cycle", reference(CYCLES), "The review.", "2021")
                .key("code", new PackType.Code(), "Code of the section.", "progress")
                .may("parent", words(), "The section above.", "progress")
                .may("number", words(), "Number as printed.", "III.")
                .text("title", "Title.", "Progress on the objectives")
                .must(
                        "kind",
                        oneOf(
                                "text",
                                "progress",
                                "goal",
                                "figures-annex",
                                "goals-annex",
                                "sources-annex",
                                "limits-annex"),
                        "`progress` holds the sections of goals; `goal` reports on one goal; the annexes are written by the "
                                + "system.",
                        "text")
                .may("goal", goal("framework", "goal"), "The goal, for a section of kind `goal`.", "GCM:7")
                .position();
    }

    private static PackTable narrative() {
        return file("reporting/narrative")
                .into("reporting.narrative")
                .read(Reading.MARKDOWN)
                .says("Text of the sections in Markdown, one file for a section and a language: "
                        + "`reporting/narrative/<cycle>/<section>.<language>.md`. A figure is never typed: it is a "
                        + "reference (see below).")
                .key("cycle", reference(CYCLES), "The review, from the name of the folder.", "2021")
                .key("section", words(), "The section, from the name of the file.", "progress")
                .key("language", words(), "The language, from the name of the file.", "fr")
                .must("markdown", words(), "The text.", "…");
    }

    private static PackTable answers() {
        return file("reporting/answers.csv")
                .into("reporting.answer")
                .says("Reasons given for contradictions that the system found.")
                .key("cycle", reference(CYCLES), "The review.", "2021")
                .key("contradiction", words(), "Identifier, as the contradiction shows it.", "silent-priority:GCM:16")
                .text("reason", "The reason.", "Actions on integration were not collected")
                .may("printed", new PackType.YesNo(), "no", "Whether the report prints it as a limitation.", "yes")
                .position();
    }

    @Override
    public void check(PackContent content, Faults faults) {
        new ReportingRules(content, faults).check();
    }
}
