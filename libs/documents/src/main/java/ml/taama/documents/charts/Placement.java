package ml.taama.documents.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the labels of a map stand: near what they name, over no mark, no other label and no leader line, and over a
 * border only when nothing else is near. The same map is always labelled alike.
 */
final class Placement {

    /** A place for a label, with the line to what it names when it stands apart from it. */
    record Spot(Box box, Optional<Box.Line> leader) {}

    /** Room around a label, so that two never read as one. */
    private static final double AIR = 3;

    private static final double BORDER = 45;
    private static final double OUTSIDE = 40;
    private static final int MOST_OUTSIDE = 2;
    private static final double GRID = 8;
    private static final double APART = 7;
    private static final double[] DISTANCES = {3, 6, 11, 17, 24, 32, 42, 54, 68, 84, 102, 122, 144};

    /** Around a square, in the order in which places are tried: beside first. */
    private static final double[][] DIRECTIONS = {
        {1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 0.5}, {1, -0.5}, {-1, 0.5}, {-1, -0.5},
        {0.5, 1}, {-0.5, 1}, {0.5, -1}, {-0.5, -1}, {1, 1}, {1, -1}, {-1, 1}, {-1, -1}
    };

    private static final double[][] NOWHERE = {};

    private final double width;
    private final double height;
    private final List<List<double[]>> rings = new ArrayList<>();
    private final List<Box.Line> borders = new ArrayList<>();
    private final List<Box> taken = new ArrayList<>();
    private final List<Box.Line> leaders = new ArrayList<>();

    Placement(double width, double height) {
        this.width = width;
        this.height = height;
    }

    void border(List<double[]> ring) {
        rings.add(ring);
        for (int i = 0; i < ring.size(); i++) {
            double[] from = ring.get(i);
            double[] to = ring.get((i + 1) % ring.size());
            borders.add(new Box.Line(from[0], from[1], to[0], to[1]));
        }
    }

    void take(Box box) {
        taken.add(box);
    }

    /** The best place beside a thing, no farther than {@code far}. */
    Optional<Spot> near(Box thing, double w, double h, double far) {
        Spot best = null;
        double least = Double.MAX_VALUE;
        for (double distance : DISTANCES) {
            for (double[] direction : distance > far || distance >= least ? NOWHERE : DIRECTIONS) {
                Spot spot = beside(thing, w, h, distance, direction);
                if (distance < least && free(spot, thing)) {
                    double cost = distance + (crossed(spot.box) ? BORDER : 0);
                    best = cost < least ? spot : best;
                    least = Math.min(cost, least);
                }
            }
        }
        return taken(best);
    }

    /** The best place inside an area, as near to its middle as can be. */
    Optional<Spot> within(List<double[]> ring, double[] middle, double w, double h) {
        Spot best = null;
        double least = Double.MAX_VALUE;
        for (double[] at : grid(ring, middle)) {
            double away = Math.hypot(at[0] - middle[0], at[1] - middle[1]);
            if (away >= least) {
                break;
            }
            Spot spot = new Spot(Box.around(at[0], at[1], w, h), Optional.empty());
            long outside =
                    holds(ring, at[0], at[1]) && free(spot, spot.box) ? outside(ring, spot.box) : MOST_OUTSIDE + 1;
            if (outside <= MOST_OUTSIDE && away + outside * OUTSIDE < least) {
                best = spot;
                least = away + outside * OUTSIDE;
            }
        }
        return taken(best);
    }

    private Optional<Spot> taken(@Nullable Spot spot) {
        if (spot != null) {
            taken.add(spot.box);
            spot.leader.ifPresent(leaders::add);
        }
        return Optional.ofNullable(spot);
    }

    private static Spot beside(Box thing, double w, double h, double distance, double[] direction) {
        double x = thing.middleX() + direction[0] * (thing.w() / 2 + w / 2 + distance);
        double y = thing.middleY() + direction[1] * (thing.h() / 2 + h / 2 + distance);
        Box box = Box.around(x, y, w, h);
        return new Spot(box, Optional.of(box.to(thing)).filter(l -> l.length() > APART));
    }

    /** Points over an area, the nearest to its middle first. */
    private static List<double[]> grid(List<double[]> ring, double[] middle) {
        Box extent = ring.stream()
                .map(p -> new Box(p[0], p[1], 0, 0))
                .reduce(Box::with)
                .orElseThrow();
        List<double[]> points = new ArrayList<>();
        for (double x = middle[0] - Math.floor((middle[0] - extent.x()) / GRID) * GRID;
                x < extent.x() + extent.w();
                x += GRID) {
            for (double y = middle[1] - Math.floor((middle[1] - extent.y()) / GRID) * GRID;
                    y < extent.y() + extent.h();
                    y += GRID) {
                points.add(new double[] {x, y});
            }
        }
        points.sort(Comparator.comparingDouble(p -> Math.hypot(p[0] - middle[0], p[1] - middle[1])));
        return points;
    }

    /** How many corners of a rectangle stand outside an area. */
    private static long outside(List<double[]> ring, Box box) {
        return Stream.of(box.x(), box.x() + box.w())
                .flatMap(x -> Stream.of(box.y(), box.y() + box.h()).filter(y -> !holds(ring, x, y)))
                .count();
    }

    private boolean free(Spot spot, Box thing) {
        Box roomy = spot.box.grown(AIR);
        return spot.box.inside(width, height)
                && taken.stream().noneMatch(t -> t.meets(t.equals(thing) ? spot.box : roomy))
                && leaders.stream().noneMatch(roomy::meets)
                && spot.leader
                        .map(line ->
                                taken.stream().filter(t -> !t.equals(thing)).noneMatch(t -> t.meets(line)))
                        .orElse(true);
    }

    /** Whether a label lies over a border with land all around it, so that the border may stop beneath. */
    boolean inland(Box box) {
        return crossed(box)
                && Stream.of(box.x(), box.x() + box.w())
                        .allMatch(x -> Stream.of(box.y(), box.y() + box.h())
                                .allMatch(y -> rings.stream().anyMatch(ring -> holds(ring, x, y))));
    }

    private boolean crossed(Box box) {
        return borders.stream().anyMatch(box::meets);
    }

    /** Whether a ring goes around a point (even-odd rule). */
    private static boolean holds(List<double[]> ring, double x, double y) {
        boolean in = false;
        for (int i = 0; i < ring.size(); i++) {
            double[] p = ring.get(i);
            double[] q = ring.get((i + 1) % ring.size());
            if (p[1] > y != q[1] > y && x < (q[0] - p[0]) * (y - p[1]) / (q[1] - p[1]) + p[0]) {
                in = !in;
            }
        }
        return in;
    }
}
