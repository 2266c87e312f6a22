package org.packetwalk.desktop.paint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.packetwalk.diagram.DiagramLayout;
import org.packetwalk.diagram.Palette;
import org.packetwalk.diagram.Path;
import org.packetwalk.diagram.Point;
import org.packetwalk.diagram.Rect;
import org.packetwalk.diagram.Stroke;
import org.packetwalk.diagram.Subject;
import org.packetwalk.diagram.Track;

/**
 * How a lookup is shown: the line grows from the routing decision to the tables, then the rows are gone through one after the
 * other, down to the one that answers. It knows no clock and no screen.
 */
record LookupMotion(Subject subject, Track line, List<Rect> rows) {
    private static final double LINE = 180;
    private static final double ROW = 90;
    private static final double ALL_ROWS = 600;

    LookupMotion {
        rows = List.copyOf(rows);
    }

    /** The lookups of a picture, one for each host that asks its tables. */
    static List<LookupMotion> of(DiagramLayout layout) {
        var lookups = new ArrayList<LookupMotion>();
        layout.places().forEach((subject, bounds) -> {
            if (subject.kind().equals("lookup")) {
                List<Point> points = points(layout, subject);
                double end = points.get(points.size() - 1).y();
                String host = "row:" + subject.id().substring("lookup:".length()) + "/";
                List<Rect> rows = layout.places().entrySet().stream()
                        .filter(entry -> entry.getKey().id().startsWith(host))
                        .map(Map.Entry::getValue)
                        .filter(row -> row.y() < end)
                        .toList();
                lookups.add(new LookupMotion(subject, new Track(points, List.of()), rows));
            }
        });
        return lookups;
    }

    private static List<Point> points(DiagramLayout layout, Subject subject) {
        return layout.drawing().shapes().stream()
                .filter(shape -> shape instanceof org.packetwalk.diagram.Group group
                        && group.subject().equals(subject))
                .map(shape ->
                        (Path) ((org.packetwalk.diagram.Group) shape).shapes().get(0))
                .flatMap(path -> path.points().stream())
                .toList();
    }

    double millis() {
        return LINE + rows.size() * eachRow();
    }

    private double eachRow() {
        return rows.isEmpty() ? 0 : Math.min(ROW, ALL_ROWS / rows.size());
    }

    /** The line as far as it has come. */
    Path lineAt(double millis) {
        double share = TokenMotion.easeOut(Math.min(1, millis / LINE));
        return Path.through(line.upTo(line.length() * share), Stroke.solid(Palette.PKT_LINE, 3));
    }

    /** The row that is looked at now; none while the line grows and at the end. */
    List<Rect> rowAt(double millis) {
        if (millis < LINE || millis >= millis()) {
            return List.of();
        }
        int index = (int) ((millis - LINE) / eachRow());
        return List.of(rows.get(Math.min(index, rows.size() - 1)));
    }
}
