package ml.taama.portal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import ml.taama.platform.security.Open;
import ml.taama.reference.Place;
import ml.taama.reference.Succession;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The territory in time: regions of today, those before them, and which became which. */
@Controller
@Open
public class PlacePages {

    private static final Set<String> DIVISIONS = Set.of("region", "district");

    /** Regions of today and of before. */
    public record PlacePage(Show show, List<Place> now, List<Place> before) {

        /** The places right below a place. */
        public List<Place> parts(Place place) {
            return below(show, place.code()).toList();
        }

        /** What a place became. */
        public List<Place> successors(Place place) {
            return places(successions()
                    .filter(s -> s.predecessor().equals(place.code()))
                    .map(Succession::successor));
        }

        /** What a place was before. */
        public List<Place> predecessors(Place place) {
            return places(successions()
                    .filter(s -> s.successor().equals(place.code()))
                    .map(Succession::predecessor));
        }

        private Stream<Succession> successions() {
            return show.site().successions().stream();
        }

        private List<Place> places(Stream<String> codes) {
            return codes.map(show.site().data().places()::get)
                    .filter(Objects::nonNull)
                    .filter(p -> DIVISIONS.contains(p.kind()))
                    .toList();
        }
    }

    private final Pages pages;
    private final Snapshots snapshots;

    PlacePages(Pages pages, Snapshots snapshots) {
        this.pages = pages;
        this.snapshots = snapshots;
    }

    @GetMapping("/{language}/places")
    Html places(Ui ui) {
        Show show = new Show(ui, snapshots.now());
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        List<Place> divisions = show.site().data().places().values().stream()
                .filter(p -> listed(show.site(), p))
                .toList();
        return pages.page(
                "portal/places",
                ui,
                new PlacePage(
                        show,
                        divisions.stream().filter(p -> p.validOn(today)).toList(),
                        divisions.stream().filter(p -> !p.validOn(today)).toList()));
    }

    /** Whether a place is a division of the country, of today or of before. */
    static boolean listed(Snapshot site, Place place) {
        String country = site.data().country().iso();
        return DIVISIONS.contains(place.kind())
                && place.parent().filter(country::equals).isPresent();
    }

    private static Stream<Place> below(Show show, String parent) {
        return show.site().data().places().values().stream()
                .filter(p -> p.parent().filter(parent::equals).isPresent());
    }
}
