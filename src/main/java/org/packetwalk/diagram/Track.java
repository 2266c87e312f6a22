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
        List<Point> walked = upTo(length);
        return walked.get(walked.size() - 1);
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
