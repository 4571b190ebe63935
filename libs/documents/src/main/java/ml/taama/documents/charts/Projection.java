package ml.taama.documents.charts;

import java.util.List;

/** Equirectangular, true at the middle latitude; degrees in, user units out. */
record Projection(double west, double north, double scale, double stretch, double left, double height) {

    private static final double MARGIN = 8;

    /** As wide as the picture, unless the country is taller than wide: then as high as the picture is wide. */
    static Projection of(List<List<List<double[]>>> areas, List<double[]> points, double width) {
        double[] box = {180, 90, -180, -90};
        areas.forEach(rings -> rings.forEach(ring -> ring.forEach(p -> widen(box, p[0], p[1]))));
        points.forEach(p -> widen(box, p[0], p[1]));
        if (box[0] > box[2]) {
            return new Projection(0, 0, 1, 1, 0, 2 * MARGIN);
        }
        double stretch = Math.cos(Math.toRadians((box[1] + box[3]) / 2));
        double across = Math.max(1e-6, (box[2] - box[0]) * stretch);
        double down = Math.max(1e-6, box[3] - box[1]);
        double scale = (width - 2 * MARGIN) / Math.max(across, down);
        return new Projection(box[0], box[3], scale, stretch, (width - across * scale) / 2, down * scale + 2 * MARGIN);
    }

    private static void widen(double[] box, double longitude, double latitude) {
        box[0] = Math.min(box[0], longitude);
        box[1] = Math.min(box[1], latitude);
        box[2] = Math.max(box[2], longitude);
        box[3] = Math.max(box[3], latitude);
    }

    double x(double longitude) {
        return left + (longitude - west) * stretch * scale;
    }

    double y(double latitude) {
        return MARGIN + (north - latitude) * scale;
    }

    String path(List<List<double[]>> rings) {
        StringBuilder d = new StringBuilder();
        for (List<double[]> ring : rings) {
            for (int i = 0; i < ring.size(); i++) {
                d.append(i == 0 ? "M" : "L").append(Svg.number(tenth(x(ring.get(i)[0]))));
                d.append(' ').append(Svg.number(tenth(y(ring.get(i)[1]))));
            }
            d.append(ring.isEmpty() ? "" : "z");
        }
        return d.toString();
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** Centroid of the first ring (shoelace formula); nothing for a ring that encloses nothing. */
    double[] centre(List<List<double[]>> rings) {
        List<double[]> ring = rings.isEmpty() ? List.of() : rings.getFirst();
        double doubled = 0;
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < ring.size(); i++) {
            double[] p = ring.get(i);
            double[] q = ring.get((i + 1) % ring.size());
            double cross = p[0] * q[1] - q[0] * p[1];
            doubled += cross;
            sumX += (p[0] + q[0]) * cross;
            sumY += (p[1] + q[1]) * cross;
        }
        if (doubled == 0) {
            return new double[0];
        }
        return new double[] {x(sumX / (3 * doubled)), y(sumY / (3 * doubled))};
    }
}
