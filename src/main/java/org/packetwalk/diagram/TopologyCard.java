package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.packetwalk.diagram.Label.Anchor;
import org.packetwalk.diagram.Label.Cut;
import org.packetwalk.diagram.TopologyPicture.ClosedHost;
import org.packetwalk.diagram.TopologyPicture.HostState;
import org.packetwalk.diagram.TopologyPicture.Port;

/** A closed host on the topology: its size, where its ports stand in it, and how it is drawn. */
record TopologyCard(ClosedHost host, Size size, Map<String, Rect> ports) {
    private static final TextStyle NAME = new TextStyle(TextRole.DEVICE, 15.5);
    private static final TextStyle SUMMARY = new TextStyle(TextRole.CAPTION, 13);
    private static final TextStyle PORT = new TextStyle(TextRole.HOOK_FORWARD, 13.5);
    private static final double EDGE = 14;
    private static final double HEAD = 36;
    private static final double ROW = 34;
    private static final double PORT_HEIGHT = 28;
    private static final double LOOP = 56;
    private static final double LEAST_WIDTH = 200;
    private static final double MOST_HEAD = 330;

    TopologyCard {
        ports = Collections.unmodifiableMap(new LinkedHashMap<>(ports));
    }

    /** Ports with a cable to the right stand on the right, all others on the left. */
    static TopologyCard of(ClosedHost host, List<String> toTheRight) {
        List<Port> devices =
                host.ports().stream().filter(port -> !port.loopback()).toList();
        boolean loops = devices.size() < host.ports().size();
        List<Port> right = devices.stream()
                .filter(port -> toTheRight.contains(port.device()))
                .toList();
        List<Port> left = devices.stream().filter(port -> !right.contains(port)).toList();
        double leftWidth = left.stream().mapToDouble(TopologyCard::width).max().orElse(0);
        double rightWidth =
                right.stream().mapToDouble(TopologyCard::width).max().orElse(0);
        double head = TextWidth.of(host.name(), NAME) + TextWidth.of(host.summary(), SUMMARY) + 2 * EDGE + 20;
        double body = 2 * EDGE + leftWidth + rightWidth + (loops ? LOOP : 0) + 20;
        double width = Math.max(Math.max(LEAST_WIDTH, body), Math.min(MOST_HEAD, head));
        int rows = Math.max(1, Math.max(left.size(), right.size()));
        var ports = new LinkedHashMap<String, Rect>();
        for (int i = 0; i < left.size(); i++) {
            double w = width(left.get(i));
            ports.put(left.get(i).device(), new Rect(EDGE, HEAD + i * ROW, w, PORT_HEIGHT));
        }
        for (int i = 0; i < right.size(); i++) {
            double w = width(right.get(i));
            ports.put(right.get(i).device(), new Rect(width - EDGE - w, HEAD + i * ROW, w, PORT_HEIGHT));
        }
        if (loops) {
            double x = left.isEmpty() ? EDGE : EDGE + leftWidth + 12;
            host.ports().stream()
                    .filter(Port::loopback)
                    .forEach(lo -> ports.put(lo.device(), new Rect(x, HEAD, LOOP - 8, PORT_HEIGHT)));
        }
        return new TopologyCard(host, new Size(width, HEAD + rows * ROW + 6), ports);
    }

    private static double width(Port port) {
        return Math.max(52, TextWidth.of(port.device(), PORT) + 24);
    }

    /** The place of a port when the card stands here. */
    Rect port(String device, Rect card) {
        Rect port = ports.get(device);
        return port == null
                ? Rect.centered(card.center(), 0, 0)
                : new Rect(card.x() + port.x(), card.y() + port.y(), port.width(), port.height());
    }

    Group draw(Rect card) {
        boolean away = host.state() == HostState.NOT_REACHED || host.state() == HostState.DOWN;
        Stroke edge = switch (host.state()) {
            case FOCUSED -> Stroke.solid(Palette.INK, 2.4);
            case DEFAULT -> Stroke.solid(Palette.LINE2, 1.4);
            case NOT_REACHED, DOWN -> Stroke.solid(Palette.LINE2, 1.4).styled(LineStyle.NOT_REACHED);
        };
        Palette ink = away ? Palette.INK3 : Palette.INK;
        var shapes = new ArrayList<Shape>();
        shapes.add(new Box(card, 10, Palette.SURFACE, edge));
        double nameWidth = TextWidth.of(host.name(), NAME);
        shapes.add(
                Label.of(Text.literal(host.name()), new Point(card.x() + EDGE, card.y() + 25), Anchor.START, NAME, ink)
                        .within(card.width() - 2 * EDGE, Cut.END));
        Text beside = host.state() == HostState.DOWN ? Word.DOWN.text() : Text.literal(host.summary());
        shapes.add(Label.of(beside, new Point(card.right() - EDGE, card.y() + 25), Anchor.END, SUMMARY, Palette.INK3)
                .within(Math.max(0, card.width() - 2 * EDGE - nameWidth - 12), Cut.END));
        for (Port port : host.ports()) {
            shapes.add(port(port, port(port.device(), card), ink));
        }
        return new Group(
                Subject.host(host.id()),
                Group.Role.OUTSIDE,
                Word.ACCESSIBLE_DEVICE.text(
                        Text.literal(host.name()),
                        Text.literal(host.summary()),
                        host.state().word().text()),
                card,
                shapes);
    }

    private Group port(Port port, Rect place, Palette ink) {
        var shapes = new ArrayList<Shape>();
        boolean absent = port.state().absent();
        Palette letters = absent ? Palette.INK3 : ink;
        double line = place.centerY() + 5;
        if (port.loopback()) {
            Stroke stroke = Stroke.solid(absent ? Palette.LINE2 : Palette.DEV, 2.2);
            var loop = new ArrayList<Point>();
            for (int degrees = 180; degrees >= -90; degrees -= 6) {
                double angle = Math.toRadians(degrees);
                loop.add(new Point(place.x() + 10 + 8 * Math.cos(angle), place.centerY() + 1 + 8 * Math.sin(angle)));
            }
            Point end = loop.get(loop.size() - 1);
            shapes.add(Path.through(loop, stroke));
            shapes.add(Path.through(List.of(end.plus(3, -4.5), end.plus(-1.5, 0), end.plus(3, 4.5)), stroke));
            shapes.add(Label.of(
                    Text.literal(port.device()), new Point(place.x() + 26, line), Anchor.START, PORT, letters));
        } else {
            Stroke edge = Stroke.solid(
                            port.state().used() ? Palette.PKT_LINE : absent ? Palette.LINE2 : Palette.DEV,
                            port.state().used() ? 2.4 : 1.3)
                    .styled(absent ? LineStyle.NOT_REACHED : LineStyle.SOLID);
            shapes.add(new Box(place, 5, absent ? Palette.SURFACE : Palette.DEV_TINT, edge));
            shapes.add(Label.of(
                    Text.literal(port.device()), new Point(place.centerX(), line), Anchor.MIDDLE, PORT, letters));
        }
        return new Group(
                Subject.device(host.id(), port.device()),
                Group.Role.ROW,
                Word.ACCESSIBLE_DEVICE.text(
                        Text.literal(port.device()),
                        Text.NONE,
                        port.state().word().text()),
                place,
                shapes);
    }
}
