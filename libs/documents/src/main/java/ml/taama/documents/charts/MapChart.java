package ml.taama.documents.charts;

import java.util.List;

/**
 * Areas and places in an equirectangular projection that is true at the middle latitude. Positions are what the data
 * say, approximate or not; the note says of which date the boundaries are. A name that finds no room near its place
 * stands below the map, after a number that does.
 */
public record MapChart(
        String id,
        String title,
        String description,
        List<Area> areas,
        List<Point> points,
        String note,
        List<String> header)
        implements Chart {

    /** A named area: rings of (longitude, latitude) in degrees, WGS 84. */
    public record Area(String name, List<List<double[]>> rings) {}

    /**
     * A place.
     *
     * @param kind word for the legend; places of one kind share a mark
     * @param detail second line in the table
     * @param source where the place is known from, in the table
     * @param labelled whether the name is written on the map
     */
    public record Point(
            String name,
            double longitude,
            double latitude,
            String kind,
            String detail,
            boolean labelled,
            String source) {}

    @Override
    public Svg draw(Width width) {
        return new MapDrawing(this, width).draw();
    }

    @Override
    public Grid table() {
        return new Grid(
                header,
                points.stream()
                        .map(p -> List.of(p.name, p.kind, p.detail, p.source))
                        .toList());
    }
}
