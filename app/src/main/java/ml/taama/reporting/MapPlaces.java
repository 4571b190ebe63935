package ml.taama.reporting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ml.taama.organisations.Facility;
import ml.taama.platform.text.Messages;
import ml.taama.platform.time.PeriodFormat;
import ml.taama.reference.BorderPoint;

/** The places that a map marks: facilities by kind, then border points, as far as they are known. */
final class MapPlaces {

    private final Known known;
    private final Messages messages;
    private final PeriodFormat periods;
    private final Locale reader;

    MapPlaces(Known known, Messages messages, Locale reader) {
        this.known = known;
        this.messages = messages;
        this.periods = new PeriodFormat(messages);
        this.reader = reader;
    }

    List<MapPlace> all() {
        List<MapPlace> places = new ArrayList<>();
        known.data().facilities().stream()
                .filter(this::isKnown)
                .sorted(Comparator.comparing(Facility::kind))
                .forEach(f -> f.position().ifPresent(p -> places.add(facility(f, p))));
        known.data().borderPoints().stream()
                .filter(b -> known.source(b.sourceRef()))
                .forEach(b -> b.position().ifPresent(p -> places.add(borderPoint(b, p))));
        return places;
    }

    /** By its opening where one is told, else by the source that names it. */
    private boolean isKnown(Facility facility) {
        return openings(facility).findAny().isEmpty()
                ? known.source(facility.sourceRef())
                : openings(facility).anyMatch(known::event);
    }

    private static Stream<Facility.Event> openings(Facility facility) {
        return facility.events().stream().filter(e -> e.kind().equals("opened"));
    }

    private MapPlace facility(Facility facility, double[] position) {
        List<Facility.Event> opened = openings(facility).filter(known::event).toList();
        String dates = opened.stream()
                .map(e -> periods.format(e.period(), reader))
                .distinct()
                .collect(Collectors.joining(messages.text(reader, "list.or")));
        List<String> sources = opened.isEmpty()
                ? List.of(facility.sourceRef())
                : opened.stream().map(Facility.Event::sourceRef).distinct().toList();
        return new MapPlace(
                facility.name().text(reader),
                position[0],
                position[1],
                true,
                messages.text(reader, "facility.kind." + facility.kind()),
                dates.isEmpty() ? "" : messages.text(reader, "facility.opened", dates),
                facility.kind().equals("antenna"),
                sources);
    }

    private MapPlace borderPoint(BorderPoint point, double[] position) {
        String neighbour = point.neighbour()
                .map(n -> Locale.of("", n).getDisplayCountry(reader))
                .orElse("");
        String unsure = point.verified() ? "" : messages.text(reader, "certainty.recalled");
        return new MapPlace(
                point.name().text(reader).replaceFirst(" \\(.*", ""),
                position[0],
                position[1],
                false,
                messages.text(reader, "border-point.title"),
                Stream.of(neighbour, unsure).filter(t -> !t.isEmpty()).collect(Collectors.joining(", ")),
                point.verified(),
                List.of(point.sourceRef()));
    }
}
