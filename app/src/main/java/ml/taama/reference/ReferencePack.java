package ml.taama.reference;

import static ml.taama.reference.packs.PackTable.address;
import static ml.taama.reference.packs.PackTable.day;
import static ml.taama.reference.packs.PackTable.file;
import static ml.taama.reference.packs.PackTable.goal;
import static ml.taama.reference.packs.PackTable.many;
import static ml.taama.reference.packs.PackTable.number;
import static ml.taama.reference.packs.PackTable.oneOf;
import static ml.taama.reference.packs.PackTable.period;
import static ml.taama.reference.packs.PackTable.reference;
import static ml.taama.reference.packs.PackTable.words;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ml.taama.reference.packs.Faults;
import ml.taama.reference.packs.PackContent;
import ml.taama.reference.packs.PackRow;
import ml.taama.reference.packs.PackSection;
import ml.taama.reference.packs.PackTable;
import ml.taama.reference.packs.PackTable.Reading;
import ml.taama.reference.packs.PackType;
import org.springframework.stereotype.Component;

/** Sources, frameworks, places: what a pack says that every other file refers to. */
@Component
class ReferencePack implements PackSection {

    private static final String PLACES = "reference/places.csv";

    @Override
    public List<PackTable> tables() {
        return List.of(
                messages(),
                sources(),
                frameworks(),
                goals(),
                crosswalk(),
                places(),
                successions(),
                boundaries(),
                borderPoints());
    }

    private static PackTable messages() {
        return file("messages")
                .into("reference.message")
                .read(Reading.PROPERTIES)
                .says("Words of the interface in a language that the product does not ship, one file a language. "
                        + "Patterns are those of Java's MessageFormat; apostrophes are curled (’).")
                .key("language", words(), "Language, from the name of the file.", "pt")
                .key("key", words(), "Key of the message.", "site.name")
                .must("text", words(), "The words.", "Taama");
    }

    private static PackTable sources() {
        return file("sources.csv")
                .into("reference.source")
                .says("Where things are known from: documents, and passages of documents (`part_of`). "
                        + "Every other row of the pack names one.")
                .key("code", "F080")
                .may("part_of", reference("sources.csv"), "The document of which this is a passage.", "REPORT-2021")
                .must(
                        "kind",
                        oneOf("report", "passage", "press", "web", "law", "statistics", "data", "recollection"),
                        "What kind of source; `recollection` is general knowledge that no document confirms.",
                        "passage")
                .text("title", "Title of the document, or what the passage says.", "Nationals in distress assisted")
                .maybeText("publisher", "Who published it.", "IOM")
                .may("published", period(), "When.", "2021")
                .may("address", address(), "Where it can be read.", "https://example.org/report")
                .maybeText("locator", "Where in the document.", "III, objective 7")
                .maybeText(
                        "passage",
                        "The words of the source, quoted exactly; only in the languages in which it was published. "
                                + "`[…]` stands where words are left out.",
                        "Assistance to nationals in distress […] between 2019 and 2021")
                .position();
    }

    private static PackTable frameworks() {
        return file("reference/frameworks.csv")
                .into("reference.framework")
                .says(
                        "Frameworks of goals, versioned: a revision is a framework of its own, named by the `successor` of "
                                + "the former.")
                .key("code", "PONAM-2014")
                .must(
                        "kind",
                        oneOf(
                                "compact",
                                "goals",
                                "agenda",
                                "policy",
                                "strategy",
                                "principles",
                                "grouping",
                                "assessment"),
                        "What kind of framework.",
                        "policy")
                .must("scope", oneOf("global", "continental", "national"), "How far it reaches.", "national")
                .text("title", "Full title.", "National Migration Policy")
                .text("short_title", "A few words or an acronym.", "PONAM")
                .may("valid_from", period(), "Since when.", "2014-09-03")
                .may("valid_to", period(), "Until when.", "2023-12")
                .must("status", oneOf("in-force", "announced", "closed"), "Whether it is in force.", "in-force")
                .may("successor", reference("reference/frameworks.csv"), "The framework that replaces it.", "SNEDD")
                .maybeText("note", "What a reader should know.", "Revision begun in 2025")
                .position()
                .source();
    }

    private static PackTable goals() {
        return file("reference/goals.csv")
                .into("reference.goal")
                .says(
                        "The nodes of a framework: objectives, axes, actions, indicators. Each framework has a row `*` for "
                                + "itself as a whole.")
                .key("framework", reference("reference/frameworks.csv"), "The framework.", "GCM")
                .key("code", new PackType.Code(), "Code within the framework; `*` is the framework as a whole.", "7")
                .may("parent", words(), "Code of the node above; empty for the framework.", "*")
                .text("level", "What the framework calls such a node, in the singular.", "objective")
                .text("title", "Official title.", "Address and reduce vulnerabilities in migration")
                .maybeText("short_title", "A few words.", "Reduce vulnerabilities")
                .maybeText("summary", "What it asks, in plain words; never an official text.", "…")
                .may(
                        "certainty",
                        oneOf("verified", "partly", "recalled", "announced", "code-only"),
                        "verified",
                        "How sure the wording is.",
                        "verified")
                .may("unofficial", many(), "Languages whose wording is no official translation.", "en")
                .maybeText("note", "What a reader should know.", "Title not found")
                .position()
                .source();
    }

    private static PackTable crosswalk() {
        return file("reference/crosswalk.csv")
                .into("reference.crosswalk")
                .says("Links between goals of two frameworks, many to many.")
                .key(
                        "from",
                        goal("from_framework", "from_goal"),
                        "The goal that contributes, measures or groups.",
                        "SDG:10.7.2")
                .key("to", goal("to_framework", "to_goal"), "The goal it is linked to.", "GCM:23")
                .key("relation", oneOf("contributes", "measures", "groups"), "How they are linked.", "measures")
                .must(
                        "basis",
                        oneOf("stated", "inferred"),
                        "Whether a source states the link or we infer it.",
                        "inferred")
                .maybeText("note", "What a reader should know.", "…")
                .source();
    }

