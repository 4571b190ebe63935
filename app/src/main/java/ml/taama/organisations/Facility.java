package ml.taama.organisations;

import java.util.List;
import java.util.Optional;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.time.Period;

/**
 * A place where people are received.
 *
 * @param position longitude and latitude in degrees
 * @param positionQuality surveyed, approximate or unknown
 * @param events what happened, by source; sources may disagree
 */
public record Facility(
        String code,
        String kind,
        LocalText name,
        Optional<String> organisation,
        Optional<String> place,
        Optional<LocalText> address,
        Optional<LocalText> services,
        String status,
        Optional<double[]> position,
        String positionQuality,
        Optional<LocalText> note,
        String sourceRef,
        List<Event> events,
        List<Capacity> capacities) {

    /** What happened and when, as one source says. */
    public record Event(String kind, Period period, Optional<LocalText> note, String sourceRef) {}

    /** Beds at a date. */
    public record Capacity(
            Period asOf,
            Optional<Integer> built,
            Optional<Integer> operating,
            Optional<LocalText> note,
            String sourceRef) {}

    /** Whether two sources give opening dates that have no day in common. */
    public boolean openingDisputed() {
        List<Event> opened =
                events.stream().filter(e -> e.kind().equals("opened")).toList();
        return opened.stream()
                .anyMatch(a -> opened.stream().anyMatch(b -> !a.period().overlaps(b.period())));
    }
}
