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
        return spot(stop).center();
    }

    private Spot spot(Stop stop) {
        return stop.accept(new Spots());
    }

    /** Where the token rests at a stop: in the gutter beside a station, on the way everywhere else. */
    Point rest(Stop stop, Size token) {
        return stop.accept(new Rests(token));
    }

    /** Whether a stop is in this picture: a packet may also come through hosts that are not opened. */
    boolean knows(Stop stop) {
        return stop.accept(new Known());
    }

    /** The way as far as it is in this picture. A packet that is elsewhere now has left its trail here, but not its token. */
    Traveller seen(Traveller traveller) {
        List<Stop> way = traveller.way().stream().filter(this::knows).toList();
        boolean here = way.equals(traveller.way())
                || !way.isEmpty()
                        && way.get(way.size() - 1)
                                .equals(traveller.way().get(traveller.way().size() - 1));
        return new Traveller(
                traveller.number(),
                way,
                traveller.blocks(),
                here ? traveller.fate() : Traveller.Fate.GONE,
                traveller.caption());
    }

    private static final double BETWEEN = 12;
    private static final double OVERLAP = 5;

    /** The kinds of places between which ways are drawn in their own manner. */
    private enum Zone {
        SENDING,
        RECEIVING,
        FORWARDING,
        LOOPBACK,
        PORT,
        BELOW
    }

    /** A place on a trail: the opened host it is in, or none. */
    private record Spot(String host, Zone zone, Point center) {}

    private final class Known implements Stop.Visitor<Boolean> {
        @Override
        public Boolean station(Stop.AtStation at) {
            return surroundings.opened(at.host());
        }

        @Override
        public Boolean device(Stop.AtDevice at) {
            return surroundings.opened(at.host());
        }

        @Override
        public Boolean wire(Stop.OnWire on) {
            return surroundings.drawn(on.wire());
        }

        @Override
        public Boolean outside(Stop.AtOutside at) {
            return picture.outside().stream()
                    .anyMatch(host -> host.id().equals(at.name()) && surroundings.opened(host.host()));
        }
    }

    private final class Spots implements Stop.Visitor<Spot> {
        @Override
        public Spot station(Stop.AtStation at) {
            Zone zone = at.station() == Station.FORWARD
                    ? Zone.FORWARDING
                    : at.station().sends() ? Zone.SENDING : Zone.RECEIVING;
            return new Spot(at.host(), zone, box(at).center());
        }

        @Override
        public Spot device(Stop.AtDevice at) {
            HostFrame frame = surroundings.frame(at.host());
            return isLoopback(frame, at.device())
                    ? new Spot(
                            at.host(),
                            Zone.LOOPBACK,
                            new Point(frame.middleX(), frame.belt().bottom()))
                    : new Spot(
                            at.host(),
                            Zone.PORT,
                            surroundings.port(at.host(), at.device()).center());
        }

        @Override
        public Spot wire(Stop.OnWire on) {
            Wire wire = Trails.this.wire(on.wire());
            double from = surroundings.port(wire.fromHost(), wire.fromDevice()).centerX();
            double to = surroundings.port(wire.toHost(), wire.toDevice()).centerX();
            return new Spot("", Zone.BELOW, new Point((from + to) / 2, surroundings.wireY(wire.id())));
        }

        /** On the edge of the closed host where its line arrives. */
        @Override
        public Spot outside(Stop.AtOutside at) {
            OutsideHost host = closed(at);
            Rect port = surroundings.port(host.host(), host.device());
            Rect place = surroundings.outsidePlaces().get(at.name());
            if (place == null) {
                return new Spot("", Zone.BELOW, new Point(port.centerX(), port.bottom() + 12));
            }
            List<Point> way = Surroundings.way(port, place);
            return new Spot("", Zone.BELOW, way.get(way.size() - 1));
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
            if (!restsBetween(at.station())) {
                return center;
            }
            HostFrame frame = surroundings.frame(at.host());
            boolean fits = token.width() + 2 * BETWEEN <= frame.innerRight() - frame.innerLeft();
            // what is too wide to stand between the columns hangs below the lowest stations, on the line to the devices
            boolean lowest = at.station().layer() == Station.Layer.LINK;
            return fits || !lowest
                    ? beside(box, at.station().sends(), BETWEEN)
                    : new Point(center.x(), box.bottom() - OVERLAP + token.height() / 2);
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

    /** The way from one stop to the next. */
    private List<Point> leg(Stop start, Stop end) {
        Spot from = spot(start);
        Spot to = spot(end);
        Point a = from.center();
        Point b = to.center();
        if (!from.host().equals(to.host())) {
            return betweenHosts(from, to, a, b);
        }
        if (from.zone() == Zone.BELOW) {
            return List.of(b);
        }
        HostFrame frame = surroundings.frame(from.host());
        return switch (to.zone()) {
            case LOOPBACK -> intoBelt(frame, a, b);
            case PORT -> alongBus(frame, a, b);
            case FORWARDING -> {
                Point turn = frame.forwardTurn();
                yield rounded(List.of(a, new Point(a.x(), turn.y()), turn, new Point(turn.x(), b.y()), b));
            }
            case SENDING, RECEIVING ->
                switch (from.zone()) {
                    case LOOPBACK -> outOfBelt(frame, b);
                    case PORT -> alongBus(frame, a, b);
                    case FORWARDING -> rounded(List.of(a, new Point(b.x(), a.y()), b));
                    case SENDING, RECEIVING -> betweenStations(frame, from, to);
                    case BELOW -> List.of(b);
                };
            case BELOW -> List.of(b);
        };
    }

    private List<Point> betweenHosts(Spot from, Spot to, Point a, Point b) {
        if (from.zone() == Zone.PORT && to.zone() == Zone.PORT) {
            double level = surroundings.frame(from.host()).wireLevel();
            return rounded(List.of(a, new Point(a.x(), level), new Point(b.x(), level), b));
        }
        // below the cards everything runs level and turns once
        boolean rising = a.y() > b.y();
        return rounded(List.of(a, rising ? new Point(b.x(), a.y()) : new Point(a.x(), b.y()), b));
    }

    private static List<Point> intoBelt(HostFrame frame, Point a, Point b) {
        Rect belt = frame.belt();
        List<Point> under = new DeviceShapes(frame).underBelt();
        List<Point> level = rounded(List.of(a, new Point(a.x(), belt.centerY()), new Point(belt.x(), belt.centerY())));
        return join(join(level, under.subList(0, under.size() / 2)), List.of(b));
    }

    private static List<Point> outOfBelt(HostFrame frame, Point b) {
        Rect belt = frame.belt();
        List<Point> under = new DeviceShapes(frame).underBelt();
        List<Point> level =
                rounded(List.of(new Point(belt.right(), belt.centerY()), new Point(b.x(), belt.centerY()), b));
        return join(under.subList(under.size() / 2, under.size()), level);
    }

    private static List<Point> alongBus(HostFrame frame, Point a, Point b) {
        return rounded(List.of(a, new Point(a.x(), frame.busY()), new Point(b.x(), frame.busY()), b));
    }

    private static List<Point> betweenStations(HostFrame frame, Spot from, Spot to) {
        Point a = from.center();
        Point b = to.center();
        boolean sends = from.zone() == Zone.SENDING;
        boolean below = a.y() > frame.transportTop() && b.y() > frame.linkTop();
        if (from.zone() == to.zone()) {
            return List.of(b);
        }
        if (!below) {
            return rounded(List.of(a, new Point(b.x(), a.y()), b));
        }
        // a copy turned back before the device: above the device band, not through lo
        double level = frame.deviceTop() - 4;
        double out = sends ? frame.innerLeft() + 9 : frame.innerRight() - 9;
        double in = sends ? frame.innerRight() - 9 : frame.innerLeft() + 9;
        return rounded(List.of(
                a, new Point(out, a.y()), new Point(out, level), new Point(in, level), new Point(in, b.y()), b));
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