    private static PackTable places() {
        return file(PLACES)
                .into("reference.place")
                .says(
                        "Places valid in time. When a territory is divided anew, old and new places stand side by side, and "
                                + "`reference/successions.csv` says which follows which.")
                .key("code", "ML-2023-R11")
                .must(
                        "kind",
                        oneOf(
                                "world",
                                "continent",
                                "country",
                                "region",
                                "district",
                                "cercle",
                                "commune",
                                "town",
                                "zone"),
                        "What kind of place; `zone` is an area that a source names without limits.",
                        "region")
                .text("name", "Name.", "Nioro")
                .may("parent", reference(PLACES), "The place it lies in.", "ML")
                .may("official_code", words(), "Code of the national list.", "ML11")
                .may("valid_from", day(), "First day, included.", "2023-03-13")
                .may("valid_to", day(), "Last day, excluded.", "2023-03-13")
                .maybeText("note", "What a reader should know.", "…")
                .position()
                .source();
    }

    private static PackTable successions() {
        return file("reference/successions.csv")
                .into("reference.succession")
                .says("Which place took over from which, wholly or in part.")
                .key("predecessor", reference(PLACES), "The former place.", "ML-2016-R01")
                .key("successor", reference(PLACES), "The later place.", "ML-2023-R11")
                .maybeText("note", "What a reader should know.", "…")
                .source();
    }

    private static PackTable boundaries() {
        return file("reference/boundaries.geojson")
                .into("reference.boundary")
                .read(Reading.GEOJSON)
                .says("Outlines of places, simplified, as a GeoJSON feature collection in WGS 84; the columns are the "
                        + "properties of each feature.")
                .key("place", reference(PLACES), "The place.", "ML-2016-R01")
                .must("as_of", period(), "Date of the boundaries.", "2012/2016")
                .must("geometry", new PackType.Geometry(), "The geometry of the feature: Polygon or MultiPolygon.", "…")
                .source();
    }

    private static PackTable borderPoints() {
        return file("reference/border_points.csv")
                .into("reference.border_point")
                .says("Where people cross a border, and where flows are counted.")
                .key("code", "zegoua")
                .text("name", "Name.", "Zégoua")
                .may("variants", many(), "Other spellings.", "Zegoua")
                .must("kind", oneOf("land", "air", "river", "internal"), "What kind of point.", "land")
                .may("neighbour", words(), "Country on the other side, two letters (ISO 3166-1).", "CI")
                .may("opposite", words(), "The point on the other side.", "Pogo")
                .may("roles", many(), "What is done there.", "border_post;health_cordon")
                .may("place", reference(PLACES), "The place it lies in.", "ML-2016-C0302")
                .may("longitude", number(-180, 180), "Degrees east, approximate.", "-5.7")
                .may("latitude", number(-90, 90), "Degrees north, approximate.", "10.5")
                .must("certainty", oneOf("verified", "recalled"), "Whether a source confirms it.", "verified")
                .maybeText("note", "What a reader should know.", "…")
                .source();
    }

    @Override
    public void check(PackContent content, Faults faults) {
        for (PackRow goal : content.own("reference/goals.csv")) {
            parent(content, goal, faults);
        }
        for (PackRow framework : content.own("reference/frameworks.csv")) {
            root(content, framework, faults);
        }
        for (PackRow succession : content.own("reference/successions.csv")) {
            order(content, succession, faults);
        }
        content.own("messages").forEach(row -> {
            if (row.text("text").filter(t -> t.contains("'")).isPresent()) {
                faults.add(row, "text", "apostrophe", row.text("key").orElse(""));
            } else if (row.text("text").filter(t -> !isPattern(t)).isPresent()) {
                faults.add(row, "text", "pattern", row.text("key").orElse(""), "{0}");
            }
        });
    }

    private static boolean isPattern(String text) {
        try {
            return !new MessageFormat(text, Locale.ROOT).toPattern().isEmpty() || text.isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void parent(PackContent content, PackRow goal, Faults faults) {
        String framework = goal.text("framework").orElse("");
        goal.text("parent").ifPresent(parent -> {
            boolean known = content.all("reference/goals.csv").stream()
                    .anyMatch(g -> g.text("framework").filter(framework::equals).isPresent()
                            && g.text("code").filter(parent::equals).isPresent());
            if (!known) {
                faults.add(goal, "parent", "no-row", framework + ":" + parent, "reference/goals.csv");
            }
        });
    }

    private static void root(PackContent content, PackRow framework, Faults faults) {
        String code = framework.text("code").orElse("");
        boolean found = content.own("reference/goals.csv").stream()
                .anyMatch(g -> g.text("framework").filter(code::equals).isPresent()
                        && g.text("code").filter(GoalId.WHOLE::equals).isPresent());
        if (!found) {
            faults.add(framework, "code", "no-root", code);
        }
    }

    private static void order(PackContent content, PackRow succession, Faults faults) {
        var end = limit(content, succession.text("predecessor").orElse(""), "valid_to");
        var start = limit(content, succession.text("successor").orElse(""), "valid_from");
        if (end.isPresent() && start.isPresent() && start.get().isBefore(end.get())) {
            faults.add(succession, "successor", "succession-order", start.get(), end.get());
        }
    }

    private static Optional<LocalDate> limit(PackContent content, String place, String column) {
        return content.find(PLACES, "code", place).flatMap(p -> p.value(column, LocalDate.class));
    }
}
