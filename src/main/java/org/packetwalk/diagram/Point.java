package org.packetwalk.diagram;

/** A place in a picture: x to the right, y downwards. */
public record Point(double x, double y) {
    /** This place moved. */
    public Point plus(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }

    /** The straight distance to another place. */
    public double distance(Point other) {
        return Math.hypot(other.x - x, other.y - y);
    }

    /** The place at a share of the way to another: 0 is here, 1 is there. */
    public Point towards(Point other, double share) {
        return new Point(x + (other.x - x) * share, y + (other.y - y) * share);
    }
}
