package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.packetwalk.diagram.DiagramLayout.Journey;
import org.packetwalk.diagram.Label.Anchor;
import org.packetwalk.diagram.StackPicture.Traveller;
import org.packetwalk.diagram.TopologyPicture.Cable;
import org.packetwalk.diagram.TopologyPicture.ClosedHost;
import org.packetwalk.diagram.TopologyPicture.Position;

/**
 * Lays out the topology: hosts as cards in columns, cables between their ports, packets on the cables. A canvas less high than
 * two cards gives the film strip of one row. A pure function of picture and size.
 */
public final class TopologyDiagram {
    private static final double MARGIN = 16;
    private static final double LEAST_GAP = 84;
    private static final double MOST_GAP = 170;
    private static final double ROW_GAP = 58;
    private static final double STRIP = 150;
    private static final double LANE = 12;
    private static final double TRAIL = 5;
    private static final int CABLE_LETTERS = 10;
    private static final TextStyle CABLE = TextStyle.of(TextRole.CAPTION);

    private final TopologyPicture picture;
    private final Map<String, TopologyCard> cards = new LinkedHashMap<>();
    private final Map<String, Rect> places = new LinkedHashMap<>();
    private final Map<String, List<Point>> ways = new LinkedHashMap<>();
    private static final double APART = 3;

    private final Tokens tokens =
            new Tokens(20, 1, TextStyle.of(TextRole.HEADER_BLOCK), TextStyle.of(TextRole.OUTSIDE_NAME));

    private TopologyDiagram(TopologyPicture picture) {
        this.picture = picture;
    }

    /** The layout of a picture. The drawing is larger than the canvas when the cards need more room. */
    public static DiagramLayout layout(TopologyPicture picture, Size size) {
        return new TopologyDiagram(picture).layout(size);
    }

    private DiagramLayout layout(Size size) {
        List<List<List<ClosedHost>>> networks = new TopologyColumns(picture).networks();
        if (size.height() < STRIP) {
            networks = List.of(networks.stream()
                    .flatMap(network -> network.stream().flatMap(List::stream))
                    .map(List::of)
                    .toList());
        }
        cards(columns(networks));
        Size laidOut = place(networks, size);
        if (positions()) {
            turn();
        }
        Size needed = around(laidOut);
        for (int i = 0; i < picture.cables().size(); i++) {
            ways.put(picture.cables().get(i).id(), way(picture.cables().get(i), i));
        }
        var shapes = new ArrayList<Shape>();
        picture.cables().forEach(cable -> shapes.add(cable(cable)));
        var taken = new ArrayList<Rect>();
        List<Journey> journeys = picture.travellers().stream()
                .filter(traveller -> !traveller.way().isEmpty())
                .map(traveller -> journey(traveller, taken))
                .toList();
        journeys.forEach(journey -> shapes.add(trail(journey)));
        cards.forEach((id, card) -> shapes.add(card.draw(places.get(id))));
        journeys.stream()
                .filter(journey -> journey.traveller().fate() != Traveller.Fate.GONE)
                .forEach(journey -> shapes.add(journey.token()));
        List<Subject> order = picture.hosts().stream()
                .flatMap(host -> Stream.concat(
                        Stream.of(Subject.host(host.id())),
                        host.ports().stream().map(port -> Subject.device(host.id(), port.device()))))
                .toList();
        return new DiagramLayout(new Drawing(needed, shapes), subjects(shapes), journeys, order);
    }

    private static Map<String, Double> columns(List<List<List<ClosedHost>>> networks) {
        var column = new LinkedHashMap<String, Double>();
        for (List<List<ClosedHost>> network : networks) {
            for (int i = 0; i < network.size(); i++) {
                for (ClosedHost host : network.get(i)) {
                    column.put(host.id(), (double) i);
                }
            }
        }
        return column;
    }

    /** Large enough for hosts that were moved out of the canvas, too. */
    private Size around(Size laidOut) {
        double right = places.values().stream().mapToDouble(Rect::right).max().orElse(0) + MARGIN;
        double bottom = places.values().stream().mapToDouble(Rect::bottom).max().orElse(0) + MARGIN;
        return new Size(Math.max(laidOut.width(), right), Math.max(laidOut.height(), bottom));
    }

