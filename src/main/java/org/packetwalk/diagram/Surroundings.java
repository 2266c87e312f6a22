package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.packetwalk.diagram.Label.Anchor;
import org.packetwalk.diagram.Label.Cut;
import org.packetwalk.diagram.StackPicture.OutsideHost;
import org.packetwalk.diagram.StackPicture.Wire;

/** Draws what lies below the opened hosts: closed hosts, the wire between two opened ones, and the line about the outside. */
final class Surroundings {
    private static final double LEAST_ROOM = 66;

    private final StackPicture picture;
    private final List<HostFrame> frames;
    private final StackMetrics metrics;
    private final Map<String, Rect> outside = new LinkedHashMap<>();
    private final Map<String, Double> wires = new LinkedHashMap<>();

    Surroundings(StackPicture picture, List<HostFrame> frames) {
        this.picture = picture;
        this.frames = frames;
        this.metrics = frames.get(0).metrics();
        placeOutside();
        for (Wire wire : drawableWires()) {
            wires.put(wire.id(), frames.get(0).wireLevel() + 16.0 * wires.size());
        }
    }

    /** Where each closed host stands; those for which there is no room are missing. */
    Map<String, Rect> outsidePlaces() {
        return outside;
    }

    /** The height at which a wire runs. */
    double wireY(String wire) {
        return wires.get(wire);
    }

    private List<Wire> drawableWires() {
        List<Wire> opened = picture.wires().stream()
                .filter(wire -> opened(wire.fromHost()) && opened(wire.toHost()))
                .toList();
        List<Wire> atPorts = opened.stream()
                .filter(wire -> hasPort(wire.fromHost(), wire.fromDevice()) && hasPort(wire.toHost(), wire.toDevice()))
                .toList();
        // where no end has a port of its own, as below a bridge, the wires begin at the belt
        return atPorts.isEmpty() ? opened : atPorts;
    }

    private boolean hasPort(String host, String device) {
        return frame(host).ports().containsKey(device);
    }

    /** Whether a host is drawn opened. */
    boolean opened(String host) {
        return frames.stream().anyMatch(frame -> frame.host().id().equals(host));
    }

    /** Whether a wire is drawn. */
    boolean drawn(String wire) {
        return wires.containsKey(wire);
    }

    HostFrame frame(String host) {
        return frames.stream()
                .filter(frame -> frame.host().id().equals(host))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no opened host is called " + host));
    }

    Rect port(String host, String device) {
        Rect port = frame(host).ports().get(device);
        return port == null ? frame(host).belt() : port;
    }

    private void placeOutside() {
        if (frames.size() > 1 || metrics.below() < LEAST_ROOM) {
            return;
        }
        HostFrame frame = frames.get(0);
        List<OutsideHost> hosts = picture.outside().stream()
                .filter(host -> host.host().equals(frame.host().id()))
                .filter(host -> frame.ports().containsKey(host.device()))
                .toList();
        double y = frame.card().bottom() + 22;
        if (hosts.size() > 2) {
            placeBelowPorts(frame, hosts, y + 8);
            return;
        }
        double half = (frame.receiveX() - frame.sendX()) / 2;
        boolean two = hosts.size() == 2;
        double w = two ? Math.min(232, half - 84) : 232;
        double away = two ? 64 : 150;
        for (OutsideHost host : hosts) {
            Rect port = frame.ports().get(host.device());
            boolean left = port.centerX() <= frame.middleX();
            double x = left ? port.centerX() + away : port.centerX() - away - w;
            outside.put(host.id(), new Rect(x, y, w, 42));
        }
    }

    /** More than two stand straight below their ports, no wider than the ports are apart. */
    private void placeBelowPorts(HostFrame frame, List<OutsideHost> hosts, double y) {
        List<Double> centers = hosts.stream()
                .map(host -> frame.ports().get(host.device()).centerX())
                .sorted()
                .toList();
        double apart = 232;
        for (int i = 1; i < centers.size(); i++) {
            apart = Math.min(apart, centers.get(i) - centers.get(i - 1));
        }
        double w = apart - 10;
        for (OutsideHost host : hosts) {
            double x = frame.ports().get(host.device()).centerX() - w / 2;
            double most = frame.card().right() - w;
            outside.put(host.id(), new Rect(Math.max(frame.card().x(), Math.min(most, x)), y, w, 34));
        }
    }

    List<Shape> draw() {
        var shapes = new ArrayList<Shape>();
        for (OutsideHost host : picture.outside()) {
            Rect place = outside.get(host.id());
            if (place != null) {
                Rect port = port(host.host(), host.device());
                boolean absent = host.state().absent();
                shapes.add(Path.rounded(
                        way(port, place),
                        10,
                        Stroke.solid(Palette.LINE2, 1.8).styled(absent ? LineStyle.PATH_NOT_TAKEN : LineStyle.SOLID)));
                shapes.add(closedHost(host, place));
            }
        }
        for (Wire wire : drawableWires()) {
            shapes.addAll(wire(wire));
        }
        line().forEach(shapes::add);
        return shapes;
    }

