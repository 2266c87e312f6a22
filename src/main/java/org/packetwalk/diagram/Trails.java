package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.diagram.StackPicture.OutsideHost;
import org.packetwalk.diagram.StackPicture.Traveller;
import org.packetwalk.diagram.StackPicture.Wire;

/** Finds the way of a packet through the picture: the track its token runs on and the trail it leaves. */
final class Trails {
    private static final double CORNER = 10;
    private static final int ARC_STEPS = 6;

    private final StackPicture picture;
    private final Surroundings surroundings;
    private final StackMetrics metrics;

    Trails(StackPicture picture, Surroundings surroundings, StackMetrics metrics) {
        this.picture = picture;
        this.surroundings = surroundings;
        this.metrics = metrics;
    }

    Track track(Traveller traveller) {
        if (traveller.way().isEmpty()) {
            return Track.EMPTY;
        }
        var points = new ArrayList<Point>();
        var marks = new ArrayList<Track.Mark>();
        Size token = new Tokens(metrics).size(traveller);
        Stop first = traveller.way().get(0);
        points.add(center(first));
        marks.add(new Track.Mark(first, 0, rest(first, token)));
        double length = 0;
        for (int i = 1; i < traveller.way().size(); i++) {
            Stop from = traveller.way().get(i - 1);
            Stop to = traveller.way().get(i);
            for (Point point : leg(from, to)) {
                double step = points.get(points.size() - 1).distance(point);
                if (step > 0.01) {
                    points.add(point);
                    length += step;
                }
            }
            marks.add(new Track.Mark(to, length, rest(to, token)));
        }
        return new Track(points, marks);
    }

    /** The box of a station. */
    Rect box(Stop.AtStation at) {
        return surroundings.frame(at.host()).stations().get(at.station());
    }

    /** The place of a stop on the trail. */
    Point center(Stop stop) {
        return stop.accept(new Centers());
    }

    /** Where the token rests at a stop: in the gutter beside a station, on the way everywhere else. */
    Point rest(Stop stop, Size token) {
        return stop.accept(new Rests(token));
    }

    private final class Centers implements Stop.Visitor<Point> {
        @Override
        public Point station(Stop.AtStation at) {
            return box(at).center();
        }

        @Override
        public Point device(Stop.AtDevice at) {
            HostFrame frame = surroundings.frame(at.host());
            return isLoopback(frame, at.device())
                    ? new Point(frame.middleX(), frame.belt().bottom())
                    : surroundings.port(at.host(), at.device()).center();
        }

        @Override
        public Point wire(Stop.OnWire on) {
            Wire wire = Trails.this.wire(on.wire());
            double from = surroundings.port(wire.fromHost(), wire.fromDevice()).centerX();
            double to = surroundings.port(wire.toHost(), wire.toDevice()).centerX();
            return new Point((from + to) / 2, surroundings.wireY(wire.id()));
        }

        /** On the edge of the closed host where its line arrives. */
        @Override
        public Point outside(Stop.AtOutside at) {
            OutsideHost host = closed(at);
            Rect port = surroundings.port(host.host(), host.device());
            Rect place = surroundings.outsidePlaces().get(at.name());
            if (place == null) {
                return new Point(port.centerX(), port.bottom() + 12);
            }
            List<Point> way = Surroundings.way(port, place);
            return way.get(way.size() - 1);
        }
    }

    private final class Rests implements Stop.Visitor<Point> {
        private final Size token;

        private Rests(Size token) {
            this.token = token;
        }

        @Override
        public Point station(Stop.AtStation at) {
            Rect box = box(at);
            Point center = box.center();
            if (at.station() == Station.FORWARD) {
                return new Point(center.x(), box.bottom() + 4 + token.height() / 2);
            }
            if (metrics.gutter() > 0) {
                return beside(box, !at.station().sends(), 8);
            }
            return restsBetween(at.station()) ? beside(box, at.station().sends(), 12) : center;
        }

        private Point beside(Rect box, boolean right, double gap) {
            double away = gap + token.width() / 2;
            return new Point(right ? box.right() + away : box.x() - away, box.centerY());
        }

        @Override
        public Point device(Stop.AtDevice at) {
            HostFrame frame = surroundings.frame(at.host());
            Point center = center(at);
            if (isLoopback(frame, at.device())) {
                return center.plus(0, 3);
            }
            Rect port = surroundings.port(at.host(), at.device());
            boolean below = metrics.below() >= token.height() + 30;
            double y = below ? port.bottom() + 8 + token.height() / 2 : port.y() - 4 - token.height() / 2;
            return new Point(center.x(), y);
        }

        @Override
        public Point wire(Stop.OnWire on) {
            return center(on);
        }

        /** On the line, just before the closed host. */
        @Override
        public Point outside(Stop.AtOutside at) {
            Point edge = center(at);
            Rect place = surroundings.outsidePlaces().get(at.name());
            if (place == null || Math.abs(edge.y() - place.centerY()) > 1) {
                return edge.plus(0, token.height() / 2);
            }
            double away = 8 + token.width() / 2;
            return edge.plus(edge.x() <= place.x() ? -away : away, 0);
        }
    }

