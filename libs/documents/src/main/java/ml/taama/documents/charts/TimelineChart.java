package ml.taama.documents.charts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ml.taama.documents.charts.Svg.Anchor;
import ml.taama.documents.charts.Svg.Style;

/** Dated events: a strip true to time with numbered marks, and below it each event with its date in words. */
public record TimelineChart(String id, String title, String description, List<Event> events, List<String> header)
        implements Chart {

    /**
     * One event.
     *
     * @param from first possible day
     * @param to last possible day (the same day when the date is exact)
     * @param date the date in words
     * @param reached false for what is only planned, drawn hollow
     */
    public record Event(LocalDate from, LocalDate to, String date, String text, boolean reached) {

        LocalDate middle() {
            return from.plusDays(ChronoUnit.DAYS.between(from, to) / 2);
        }
    }

    private static final double STRIP = 46;
    private static final double RADIUS = 11;
    private static final Style YEAR = Style.of(12, Ink.MUTED).anchored(Anchor.MIDDLE);
    private static final Style DATE = Style.of(13, Ink.MUTED);
    private static final Style TEXT = Style.of(14, Ink.INK);

    /** Sorts by date. */
    public TimelineChart {
        events = events.stream().sorted(Comparator.comparing(Event::middle)).toList();
    }

    @Override
    public Svg draw(Width width) {
        Svg svg = new Svg(width.units());
        if (events.isEmpty()) {
            svg.height(1);
            return svg;
        }
        strip(svg);
        double y = STRIP + 34;
        boolean wide = width == Width.WIDE;
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            mark(svg, RADIUS + 1, y - 4, RADIUS, i + 1, event.reached);
            double textX = wide ? 170 : 34;
            svg.text(34, y, event.date, DATE);
            double textY = wide ? y : y + 18;
            List<String> lines = Svg.wrap(event.text, width.units() - textX, TEXT);
            y = svg.lines(textX, textY, lines, TEXT) + 27;
        }
        svg.height(y - 16);
        return svg;
    }

    private void strip(Svg svg) {
        LocalDate first = LocalDate.of(events.getFirst().middle().getYear(), 1, 1);
        LocalDate last = LocalDate.of(events.getLast().middle().getYear() + 1, 1, 1);
        double left = 16;
        double scale = (svg.width() - 2 * left) / ChronoUnit.DAYS.between(first, last);
        svg.line(left, 18, svg.width() - left, 18, Ink.GRID, 3);
        int years = last.getYear() - first.getYear();
        int step = Math.max(1, (int) Math.ceil(years / (svg.width() / 60.0)));
        for (int year = first.getYear(); year <= last.getYear(); year += step) {
            double x = left + scale * ChronoUnit.DAYS.between(first, LocalDate.of(year, 1, 1));
            svg.line(x, 13, x, 23, Ink.MUTED, 1);
            svg.text(x, STRIP, String.valueOf(year), YEAR);
        }
        double room = (svg.width() - 2 * left) / Math.max(1, events.size() - 1);
        double radius = Math.min(RADIUS, (room - 1) / 2);
        for (Placed mark : placed(first, left, scale, radius)) {
            mark(svg, mark.x, 18, radius, mark.number, mark.reached);
        }
    }

    private record Placed(double x, int number, boolean reached) {}

    /** Marks that would overlap are moved right, then pulled back from the edge, in their order. */
    private List<Placed> placed(LocalDate first, double left, double scale, double radius) {
        List<Placed> marks = new ArrayList<>();
        double free = left;
        for (int i = 0; i < events.size(); i++) {
            double x = Math.max(
                    free,
                    left + scale * ChronoUnit.DAYS.between(first, events.get(i).middle()));
            marks.add(new Placed(x, i + 1, events.get(i).reached));
            free = x + 2 * radius + 1;
        }
        LocalDate last = LocalDate.of(events.getLast().middle().getYear() + 1, 1, 1);
        double edge = left + scale * ChronoUnit.DAYS.between(first, last);
        for (int i = marks.size() - 1; i >= 0; i--) {
            Placed mark = marks.get(i);
            marks.set(i, new Placed(Math.min(mark.x, edge), mark.number, mark.reached));
            edge = Math.min(mark.x, edge) - 2 * radius - 1;
        }
        return marks;
    }

    private static void mark(Svg svg, double x, double y, double radius, int number, boolean reached) {
        String hollow = "class=\"f-paper s-indigo\" fill=\"" + Ink.PAPER.hex() + "\" stroke=\"" + Ink.INDIGO.hex()
                + "\" stroke-width=\"1.5\" stroke-dasharray=\"3 2\"";
        svg.circle(x, y, radius, reached ? Ink.INDIGO.fill() : hollow);
        double size = 12 * radius / RADIUS;
        Style style = Style.of(size, reached ? Ink.PAPER : Ink.INDIGO).bold().anchored(Anchor.MIDDLE);
        svg.text(x, y + size / 3, String.valueOf(number), style);
    }

    @Override
    public Grid table() {
        return new Grid(
                header, events.stream().map(e -> List.of(e.date, e.text)).toList());
    }
}
