package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.List;

/**
 * The way of a packet as a line that can be walked: points a short straight way apart, and for each stop the length at which it
 * is reached.
 */
public record Track(List<Point> points, List<Mark> marks) {
    /** No way at all. */
    public static final Track EMPTY = new Track(List.of(), List.of());

    public Track {
        points = List.copyOf(points);
        marks = List.copyOf(marks);
    }

    /** A stop, how far along the track it is, and where the token rests there. */
    public record Mark(Stop stop, double at, Point rest) {}

    /** The whole length. */
    public double length() {
        double length = 0;
        for (int i = 1; i < points.size(); i++) {
            length += points.get(i - 1).distance(points.get(i));
        }
        return length;
    }

    /** The place after this length; the ends beyond the ends. */
    public Point at(double length) {
        double left = Math.max(0, length);
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            double step = from.distance(points.get(i));
            if (left < step) {
                return from.towards(points.get(i), left / step);
            }
            left -= step;
        }
        return points.get(points.size() - 1);
    }

    /** The points from one length to another that is not smaller, the first and the last one cut where the lengths end. */
    public List<Point> between(double from, double to) {
        var walked = new ArrayList<Point>();
        walked.add(at(from));
        double passed = 0;
        for (int i = 1; i < points.size() && passed < to; i++) {
            passed += points.get(i - 1).distance(points.get(i));
            if (passed > from && passed < to) {
                walked.add(points.get(i));
            }
        }
        walked.add(at(to));
        return walked;
    }

    /** The points up to this length, the last one cut where the length ends. */
    public List<Point> upTo(double length) {
        var walked = new ArrayList<Point>();
        walked.add(points.get(0));
        double left = Math.max(0, length);
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            double step = from.distance(to);
            if (left < step) {
                walked.add(from.towards(to, left / step));
                return walked;
            }
            walked.add(to);
            left -= step;
        }
        return walked;
    }
}