    /** The corners of the way from a port to a closed host. */
    static List<Point> way(Rect port, Rect place) {
        if (port.centerX() >= place.x() && port.centerX() <= place.right()) {
            return List.of(new Point(port.centerX(), port.bottom()), new Point(port.centerX(), place.y()));
        }
        double x = port.centerX() < place.x() ? place.x() : place.right();
        return List.of(
                new Point(port.centerX(), port.bottom()),
                new Point(port.centerX(), place.centerY()),
                new Point(x, place.centerY()));
    }

    private Group closedHost(OutsideHost host, Rect place) {
        boolean absent = host.state().absent();
        TextStyle name = metrics.style(TextRole.OUTSIDE_NAME);
        TextStyle address = metrics.style(TextRole.OUTSIDE_ADDRESS);
        Stroke edge = Stroke.solid(host.state().used() ? Palette.PKT_LINE : Palette.LINE2, 1.4)
                .styled(absent ? LineStyle.NOT_REACHED : LineStyle.SOLID);
        double y = place.centerY() + 5;
        double addressWidth = TextWidth.of(host.address(), address);
        double nameWidth = TextWidth.of(host.name(), name);
        var shapes = new ArrayList<Shape>();
        shapes.add(new Box(place, 8, Palette.SURFACE, edge));
        if (nameWidth + addressWidth + 44 > place.width()) {
            shapes.add(Label.of(
                            Text.literal(host.name()),
                            new Point(place.centerX(), y),
                            Anchor.MIDDLE,
                            name,
                            absent ? Palette.INK3 : Palette.INK)
                    .within(place.width() - 16, Cut.END));
        } else {
            shapes.add(Label.of(
                    Text.literal(host.name()),
                    new Point(place.x() + 16, y),
                    Anchor.START,
                    name,
                    absent ? Palette.INK3 : Palette.INK));
            shapes.add(Label.of(
                    Text.literal(host.address()),
                    new Point(place.right() - 14, y),
                    Anchor.END,
                    address,
                    absent ? Palette.INK3 : Palette.INK2));
        }
        return new Group(
                Subject.outside(host.id()),
                Group.Role.OUTSIDE,
                Word.ACCESSIBLE_DEVICE.text(
                        Text.literal(host.name()),
                        Text.literal(host.address()),
                        host.state().word().text()),
                place,
                shapes);
    }

    private List<Shape> wire(Wire wire) {
        Rect from = port(wire.fromHost(), wire.fromDevice());
        Rect to = port(wire.toHost(), wire.toDevice());
        double y = wireY(wire.id());
        Stroke stroke = wire.state().absent()
                ? Stroke.solid(Palette.LINE2, 2).styled(LineStyle.PATH_NOT_TAKEN)
                : Stroke.solid(Palette.DEV, 3);
        double left = Math.min(from.centerX(), to.centerX());
        double right = Math.max(from.centerX(), to.centerX());
        var shapes = new ArrayList<Shape>();
        shapes.add(Path.rounded(
                List.of(
                        new Point(from.centerX(), from.bottom()),
                        new Point(from.centerX(), y),
                        new Point(to.centerX(), y),
                        new Point(to.centerX(), to.bottom())),
                10,
                stroke));
        shapes.add(Label.of(
                wire.kind(), new Point(right - 34, y - 12), Anchor.END, metrics.style(TextRole.CAPTION), Palette.INK3));
        shapes.add(Label.of(
                wire.note(),
                new Point(left + 30, y + 22),
                Anchor.START,
                metrics.style(TextRole.FUNCTION),
                Palette.INK2));
        return shapes;
    }

    private List<Label> line() {
        if (picture.outsideLine().isEmpty()
                || frames.size() > 1
                || metrics.below() < LEAST_ROOM
                || outside.size() > 2) {
            return List.of();
        }
        HostFrame frame = frames.get(0);
        double right = outside.values().stream()
                .mapToDouble(Rect::right)
                .max()
                .orElse(frame.sendX() + frame.metrics().boxes().portWidth() / 2);
        for (OutsideHost host : picture.outside()) {
            if (outside.containsKey(host.id())) {
                right = Math.max(right, port(host.host(), host.device()).centerX());
            }
        }
        double x = right + 24;
        double room = frame.card().right() - x;
        // a line that is not read whole is none: that nothing was reached is drawn
        return Stream.of(TextRole.BODY_STRONG, TextRole.CAPTION)
                .map(metrics::style)
                .filter(style -> TextWidth.of(picture.outsideLine(), style, Word.length(picture.outsideLine())) <= room)
                .limit(1)
                .map(style -> Label.of(
                                picture.outsideLine(),
                                new Point(x, frame.card().bottom() + 45),
                                Anchor.START,
                                style,
                                Palette.INK2)
                        .within(room, Cut.END))
                .toList();
    }
}
