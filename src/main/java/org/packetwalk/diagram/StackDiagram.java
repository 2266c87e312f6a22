package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.packetwalk.diagram.DiagramLayout.Journey;
import org.packetwalk.diagram.HostFrame.Wired;
import org.packetwalk.diagram.StackPicture.OpenHost;
import org.packetwalk.diagram.StackPicture.StationView;
import org.packetwalk.diagram.StackPicture.Traveller;

/**
 * Lays out the stack view: each opened host as a U, its left column sending, its right column receiving, the tables between
 * the two routing decisions that ask them, lo at the bottom, all other devices on the lower edge. A pure function of picture,
 * size and density.
 */
public final class StackDiagram {
    /** In less width one host is opened, that of the packet; in less height there is no strip. */
    private static final double TWO_FROM = 800;

    private static final double STRIP_FROM = 560;

    private StackDiagram() {}

    /** The layout of a picture with at most two opened hosts; of more, the first two are drawn. */
    public static DiagramLayout layout(StackPicture whole, Size size, Density density) {
        boolean narrow = density == Density.COMPACT && size.width() < TWO_FROM;
        StackPicture picture = narrow ? whole.opened(1) : whole;
        List<OpenHost> hosts =
                picture.hosts().subList(0, Math.min(2, picture.hosts().size()));
        if (hosts.isEmpty()) {
            return new DiagramLayout(new Drawing(size, List.of()), new LinkedHashMap<>(), List.of(), List.of());
        }
        boolean strip = !picture.strip().hosts().isEmpty() && size.height() >= STRIP_FROM;
        double top = strip ? StripShapes.HEIGHT : 0;
        StackMetrics metrics = StackMetrics.of(density, hosts.size(), new Size(size.width(), size.height() - top));
        List<HostFrame> frames = frames(picture, hosts, metrics, 1 + top);
        var surroundings = new Surroundings(picture, frames);
        var trails = new Trails(picture, surroundings, metrics);
        List<Journey> journeys = journeys(picture, trails, metrics);
        var shapes = new ArrayList<Shape>();
        if (strip) {
            double room = size.width() - 2 * metrics.margin();
            shapes.addAll(new StripShapes(picture, metrics.margin(), room).draw());
        }
        frames.forEach(frame -> shapes.add(new CardShapes(frame).draw(takenBands(frame, metrics, journeys))));
        shapes.addAll(surroundings.draw());
        for (HostFrame frame : frames) {
            shapes.addAll(new Connectors(frame).draw());
            shapes.addAll(new DeviceShapes(frame).belt());
        }
        journeys.forEach(journey -> trail(journey, metrics, shapes));
        frames.forEach(frame -> host(frame, metrics, shapes));
        tokens(journeys, trails, metrics, shapes);
        Map<Subject, Rect> places = places(shapes);
        return new DiagramLayout(new Drawing(size, shapes), places, journeys, order(frames, places));
    }

    /** How thick a trail is drawn in a density. */
    public static double trailWidth(Density density) {
        return density == Density.PRESENTATION ? 8 : 5;
    }

    private static List<HostFrame> frames(
            StackPicture picture, List<OpenHost> hosts, StackMetrics metrics, double top) {
        var frames = new ArrayList<HostFrame>();
        for (int i = 0; i < hosts.size(); i++) {
            String id = hosts.get(i).id();
            boolean wired = picture.wires().stream()
                    .anyMatch(
                            wire -> wire.fromHost().equals(id) || wire.toHost().equals(id));
            Wired end = !wired ? Wired.NO : i == 0 ? Wired.BY_SENDER : Wired.BY_RECEIVER;
            double x = metrics.margin() + i * (metrics.card() + metrics.spacing());
            frames.add(HostFrame.of(hosts.get(i), metrics, x, top, end));
        }
        return frames;
    }

    /** The bands in which a token stands in the place of the label. */
    private static Set<Station.Layer> takenBands(HostFrame frame, StackMetrics metrics, List<Journey> journeys) {
        var taken = EnumSet.noneOf(Station.Layer.class);
        if (metrics.gutter() > 0) {
            return taken;
        }
        for (Journey journey : journeys) {
            List<Stop> way = journey.traveller().way();
            if (!way.isEmpty()
                    && journey.traveller().fate() != Traveller.Fate.GONE
                    && way.get(way.size() - 1) instanceof Stop.AtStation at
                    && at.host().equals(frame.host().id())) {
                taken.add(at.station().layer());
            }
        }
        return taken;
    }

    /** Down the left column, along the devices, up the right column; then FORWARD, then the tables. */
    private static List<Subject> order(List<HostFrame> frames, Map<Subject, Rect> places) {
        var order = new ArrayList<Subject>();
        for (HostFrame frame : frames) {
            String host = frame.host().id();
            for (Station station : Station.values()) {
                if (station == Station.RECEIVE) {
                    frame.host().devices().forEach(device -> order.add(Subject.device(host, device.name())));
                }
                order.add(Subject.station(host, station));
            }
            frame.host().tables().forEach(table -> order.add(Subject.table(host, table.id())));
        }
        return order.stream().filter(places::containsKey).toList();
    }

