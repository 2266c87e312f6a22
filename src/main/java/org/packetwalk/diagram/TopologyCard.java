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
    /** From the edge of the card to its ports. */
    static final double EDGE = 14;

    private static final double HEAD = 36;
    private static final double ROW = 34;
    private static final double PORT_HEIGHT = 28;
    private static final double LOOP = 56;
    private static final double BRIDGE_GAP = 12;
    private static final double LANE = 7;
    private static final double LEAST_WIDTH = 200;
    private static final double MOST_HEAD = 330;

    TopologyCard {
        ports = Collections.unmodifiableMap(new LinkedHashMap<>(ports));
    }

    /** Ports with a cable to the right stand on the right, all others on the left. */
    static TopologyCard of(ClosedHost host, List<String> toTheRight) {
        List<Port> devices = host.ports().stream()
                .filter(port -> port.kind() == Port.Kind.OTHER)
                .toList();
        List<Port> bridges = host.ports().stream()
                .filter(port -> port.kind() == Port.Kind.BRIDGE)
                .toList();
        boolean loops = host.ports().stream().anyMatch(Port::loopback);
        List<Port> right = devices.stream()
                .filter(port -> toTheRight.contains(port.device()))
                .toList();
        List<Port> left = devices.stream().filter(port -> !right.contains(port)).toList();
        double leftWidth = left.stream().mapToDouble(TopologyCard::width).max().orElse(0);
        double rightWidth =
                right.stream().mapToDouble(TopologyCard::width).max().orElse(0);
        double head = TextWidth.of(host.name(), NAME) + TextWidth.of(host.summary(), SUMMARY) + 2 * EDGE + 20;
        double body = 2 * EDGE + leftWidth + rightWidth + (loops ? LOOP : 0) + 20;
        double below = bridges.stream().mapToDouble(port -> width(port) + 12).sum() + 2 * EDGE;
        double width = Math.max(Math.max(LEAST_WIDTH, below), Math.max(body, Math.min(MOST_HEAD, head)));
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
        double bridgeX = (width - below) / 2 + EDGE + 6;
        for (Port bridge : bridges) {
            ports.put(bridge.device(), new Rect(bridgeX, HEAD + rows * ROW + BRIDGE_GAP, width(bridge), PORT_HEIGHT));
            bridgeX += width(bridge) + 12;
        }
        double height = HEAD + rows * ROW + 6 + (bridges.isEmpty() ? 0 : ROW + BRIDGE_GAP);
        return new TopologyCard(host, new Size(width, height), ports);
    }

    /** From a port to the bridge it belongs to: inwards, then down. */
    private Path toBridge(Port port, Rect card) {
        Rect place = port(port.device(), card);
        Rect bridge = port(port.bridge(), card);
        boolean onTheLeft = place.centerX() < card.center().x();
        double edge = onTheLeft ? place.right() : place.x();
        double lane = edge + (onTheLeft ? LANE : -LANE);
        double side = lane < bridge.centerX() ? bridge.x() : bridge.right();
        return Path.through(
                Trails.rounded(List.of(
                        new Point(edge, place.centerY()),
                        new Point(lane, place.centerY()),
                        new Point(lane, bridge.centerY()),
                        new Point(side, bridge.centerY()))),
                Stroke.solid(Palette.L2, 2));
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
        host.ports().stream()
                .filter(port -> ports.containsKey(port.bridge()))
                .forEach(port -> shapes.add(toBridge(port, card)));
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
            boolean bridge = port.kind() == Port.Kind.BRIDGE;
            Palette ground = bridge ? Palette.L2_TINT : Palette.DEV_TINT;
            shapes.add(new Box(place, bridge ? 14 : 5, absent ? Palette.SURFACE : ground, edge));
            shapes.add(Label.of(
                    Text.literal(port.device()), new Point(place.centerX(), line), Anchor.MIDDLE, PORT, letters));
        }
        return new Group(
                Subject.device(host.id(), port.device()),
                Group.Role.DEVICE,
                Word.ACCESSIBLE_DEVICE.text(
                        Text.literal(port.device()),
                        Text.NONE,
                        port.state().word().text()),
                place,
                shapes);
    }
}