    /** Hosts that were moved may stand on another side of each other: their ports look there now. */
    private void turn() {
        var middles = new LinkedHashMap<String, Double>();
        places.forEach((host, place) -> middles.put(host, place.centerX()));
        cards(middles);
        places.replaceAll((host, place) -> new Rect(
                place.x(),
                place.y(),
                cards.get(host).size().width(),
                cards.get(host).size().height()));
    }

    /** A port looks to the side on which the other end of its cable stands. */
    private void cards(Map<String, Double> column) {
        for (ClosedHost host : picture.hosts()) {
            var right = new ArrayList<String>();
            for (Cable cable : picture.cables()) {
                double from = column.getOrDefault(cable.fromHost(), 0.0);
                double to = column.getOrDefault(cable.toHost(), 0.0);
                if (cable.fromHost().equals(host.id()) && to >= from) {
                    right.add(cable.fromDevice());
                }
                if (cable.toHost().equals(host.id()) && from >= to) {
                    right.add(cable.toDevice());
                }
            }
            cards.put(host.id(), TopologyCard.of(host, right));
        }
    }

    private Size place(List<List<List<ClosedHost>>> networks, Size size) {
        double y = MARGIN / 8;
        double widest = size.width();
        double total = networks.stream().mapToDouble(this::height).sum() + ROW_GAP * (networks.size() - 1);
        y = Math.max(y, (size.height() - total) / 2);
        for (List<List<ClosedHost>> network : networks) {
            double cardsWidth = network.stream().mapToDouble(this::width).sum();
            double gaps = Math.max(1, network.size() - 1);
            double gap = Math.min(MOST_GAP, Math.max(LEAST_GAP, (size.width() - 2 * MARGIN - cardsWidth) / gaps));
            double used = cardsWidth + gap * (network.size() - 1);
            double x = Math.max(MARGIN, (size.width() - used) / 2);
            double height = height(network);
            for (List<ClosedHost> column : network) {
                double width = width(column);
                double top = y + (height - height(List.of(column))) / 2;
                for (ClosedHost host : column) {
                    Size card = cards.get(host.id()).size();
                    places.put(host.id(), new Rect(x + (width - card.width()) / 2, top, card.width(), card.height()));
                    top += card.height() + ROW_GAP;
                }
                x += width + gap;
            }
            widest = Math.max(widest, x - gap + MARGIN);
            y += height + ROW_GAP;
        }
        return new Size(widest, Math.max(size.height(), y - ROW_GAP + 2));
    }

    /** Puts the hosts where the author of the lab has put them; whether there are any. */
    private boolean positions() {
        for (Position position : picture.positions()) {
            places.computeIfPresent(
                    position.host(), (host, old) -> new Rect(position.x(), position.y(), old.width(), old.height()));
        }
        return !picture.positions().isEmpty();
    }

    private double width(List<ClosedHost> column) {
        return column.stream()
                .mapToDouble(host -> cards.get(host.id()).size().width())
                .max()
                .orElse(0);
    }

    private double height(List<List<ClosedHost>> network) {
        return network.stream()
                .mapToDouble(column -> column.stream()
                                .mapToDouble(host -> cards.get(host.id()).size().height() + ROW_GAP)
                                .sum()
                        - ROW_GAP)
                .max()
                .orElse(0);
    }

    private Rect port(String host, String device) {
        Rect place = places.get(host);
        return place == null ? new Rect(0, 0, 0, 0) : cards.get(host).port(device, place);
    }

