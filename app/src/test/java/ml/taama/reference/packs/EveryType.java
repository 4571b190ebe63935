package ml.taama.reference.packs;

import static ml.taama.reference.packs.PackTable.address;
import static ml.taama.reference.packs.PackTable.day;
import static ml.taama.reference.packs.PackTable.file;
import static ml.taama.reference.packs.PackTable.goal;
import static ml.taama.reference.packs.PackTable.number;
import static ml.taama.reference.packs.PackTable.oneOf;
import static ml.taama.reference.packs.PackTable.period;
import static ml.taama.reference.packs.PackTable.reference;
import static ml.taama.reference.packs.PackTable.whole;
import static ml.taama.reference.packs.PackTable.words;

import java.util.List;

/** Tables with a column of every type, for tests of the reader alone. */
final class EveryType {

    /** Its file; the columns are in {@link #HEADER}. */
    static final String FILE = "things.csv";

    static final String HEADER =
            "code,title_fr,word,source,goal,period,day,share,size,told,site,dimensions,goals,goals_basis";

    private static final String ANY = "…";

    static PackReader reader() {
        return new PackReader(List.of(EveryType::tables));
    }

    private EveryType() {}

    private static List<PackTable> tables() {
        return List.of(
                file("sources.csv")
                        .into("reference.source")
                        .key("code", "S1")
                        .must("kind", words(), ANY, "data")
                        .text("title", ANY, ANY),
                file("reference/goals.csv")
                        .into("reference.goal")
                        .key("framework", words(), ANY, "GCM")
                        .key("code", new PackType.Code(), ANY, "7")
                        .text("title", ANY, ANY),
                file("areas.geojson")
                        .into("reference.boundary")
                        .read(PackTable.Reading.GEOJSON)
                        .key("place", "north")
                        .must("geometry", new PackType.Geometry(), ANY, ANY),
                file(FILE)
                        .into("reference.place")
                        .key("code", "one")
                        .text("title", ANY, ANY)
                        .must("word", oneOf("red", "blue"), ANY, "red")
                        .may("source", reference("sources.csv"), ANY, "S1")
                        .may("goal", goal("framework", "goal"), ANY, "GCM:7")
                        .may("period", period(), ANY, "2021")
                        .may("day", day(), ANY, "2021-03-04")
                        .may("share", number(0, 100), ANY, "7.5")
                        .may("size", whole(), ANY, "3")
                        .may("told", new PackType.YesNo(), ANY, "yes")
                        .may("site", address(), ANY, "https://example.org")
                        .may("dimensions", new PackType.Dimensions(), ANY, "sex=F")
                        .goals("reference.place_goal", "place"));
    }
}
