package ml.taama.documents.charts;

/** A rectangle of a drawing, in user units: left, top, width, height. */
record Box(double x, double y, double w, double h) {

    static Box around(double x, double y, double w, double h) {
        return new Box(x - w / 2, y - h / 2, w, h);
    }

    double middleX() {
        return x + w / 2;
    }

    double middleY() {
        return y + h / 2;
    }

    Box grown(double by) {
        return new Box(x - by, y - by, w + 2 * by, h + 2 * by);
    }

    Box with(Box other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Box(left, top, Math.max(x + w, other.x + other.w) - left, Math.max(y + h, other.y + other.h) - top);
    }

    boolean meets(Box other) {
        return x < other.x + other.w && other.x < x + w && y < other.y + other.h && other.y < y + h;
    }

    boolean inside(double width, double height) {
        return x >= 0 && x + w <= width && y >= 0 && y + h <= height;
    }

    /** The line from the nearest point of this rectangle to the nearest of another. */
    Line to(Box other) {
        double x1 = Math.clamp(other.middleX(), x, x + w);
        double y1 = Math.clamp(other.middleY(), y, y + h);
        double x2 = Math.clamp(x1, other.x, other.x + other.w);
        double y2 = Math.clamp(y1, other.y, other.y + other.h);
        return new Line(x1, y1, x2, y2);
    }

    /** Whether a line passes through (the slabs of Liang and Barsky). */
    boolean meets(Line line) {
        double from = 0;
        double to = 1;
        double[] starts = {line.x1 - x, line.y1 - y};
        double[] steps = {line.x2 - line.x1, line.y2 - line.y1};
        double[] sizes = {w, h};
        for (int i = 0; i < 2; i++) {
            if (steps[i] == 0) {
                if (starts[i] <= 0 || starts[i] >= sizes[i]) {
                    return false;
                }
                continue;
            }
            double one = -starts[i] / steps[i];
            double other = (sizes[i] - starts[i]) / steps[i];
            from = Math.max(from, Math.min(one, other));
            to = Math.min(to, Math.max(one, other));
        }
        return from < to;
    }

    /** A straight line between two points. */
    record Line(double x1, double y1, double x2, double y2) {

        double length() {
            return Math.hypot(x2 - x1, y2 - y1);
        }
    }
}