    /** From the side of one port to the side of the other; parallel cables turn in lanes of their own. */
    private List<Point> way(Cable cable, int index) {
        Rect from = port(cable.fromHost(), cable.fromDevice());
        Rect to = port(cable.toHost(), cable.toDevice());
        Rect fromCard = places.getOrDefault(cable.fromHost(), from);
        Rect toCard = places.getOrDefault(cable.toHost(), to);
        double lane = LANE * (index % 4);
        boolean rightwards = fromCard.right() <= toCard.x();
        boolean leftwards = toCard.right() <= fromCard.x();
        if (rightwards || leftwards) {
            Point a = new Point(rightwards ? from.right() : from.x(), from.centerY());
            Point b = new Point(rightwards ? to.x() : to.right(), to.centerY());
            if (Math.abs(a.y() - b.y()) < 1) {
                return List.of(a, new Point(b.x(), a.y()));
            }
            double gapStart = rightwards ? fromCard.right() : toCard.right();
            double gapEnd = rightwards ? toCard.x() : fromCard.x();
            double x = (gapStart + gapEnd) / 2 + lane - 1.5 * LANE;
            return Trails.rounded(List.of(a, new Point(x, a.y()), new Point(x, b.y()), b));
        }
        double x = Math.max(fromCard.right(), toCard.right()) + 20 + lane;
        return Trails.rounded(List.of(
                new Point(from.right(), from.centerY()),
                new Point(x, from.centerY()),
                new Point(x, to.centerY()),
                new Point(to.right(), to.centerY())));
    }

    private Group cable(Cable cable) {
        List<Point> way = ways.get(cable.id());
        boolean absent = cable.state().absent();
        Stroke stroke = Stroke.solid(absent ? Palette.LINE2 : Palette.DEV, 2.4)
                .styled(absent ? LineStyle.PATH_NOT_TAKEN : LineStyle.SOLID);
        return new Group(
                Subject.wire(cable.id()),
                Group.Role.WIRE,
                Word.ACCESSIBLE_CABLE.text(
                        Text.literal(cable.fromHost() + " " + cable.fromDevice()),
                        Text.literal(cable.toHost() + " " + cable.toDevice())),
                around(way),
                List.of(
                        Path.through(way, stroke),
                        Label.of(
                                cable.kind(),
                                name(way, TextWidth.of(cable.kind(), CABLE, CABLE_LETTERS)),
                                Anchor.MIDDLE,
                                CABLE,
                                Palette.INK3)));
    }

    /** Above the upper end of a cable, so that it neither crosses the line nor lies on a card where the gap has room for it. */
    private static Point name(List<Point> way, double width) {
        Point a = way.get(0);
        Point b = way.get(way.size() - 1);
        double left = Math.min(a.x(), b.x());
        double right = Math.max(a.x(), b.x());
        Point upper = a.y() < b.y() ? a : b;
        double room = TopologyCard.EDGE + APART + width / 2;
        if (way.stream().anyMatch(point -> point.x() > right + 1)) {
            // it goes round beside two cards that stand above each other
            return track(way, List.of()).at(length(way) * 0.22).plus(0, -10);
        }
        double x = Math.abs(a.y() - b.y()) < 1 || right - left < 2 * room
                ? (left + right) / 2
                : upper.x() > (left + right) / 2 ? right - room : left + room;
        return new Point(x, upper.y() - 10);
    }

    /** A token that would lie on another one stands below it. */
    private Journey journey(Traveller traveller, List<Rect> taken) {
        Size size = tokens.size(traveller);
        var points = new ArrayList<Point>();
        var marks = new ArrayList<Track.Mark>();
        double length = 0;
        Stop before = traveller.way().get(0);
        points.add(before.accept(new Centers()));
        for (Stop stop : traveller.way()) {
            for (Point point : leg(before, stop)) {
                double step = points.get(points.size() - 1).distance(point);
                if (step > 0.01) {
                    points.add(point);
                    length += step;
                }
            }
            marks.add(new Track.Mark(stop, length, stop.accept(new Rests(size))));
            before = stop;
        }
        Point rest = marks.get(marks.size() - 1).rest();
        if (traveller.fate() != Traveller.Fate.GONE) {
            Rect place = Rect.centered(rest, size.width(), size.height());
            for (Rect other : taken) {
                rest = rest.plus(0, place.overlaps(other) ? other.bottom() + APART - place.y() : 0);
                place = Rect.centered(rest, size.width(), size.height());
            }
            taken.add(place);
        }
        return new Journey(traveller, new Track(points, marks), tokens.token(traveller, rest, Tokens.Arrow.NONE));
    }

