package ml.taama.documents.charts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ml.taama.documents.charts.Svg.Anchor;
import ml.taama.documents.charts.Svg.Style;

/**
 * Dated events: a strip true to time with numbered marks, and below it each event with its date in words. A mark stands
 * exactly above its date; marks that would cover each other stand in rows, each with a line down to its date.
 */
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

    private static final double EDGE = 16;
    private static final double RADIUS = 11;
    private static final double ROW = 2 * RADIUS + 2;
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
        double y = strip(svg) + 34;
        boolean wide = width == Width.WIDE;
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            mark(svg, RADIUS + 1, y - 4, i + 1, event.reached);
            double textX = wide ? 170 : 34;
            svg.text(34, y, event.date, DATE);
            double textY = wide ? y : y + 18;
            List<String> lines = Svg.wrap(event.text, width.units() - textX, TEXT);
            y = svg.lines(textX, textY, lines, TEXT) + 27;
        }
        svg.height(y - 16);
        return svg;
    }

    /** Draws the strip; returns the baseline of its years. */
    private double strip(Svg svg) {
        Scale scale = scale(svg.width());
        List<Placed> marks = placed(scale);
        double axis = 1 + ROW * (1 + marks.stream().mapToInt(Placed::row).max().orElse(0)) + 8;
        svg.line(EDGE, axis, svg.width() - EDGE, axis, Ink.GRID, 3);
        int years = scale.last.getYear() - scale.first.getYear();
        int step = Math.max(1, (int) Math.ceil(years / (svg.width() / 60.0)));
        for (int year = scale.first.getYear(); year <= scale.last.getYear(); year += step) {
            double x = scale.x(LocalDate.of(year, 1, 1));
            svg.line(x, axis + 2, x, axis + 8, Ink.MUTED, 1);
            svg.text(x, axis + 24, String.valueOf(year), YEAR);
        }
        marks.forEach(m -> svg.line(m.x, axis - 8 - m.row * ROW - RADIUS, m.x, axis + 1.5, Ink.INDIGO, 1.5));
        for (int i = 0; i < marks.size(); i++) {
            Placed mark = marks.get(i);
            mark(svg, mark.x, axis - 8 - mark.row * ROW - RADIUS, i + 1, events.get(i).reached);
        }
        return axis + 24;
    }

    private Scale scale(double width) {
        LocalDate first = LocalDate.of(events.getFirst().middle().getYear(), 1, 1);
        LocalDate last = LocalDate.of(events.getLast().middle().getYear() + 1, 1, 1);
        return new Scale(first, last, width);
    }

    private record Scale(LocalDate first, LocalDate last, double width) {
        double x(LocalDate day) {
            double share = (double) ChronoUnit.DAYS.between(first, day) / ChronoUnit.DAYS.between(first, last);
            return EDGE + (width - 2 * EDGE) * share;
        }
    }

    private record Placed(double x, int row) {}

    /** Each mark in the lowest row where it covers no other. */
    private List<Placed> placed(Scale scale) {
        List<Placed> marks = new ArrayList<>();
        List<Double> taken = new ArrayList<>();
        for (Event event : events) {
            double x = scale.x(event.middle());
            int row = 0;
            while (row < taken.size() && x < taken.get(row) + ROW) {
                row++;
            }
            if (row == taken.size()) {
                taken.add(x);
            } else {
                taken.set(row, x);
            }
            marks.add(new Placed(x, row));
        }
        return marks;
    }

    private static void mark(Svg svg, double x, double y, int number, boolean reached) {
        String hollow = "class=\"f-paper s-indigo\" fill=\"" + Ink.PAPER.hex() + "\" stroke=\"" + Ink.INDIGO.hex()
                + "\" stroke-width=\"1.5\" stroke-dasharray=\"3 2\"";
        svg.circle(x, y, RADIUS, reached ? Ink.INDIGO.fill() : hollow);
        Style style = Style.of(12, reached ? Ink.PAPER : Ink.INDIGO).bold().anchored(Anchor.MIDDLE);
        svg.text(x, y + 4, String.valueOf(number), style);
    }

    @Override
    public Grid table() {
        return new Grid(
                header, events.stream().map(e -> List.of(e.date, e.text)).toList());
    }
}
