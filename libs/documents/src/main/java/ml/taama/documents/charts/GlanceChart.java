package ml.taama.documents.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ml.taama.documents.charts.Svg.Style;

/**
 * The goals of a framework as numbered tiles: reported, only planned, or silent; a corner marks the priorities. State is
 * told by fill, border and word, never by colour alone.
 */
public record GlanceChart(String id, String title, String description, List<Tile> tiles, Labels labels)
        implements Chart {

    /** What is known of a goal. */
    public enum State {
        REPORTED,
        PLANNED,
        SILENT
    }

    /**
     * One goal.
     *
     * @param number as printed, for example {@code 7}
     * @param name a few words
     * @param activity what was reported, in words, for example "3 actions"
     */
    public record Tile(String number, String name, State state, boolean priority, String activity) {}

    /** Words of the legend and of the table. */
    public record Labels(String reported, String planned, String silent, String priority, List<String> header) {
        String of(State state) {
            return switch (state) {
                case REPORTED -> reported;
                case PLANNED -> planned;
                case SILENT -> silent;
            };
        }
    }

    private static final double GAP = 8;
    private static final double PAD = 9;
    private static final double LEAST_HEIGHT = 104;
    private static final List<Double> SIZES = List.of(12.5, 12.0, 11.5);

    /** Copies the list. */
    public GlanceChart {
        tiles = List.copyOf(tiles);
    }

    @Override
    public Svg draw(Width width) {
        Svg svg = new Svg(width.units());
        Layout layout = Layout.of(tiles, width);
        double top = Legend.draw(svg, 0, keys()) + 8;
        for (int from = 0; from < tiles.size(); from += layout.columns) {
            List<Tile> row = tiles.subList(from, Math.min(tiles.size(), from + layout.columns));
            double height = row.stream().mapToDouble(layout::height).max().orElseThrow();
            for (int i = 0; i < row.size(); i++) {
                tile(svg, row.get(i), i * (layout.side + GAP), top, height, layout);
            }
            top += height + GAP;
        }
        svg.height(top);
        return svg;
    }

    /** How many tiles stand side by side, and how large they are written. */
    private record Layout(int columns, double side, double size) {

        /** As many columns as let every word stand whole; only a word wider than the picture is cut. */
        static Layout of(List<Tile> tiles, Width width) {
            for (int columns = width == Width.WIDE ? 6 : 3; columns > 1; columns--) {
                double side = side(width, columns);
                for (double size : SIZES) {
                    if (tiles.stream().allMatch(t -> whole(t, side - 2 * PAD, size))) {
                        return new Layout(columns, side, size);
                    }
                }
            }
            return new Layout(1, side(width, 1), SIZES.getFirst());
        }

        private static double side(Width width, int columns) {
            return (width.units() - GAP * (columns - 1)) / columns;
        }

        private static boolean whole(Tile tile, double room, double size) {
            Style style = Style.of(size, Ink.INK);
            return Stream.of(tile.name, tile.activity)
                    .flatMap(text -> Stream.of(text.split("\\s+")))
                    .allMatch(word -> style.width(word) <= room);
        }

        List<String> lines(String text) {
            return Svg.wrap(text, side - 2 * PAD, Style.of(size, Ink.INK));
        }

        double height(Tile tile) {
            int lines = lines(tile.name).size() + lines(tile.activity).size();
            return Math.max(LEAST_HEIGHT, 48 + (lines - 1) * size * Svg.LINE + 4 + 9);
        }
    }

    private List<Legend.Key> keys() {
        List<Legend.Key> keys = new ArrayList<>();
        for (State state : State.values()) {
            if (tiles.stream().anyMatch(t -> t.state == state)) {
                keys.add(new Legend.Key(Legend.square(paint(state)), labels.of(state)));
            }
        }
        keys.add(new Legend.Key((svg, x, y) -> corner(svg, x + 7, y - 7, 14), labels.priority));
        return keys;
    }

    private static void tile(Svg svg, Tile tile, double x, double y, double height, Layout layout) {
        Ink ink = tile.state == State.REPORTED ? Ink.PAPER : Ink.INK;
        svg.rect(x + 0.75, y + 0.75, layout.side - 1.5, height - 1.5, 4, paint(tile.state));
        if (tile.priority) {
            corner(svg, x + layout.side - 1, y + 1, 20);
        }
        svg.text(x + PAD, y + 29, tile.number, Style.of(24, ink).bold());
        svg.lines(x + PAD, y + 48, layout.lines(tile.name), Style.of(layout.size, ink));
        List<String> activity = layout.lines(tile.activity);
        double first = y + height - 9 - (activity.size() - 1) * layout.size * Svg.LINE;
        svg.lines(x + PAD, first, activity, Style.of(layout.size, tile.state == State.SILENT ? Ink.MUTED : ink));
    }

    private static String paint(State state) {
        return switch (state) {
            case REPORTED -> Ink.INDIGO.fill();
            case PLANNED ->
                "class=\"f-ochre-pale s-ochre\" fill=\"" + Ink.OCHRE_PALE.hex() + "\" stroke=\"" + Ink.OCHRE.hex()
                        + "\" stroke-width=\"1.5\"";
            case SILENT ->
                "class=\"f-paper s-muted\" fill=\"" + Ink.PAPER.hex() + "\" stroke=\"" + Ink.MUTED.hex()
                        + "\" stroke-width=\"1\" stroke-dasharray=\"4 3\"";
        };
    }

    private static void corner(Svg svg, double right, double top, double side) {
        String d = "M" + Svg.number(right - side) + " " + Svg.number(top) + "h" + Svg.number(side) + "v"
                + Svg.number(side) + "z";
        svg.path(d, Ink.OCHRE.fill());
    }

    @Override
    public Grid table() {
        return new Grid(
                labels.header,
                tiles.stream()
                        .map(t -> List.of(
                                t.number, t.name, labels.of(t.state), t.priority ? labels.priority : "", t.activity))
                        .toList());
    }
}