    /** Half of the cable when one end of the leg is on it, else straight. */
    private List<Point> leg(Stop from, Stop to) {
        Point end = to.accept(new Centers());
        boolean onto = to instanceof Stop.OnWire;
        if (!onto && !(from instanceof Stop.OnWire)) {
            return List.of(end);
        }
        Subject wire = onto ? to.subject() : from.subject();
        Point outer = onto ? from.accept(new Centers()) : end;
        for (Cable cable : picture.cables()) {
            if (Subject.wire(cable.id()).equals(wire)) {
                var way = new ArrayList<>(ways.get(cable.id()));
                boolean startsHere =
                        way.get(0).distance(outer) <= way.get(way.size() - 1).distance(outer);
                // walked towards the middle when going onto the cable, away from it when leaving
                if (startsHere != onto) {
                    java.util.Collections.reverse(way);
                }
                double half = length(way) / 2;
                var walked = new ArrayList<Point>(onto ? track(way, List.of()).upTo(half) : after(way, half));
                if (!onto) {
                    walked.add(end);
                }
                return walked;
            }
        }
        return List.of(end);
    }

    private static List<Point> after(List<Point> way, double length) {
        var back = new ArrayList<>(way);
        java.util.Collections.reverse(back);
        var rest = new ArrayList<>(track(back, List.of()).upTo(length(way) - length));
        java.util.Collections.reverse(rest);
        return rest;
    }

    private static Track track(List<Point> points, List<Track.Mark> marks) {
        return new Track(points, marks);
    }

    private static double length(List<Point> points) {
        return track(points, List.of()).length();
    }

    private final class Centers implements Stop.Visitor<Point> {
        @Override
        public Point station(Stop.AtStation at) {
            return places.getOrDefault(at.host(), new Rect(0, 0, 0, 0)).center();
        }

        @Override
        public Point device(Stop.AtDevice at) {
            return port(at.host(), at.device()).center();
        }

        @Override
        public Point wire(Stop.OnWire on) {
            List<Point> way = ways.getOrDefault(on.wire(), List.of(new Point(0, 0)));
            return track(way, List.of()).at(length(way) / 2);
        }

        @Override
        public Point outside(Stop.AtOutside at) {
            return places.getOrDefault(at.name(), new Rect(0, 0, 0, 0)).center();
        }
    }

    /** On a cable the token lies on it, in a host it hangs below the card. */
    private final class Rests implements Stop.Visitor<Point> {
        private final Size token;

        private Rests(Size token) {
            this.token = token;
        }

        private Point below(String host, double x) {
            Rect card = places.getOrDefault(host, new Rect(0, 0, 0, 0));
            double half = Math.min(token.width(), card.width()) / 2;
            double inside = Math.max(card.x() + half, Math.min(card.right() - half, x));
            return new Point(inside, card.bottom() + 4 + token.height() / 2);
        }

        @Override
        public Point station(Stop.AtStation at) {
            return below(at.host(), at.accept(new Centers()).x());
        }

        @Override
        public Point device(Stop.AtDevice at) {
            return below(at.host(), at.accept(new Centers()).x());
        }

        @Override
        public Point wire(Stop.OnWire on) {
            return on.accept(new Centers());
        }

        @Override
        public Point outside(Stop.AtOutside at) {
            return below(at.name(), at.accept(new Centers()).x());
        }
    }

    private static Group trail(Journey journey) {
        int number = journey.traveller().number();
        return new Group(
                Subject.trail(number),
                Group.Role.TRAIL,
                Text.NONE,
                around(journey.track().points()),
                List.of(journey.trail(journey.track().length(), TRAIL)));
    }

    private static Rect around(List<Point> points) {
        Rect bounds = new Rect(points.get(0).x(), points.get(0).y(), 0, 0);
        for (Point point : points) {
            bounds = bounds.union(new Rect(point.x(), point.y(), 0, 0));
        }
        return bounds;
    }

    private static Map<Subject, Rect> subjects(List<Shape> shapes) {
        var subjects = new LinkedHashMap<Subject, Rect>();
        for (Shape shape : shapes) {
            if (shape instanceof Group group) {
                subjects.put(group.subject(), group.bounds());
                subjects.putAll(subjects(group.shapes()));
            }
        }
        return subjects;
    }
}
