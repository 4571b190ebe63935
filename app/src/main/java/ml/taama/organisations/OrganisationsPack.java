package ml.taama.organisations;

import static ml.taama.reference.packs.PackTable.address;
import static ml.taama.reference.packs.PackTable.file;
import static ml.taama.reference.packs.PackTable.number;
import static ml.taama.reference.packs.PackTable.oneOf;
import static ml.taama.reference.packs.PackTable.period;
import static ml.taama.reference.packs.PackTable.reference;
import static ml.taama.reference.packs.PackTable.whole;
import static ml.taama.reference.packs.PackTable.words;

import java.util.List;
import ml.taama.reference.packs.Faults;
import ml.taama.reference.packs.PackContent;
import ml.taama.reference.packs.PackRow;
import ml.taama.reference.packs.PackSection;
import ml.taama.reference.packs.PackTable;
import org.springframework.stereotype.Component;

/** Organisations, their names in time, their mandates, and the places where they receive people. */
@Component
class OrganisationsPack implements PackSection {

    private static final String ORGANISATIONS = "organisations/organisations.csv";
    private static final String FACILITIES = "organisations/facilities.csv";
    private static final String PLACES = "reference/places.csv";

    @Override
    public List<PackTable> tables() {
        return List.of(
                file(ORGANISATIONS)
                        .into("organisations.organisation")
                        .says("Bodies that act. Their names are in `organisations/names.csv`.")
                        .key("code", "dgme")
                        .must(
                                "kind",
                                oneOf(
                                        "ministry",
                                        "agency",
                                        "government",
                                        "observatory",
                                        "international",
                                        "council",
                                        "association",
                                        "research",
                                        "group"),
                                "What kind of body; `group` is one of which a source names only the kind.",
                                "agency")
                        .may("parent", reference(ORGANISATIONS), "The body above it.", "ministry-abroad")
                        .may("place", reference(PLACES), "Where it has its seat.", "ML")
                        .may("website", address(), "Its site.", "https://example.org")
                        .maybeText("note", "What a reader should know.", "…")
                        .position()
                        .source(),
                file("organisations/names.csv")
                        .into("organisations.name")
                        .says("Names in time. The name shown is the one valid at the date of what is shown.")
                        .key("organisation", reference(ORGANISATIONS), "The organisation.", "dgme")
                        .key("valid_from", period(), "Since when; `0001` where the start is not known.", "2018-05")
                        .may("valid_to", period(), "Until when.", "2021-06")
                        .text("name", "The name.", "General delegation for nationals abroad")
                        .may("acronym", words(), "Its acronym.", "DGME")
                        .source(),
                file("organisations/mandates.csv")
                        .into("organisations.mandate")
                        .says("What an organisation is there for, and its legal status.")
                        .key("code", "cigem-status")
                        .must("organisation", reference(ORGANISATIONS), "The organisation.", "cigem")
                        .text("text", "The mandate.", "Public body of scientific and technological character")
                        .may("since", period(), "Since when.", "2019-03")
                        .position()
                        .source(),
                facilities(),
                file("organisations/facility_events.csv")
                        .into("organisations.facility_event")
                        .says("What happened to a facility and when. Two sources that disagree are two rows.")
                        .key("code", "gao-opened-2020")
                        .must("facility", reference(FACILITIES), "The facility.", "antenna-gao")
                        .must("kind", oneOf("opened", "extended", "announced", "closed"), "What happened.", "opened")
                        .must("period", period(), "When, as the source says.", "2020")
                        .maybeText("note", "What a reader should know.", "…")
                        .source(),
                file("organisations/capacities.csv")
                        .into("organisations.capacity")
                        .says("Beds at a date, as built and as operated.")
                        .key("facility", reference(FACILITIES), "The facility.", "centre-gao")
                        .key("as_of", period(), "The date of the figure.", "2023-10-25")
                        .may("built", whole(), "Beds built.", "80")
                        .may("operating", whole(), "Beds in use.", "46")
                        .maybeText("note", "What a reader should know.", "…")
                        .source());
    }

    private static PackTable facilities() {
        return file(FACILITIES)
                .into("organisations.facility")
                .says("Places where people are received: antennas, transit and reception centres, consulates.")
                .key("code", "antenna-gao")
                .must(
                        "kind",
                        oneOf("antenna", "transit-centre", "reception-centre", "consulate", "seat"),
                        "What kind of facility.",
                        "antenna")
                .text("name", "Name.", "Antenna of Gao")
                .may("organisation", reference(ORGANISATIONS), "Who runs it.", "dgme")
                .may("place", reference(PLACES), "Where it lies.", "ML-2016-C0703")
                .maybeText("address", "Address, as far as known.", "Gao")
                .maybeText("services", "What people find there.", "Reception, orientation, assistance")
                .must("status", oneOf("working", "planned", "unknown"), "Whether it works.", "working")
                .may("longitude", number(-180, 180), "Degrees east.", "0.0")
                .may("latitude", number(-90, 90), "Degrees north.", "16.3")
                .must(
                        "position_quality",
                        oneOf("surveyed", "approximate", "unknown"),
                        "How far the position can be trusted; shown on maps.",
                        "approximate")
                .maybeText("note", "What a reader should know.", "…")
                .position()
                .source();
    }

    @Override
    public void check(PackContent content, Faults faults) {
        for (PackRow organisation : content.own(ORGANISATIONS)) {
            String code = organisation.text("code").orElse("");
            boolean named = content.own("organisations/names.csv").stream()
                    .anyMatch(n -> n.text("organisation").filter(code::equals).isPresent());
            if (!named) {
                faults.add(organisation, "code", "no-name", code);
            }
        }
        for (PackRow facility : content.own(FACILITIES)) {
            boolean placed = facility.text("longitude").isPresent()
                    && facility.text("latitude").isPresent();
            boolean unknown =
                    facility.text("position_quality").filter("unknown"::equals).isPresent();
            if (placed == unknown) {
                faults.add(facility, "position_quality", "position", placed ? "yes" : "no");
            }
        }
    }
}
