package ml.taama.documents.charts;

import java.util.ArrayList;
import java.util.List;
import ml.taama.documents.charts.Svg.Anchor;
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
    private static final double HEIGHT = 104;

    /** Copies the list. */
    public GlanceChart {
        tiles = List.copyOf(tiles);
    }

    @Override
    public Svg draw(Width width) {
        Svg svg = new Svg(width.units());
        int columns = width == Width.WIDE ? 6 : 3;
        double side = (width.units() - GAP * (columns - 1)) / columns;
        double top = Legend.draw(svg, 0, keys()) + 8;
        for (int i = 0; i < tiles.size(); i++) {
            int row = i / columns;
            tile(svg, tiles.get(i), i % columns * (side + GAP), top + row * (HEIGHT + GAP), side);
        }
        int rows = (tiles.size() + columns - 1) / columns;
        svg.height(top + rows * (HEIGHT + GAP));
        return svg;
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

    private static void tile(Svg svg, Tile tile, double x, double y, double side) {
        Ink ink = tile.state == State.REPORTED ? Ink.PAPER : Ink.INK;
        svg.rect(x + 0.75, y + 0.75, side - 1.5, HEIGHT - 1.5, 4, paint(tile.state));
        if (tile.priority) {
            corner(svg, x + side - 1, y + 1, 20);
        }
        svg.text(x + PAD, y + 29, tile.number, Style.of(24, ink).bold());
        Style name = Style.of(12.5, ink);
        svg.lines(x + PAD, y + 48, Svg.wrap(tile.name, side - 2 * PAD, name), name);
        Style activity =
                Style.of(12, tile.state == State.SILENT ? Ink.MUTED : ink).anchored(Anchor.START);
        svg.text(x + PAD, y + HEIGHT - 9, tile.activity, activity);
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