    private static void trail(Journey journey, StackMetrics metrics, List<Shape> shapes) {
        Path path = journey.trail(journey.track().length(), metrics.trail());
        List<Point> points = journey.track().points();
        Rect bounds = new Rect(points.get(0).x(), points.get(0).y(), 0, 0);
        for (Point point : points) {
            bounds = bounds.union(new Rect(point.x(), point.y(), 0, 0));
        }
        int number = journey.traveller().number();
        shapes.add(new Group(Subject.trail(number), Group.Role.TRAIL, Text.NONE, bounds, List.of(path)));
    }

    private static void host(HostFrame frame, StackMetrics metrics, List<Shape> shapes) {
        var stations = new StationShapes(frame);
        var tokens = new Tokens(metrics);
        shapes.addAll(new DeviceShapes(frame).ports());
        frame.host().stations().forEach(view -> shapes.add(stations.draw(view)));
        shapes.addAll(new TableShapes(frame).draw());
        if (metrics.gutter() > 0) {
            frame.host().stations().stream()
                    .filter(view -> view.state() == StationState.PASSED)
                    .filter(view -> view.station() != Station.FORWARD)
                    .forEach(view -> glyph(frame, view, tokens, shapes));
        }
    }

    /** The packet as it was when it left a station. */
    private static void glyph(HostFrame frame, StationView view, Tokens tokens, List<Shape> shapes) {
        Rect box = frame.stations().get(view.station());
        double x = view.station().sends() ? box.x() - 14 - tokens.width(view.packet()) : box.right() + 14;
        shapes.addAll(tokens.blocks(view.packet(), x, box.centerY()));
    }

    /** The packets with their tokens; a token that rests where another one does stands below it. */
    private static List<Journey> journeys(StackPicture picture, Trails trails, StackMetrics metrics) {
        var tokens = new Tokens(metrics);
        var occupied = new LinkedHashMap<Subject, Integer>();
        var journeys = new ArrayList<Journey>();
        for (Traveller whole : picture.travellers()) {
            Traveller traveller = trails.seen(whole);
            Track track = trails.track(traveller);
            if (track.marks().isEmpty()) {
                continue;
            }
            Track.Mark last = track.marks().get(track.marks().size() - 1);
            boolean gone = traveller.fate() == Traveller.Fate.GONE;
            int before = gone ? 0 : occupied.merge(last.stop().subject(), 1, Integer::sum) - 1;
            double dy = before * (tokens.size(traveller).height() + 4);
            Group token = tokens.token(traveller, last.rest().plus(0, dy), arrow(traveller, track, metrics));
            journeys.add(new Journey(traveller, track, token));
        }
        return journeys;
    }

    private static void tokens(List<Journey> journeys, Trails trails, StackMetrics metrics, List<Shape> shapes) {
        for (Journey journey : journeys) {
            Traveller traveller = journey.traveller();
            Stop stop = traveller.way().get(traveller.way().size() - 1);
            boolean hidden = metrics.gutter() == 0
                    && stop instanceof Stop.AtStation at
                    && !Trails.restsBetween(at.station())
                    && at.station() != Station.FORWARD;
            if (traveller.fate() == Traveller.Fate.GONE) {
                continue;
            }
            if (!hidden && !traveller.blocks().isEmpty()) {
                shapes.add(journey.token());
            }
            if (traveller.fate() == Traveller.Fate.DROPPED) {
                shapes.addAll(Tokens.cross(crossPlace(stop, trails)));
            }
        }
    }

    private static Tokens.Arrow arrow(Traveller traveller, Track track, StackMetrics metrics) {
        List<Track.Mark> marks = track.marks();
        Stop stop = marks.get(marks.size() - 1).stop();
        if (traveller.fate() == Traveller.Fate.WAITING) {
            return Tokens.Arrow.NONE;
        }
        if (stop instanceof Stop.AtStation at) {
            if (at.station() == Station.FORWARD) {
                return Tokens.Arrow.NONE;
            }
            return at.station().sends() == metrics.gutter() > 0 ? Tokens.Arrow.RIGHT : Tokens.Arrow.LEFT;
        }
        if (stop instanceof Stop.OnWire && marks.size() > 1) {
            boolean rightwards = marks.get(marks.size() - 2).rest().x()
                    < marks.get(marks.size() - 1).rest().x();
            return rightwards ? Tokens.Arrow.RIGHT : Tokens.Arrow.LEFT;
        }
        return Tokens.Arrow.NONE;
    }

    /** On the edge of the station where the packet came in. */
    private static Point crossPlace(Stop stop, Trails trails) {
        Point center = trails.center(stop);
        if (stop instanceof Stop.AtStation at) {
            Rect box = trails.box(at);
            if (at.station() == Station.FORWARD) {
                return new Point(box.right(), center.y());
            }
            return new Point(center.x(), at.station().sends() ? box.y() - 8 : box.bottom() + 8);
        }
        return center;
    }

    private static Map<Subject, Rect> places(List<Shape> shapes) {
        var places = new LinkedHashMap<Subject, Rect>();
        for (Shape shape : shapes) {
            if (shape instanceof Group group) {
                places.put(group.subject(), group.bounds());
                places.putAll(places(group.shapes()));
            }
        }
        return places;
    }
}