    private OutsideHost closed(Stop.AtOutside at) {
        return picture.outside().stream()
                .filter(host -> host.id().equals(at.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no closed host is called " + at.name()));
    }

    /** Without gutters a token rests between the columns, except where the tables stand. */
    static boolean restsBetween(Station station) {
        return switch (station.layer()) {
            case APPLICATION, TRANSPORT, LINK -> true;
            case NETWORK, HOOK -> false;
        };
    }

    private static boolean isLoopback(HostFrame frame, String device) {
        return frame.host().devices().stream()
                .anyMatch(view -> view.loopback() && view.name().equals(device));
    }

    private Wire wire(String id) {
        return picture.wires().stream()
                .filter(wire -> wire.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no wire is called " + id));
    }

    /** The way from one stop to the next, without its first point. */
    private List<Point> leg(Stop from, Stop to) {
        Point a = center(from);
        Point b = center(to);
        if (from instanceof Stop.AtStation start
                && to instanceof Stop.AtStation end
                && start.host().equals(end.host())) {
            return betweenStations(surroundings.frame(start.host()), start.station(), end.station(), a, b);
        }
        if (from instanceof Stop.AtStation start && to instanceof Stop.AtDevice end) {
            HostFrame frame = surroundings.frame(start.host());
            if (isLoopback(frame, end.device())) {
                Rect belt = frame.belt();
                Point foot = new Point(a.x(), belt.centerY());
                List<Point> under = new DeviceShapes(frame).underBelt();
                return join(
                        rounded(List.of(a, foot, new Point(belt.x(), belt.centerY()))),
                        under.subList(0, under.size() / 2),
                        List.of(b));
            }
            return rounded(List.of(a, new Point(a.x(), frame.busY()), new Point(b.x(), frame.busY()), b));
        }
        if (from instanceof Stop.AtDevice start && to instanceof Stop.AtStation end) {
            HostFrame frame = surroundings.frame(start.host());
            if (isLoopback(frame, start.device())) {
                Rect belt = frame.belt();
                List<Point> under = new DeviceShapes(frame).underBelt();
                return join(
                        under.subList(under.size() / 2, under.size()),
                        rounded(List.of(new Point(belt.right(), belt.centerY()), new Point(b.x(), belt.centerY()), b)));
            }
            return rounded(List.of(a, new Point(a.x(), frame.busY()), new Point(b.x(), frame.busY()), b));
        }
        if (from instanceof Stop.AtDevice start
                && to instanceof Stop.AtDevice
                && start.host().equals(((Stop.AtDevice) to).host())) {
            double bus = surroundings.frame(start.host()).busY();
            return rounded(List.of(a, new Point(a.x(), bus), new Point(b.x(), bus), b));
        }
        // below the cards everything runs level and turns once
        boolean rising = a.y() > b.y();
        return rounded(List.of(a, rising ? new Point(b.x(), a.y()) : new Point(a.x(), b.y()), b));
    }

    private List<Point> betweenStations(HostFrame frame, Station start, Station end, Point a, Point b) {
        if (end == Station.FORWARD) {
            Point turn = frame.forwardTurn();
            return rounded(List.of(a, new Point(a.x(), turn.y()), turn, new Point(turn.x(), b.y()), b));
        }
        if (start == Station.FORWARD) {
            return rounded(List.of(a, new Point(b.x(), a.y()), b));
        }
        if (start.sends() != end.sends()) {
            // a copy turned back before the device: above the device band, not through lo
            double level = frame.deviceTop() - 4;
            double out = start.sends() ? frame.innerLeft() + 9 : frame.innerRight() - 9;
            double in = start.sends() ? frame.innerRight() - 9 : frame.innerLeft() + 9;
            return rounded(List.of(
                    a, new Point(out, a.y()), new Point(out, level), new Point(in, level), new Point(in, b.y()), b));
        }
        return List.of(b);
    }

    private static List<Point> join(List<Point> first, List<Point> second, List<Point> third) {
        return join(join(first, second), third);
    }

    private static List<Point> join(List<Point> first, List<Point> second) {
        var points = new ArrayList<>(first);
        points.addAll(second);
        return points;
    }

    /** The corners rounded with short straight steps, so that a token can be placed by length. */
    static List<Point> rounded(List<Point> corners) {
        var points = new ArrayList<Point>();
        points.add(corners.get(0));
        for (int i = 1; i < corners.size() - 1; i++) {
            Point corner = corners.get(i);
            Point before = corners.get(i - 1);
            Point after = corners.get(i + 1);
            double in = corner.distance(before);
            double out = corner.distance(after);
            double r = Math.min(CORNER, Math.min(in, out) / 2);
            if (r < 0.5) {
                points.add(corner);
                continue;
            }
            Point start = corner.towards(before, r / in);
            Point end = corner.towards(after, r / out);
            for (int step = 0; step <= ARC_STEPS; step++) {
                double t = (double) step / ARC_STEPS;
                Point one = start.towards(corner, t);
                Point two = corner.towards(end, t);
                points.add(one.towards(two, t));
            }
        }
        points.add(corners.get(corners.size() - 1));
        return points;
    }
}
