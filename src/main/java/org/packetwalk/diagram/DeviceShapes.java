package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.diagram.Label.Anchor;
import org.packetwalk.diagram.Label.Cut;
import org.packetwalk.diagram.StackPicture.DeviceState;
import org.packetwalk.diagram.StackPicture.DeviceView;

/** Draws the devices of an opened host: lo as a belt at the bottom of the U, all others as ports on the lower edge. */
final class DeviceShapes {
    private final HostFrame frame;
    private final StackMetrics metrics;

    DeviceShapes(HostFrame frame) {
        this.frame = frame;
        this.metrics = frame.metrics();
    }

    /** The belt, which lies below the trail. */
    List<Shape> belt() {
        return frame.host().devices().stream()
                .filter(DeviceView::loopback)
                .map(this::belt)
                .toList();
    }

    /** The ports, which lie above the trail. */
    List<Shape> ports() {
        var shapes = new ArrayList<Shape>();
        for (DeviceView device : frame.host().devices()) {
            Rect port = frame.ports().get(device.name());
            if (port != null) {
                shapes.add(port(device, port));
            }
        }
        if (frame.portsLeftOut() > 0) {
            shapes.add(leftOut());
        }
        return shapes;
    }

    /** Below the belt, because all ports stand beside it. */
    private Label leftOut() {
        double middle = frame.middleX();
        double left = frame.ports().values().stream()
                .mapToDouble(Rect::right)
                .filter(edge -> edge < middle)
                .max()
                .orElse(frame.card().x());
        double right = frame.ports().values().stream()
                .mapToDouble(Rect::x)
                .filter(edge -> edge > middle)
                .min()
                .orElse(frame.card().right());
        return Label.of(
                        Word.MORE_DEVICES.text(Text.literal(Integer.toString(frame.portsLeftOut()))),
                        new Point((left + right) / 2, frame.card().bottom() + 16),
                        Anchor.MIDDLE,
                        metrics.style(TextRole.CAPTION),
                        Palette.INK3)
                .within(right - left - 8, Cut.END);
    }

    private Shape belt(DeviceView lo) {
        Rect belt = frame.belt();
        boolean absent = lo.state().absent();
        boolean used = lo.state().used();
        Palette edge = absent ? Palette.LINE2 : Palette.DEV;
        Stroke outline = Stroke.solid(edge, 2).styled(absent ? LineStyle.NOT_REACHED : LineStyle.SOLID);
        var shapes = new ArrayList<Shape>();
        shapes.add(new Box(belt, belt.height() / 2, Palette.SURFACE, outline));
        if (used) {
            shapes.add(Path.through(underBelt(), Stroke.solid(Palette.PKT_LINE, metrics.trail())));
        }
        double k = metrics.trail() / 5;
        double y = belt.centerY();
        shapes.add(Path.through(
                List.of(
                        new Point(belt.right() - 8 * k, y + 8 * k),
                        new Point(belt.right(), y - 1),
                        new Point(belt.right() + 8 * k, y + 8 * k)),
                used ? Stroke.solid(Palette.PKT_LINE, 3.2 * k) : Stroke.solid(edge, 2)));
        shapes.addAll(name(lo, belt, edge));
        shapes.addAll(notes(lo, belt));
        return new Group(subject(lo), Group.Role.DEVICE, accessible(lo), belt, shapes);
    }

    private List<Shape> name(DeviceView lo, Rect belt, Palette edge) {
        TextStyle style = metrics.style(TextRole.DEVICE_LOOPBACK);
        double k = style.size() / 20;
        // a token on the lower edge needs the room below the name
        double y = belt.centerY() + (lo.state() == DeviceState.ACTIVE ? -4 : 7 * k);
        double x = belt.centerX();
        Palette ink = lo.state().absent() ? Palette.INK3 : Palette.INK;
        return List.of(
                Label.of(Text.literal(lo.name()), new Point(x - 16 * k, y), Anchor.MIDDLE, style, ink),
                turn(new Point(x + 19.5 * k, y - 5.8 * k), 7.5 * k, edge),
                Path.through(
                        List.of(
                                new Point(x + 9 * k, y - 10.5 * k),
                                new Point(x + 14.5 * k, y - 10.5 * k),
                                new Point(x + 14.5 * k, y - 5 * k)),
                        Stroke.solid(edge, 2)));
    }

    /** Three quarters of a circle: what goes in comes out again. */
    private static Path turn(Point center, double radius, Palette colour) {
        var points = new ArrayList<Point>();
        for (int degrees = -70; degrees <= 212; degrees += 6) {
            double angle = Math.toRadians(degrees);
            points.add(center.plus(radius * Math.cos(angle), radius * Math.sin(angle)));
        }
        return Path.through(points, Stroke.solid(colour, 2));
    }

    private List<Shape> notes(DeviceView lo, Rect belt) {
        if (metrics.functions() != StackMetrics.Functions.ALL) {
            return List.of();
        }
        TextStyle style = metrics.style(TextRole.FUNCTION);
        double above = belt.centerY() - 9;
        double below = belt.centerY() + 20;
        double left = belt.x() - 16;
        double right = belt.right() + 16;
        Text under = lo.state() == DeviceState.DOWN
                ? Word.DOWN.text()
                : Word.MTU.text(Text.literal(Integer.toString(lo.mtu())));
        return List.of(
                Label.of(Text.literal(lo.transmit()), new Point(left, above), Anchor.END, style, Palette.INK2),
                Label.of(Text.literal(lo.receive()), new Point(right, above), Anchor.START, style, Palette.INK2),
                Label.of(Text.literal(lo.address()), new Point(left, below), Anchor.END, style, Palette.INK3),
                Label.of(under, new Point(right, below), Anchor.START, style, Palette.INK3));
    }

    /** The way of the packet along the lower edge, from the left end to the right one. */
    List<Point> underBelt() {
        Rect belt = frame.belt();
        double r = belt.height() / 2;
        var points = new ArrayList<Point>();
        for (int degrees = 180; degrees >= 90; degrees -= 6) {
            points.add(onCircle(belt.x() + r, belt.centerY(), r, degrees));
        }
        for (int degrees = 90; degrees >= 0; degrees -= 6) {
            points.add(onCircle(belt.right() - r, belt.centerY(), r, degrees));
        }
        return points;
    }

    private static Point onCircle(double x, double y, double r, int degrees) {
        return new Point(x + r * Math.cos(Math.toRadians(degrees)), y + r * Math.sin(Math.toRadians(degrees)));
    }

    private Shape port(DeviceView device, Rect port) {
        DeviceState state = device.state();
        boolean absent = state.absent();
        Stroke edge = state.used()
                ? Stroke.solid(Palette.PKT_LINE, 3)
                : absent
                        ? Stroke.solid(Palette.LINE2, 1.6).styled(LineStyle.NOT_REACHED)
                        : Stroke.solid(Palette.DEV, 1.6);
        var shapes = new ArrayList<Shape>();
        shapes.add(new Box(port, 7, Palette.SURFACE, edge));
        TextStyle name = metrics.style(TextRole.DEVICE);
        TextStyle small = metrics.style(TextRole.DEVICE_ADDRESS);
        double k = name.size() / 15.5;
        boolean tagBeside = absent && roomBeside(port) > 90 * k;
        Text second = absent && !tagBeside
                ? tag(state)
                : Text.literal(fits(device.address(), small, port) ? device.address() : "");
        boolean twoLines = !second.equals(Text.literal("")) && port.height() >= 42;
        double x = port.centerX();
        shapes.add(Label.of(
                        Text.literal(device.name()),
                        new Point(x, twoLines ? port.y() + 18 * k : port.centerY() + 6 * k),
                        Anchor.MIDDLE,
                        name,
                        absent ? Palette.INK3 : Palette.INK)
                .within(port.width() - 10, Cut.END));
        if (twoLines) {
            shapes.add(Label.of(
                            second,
                            new Point(x, port.y() + 35 * k),
                            Anchor.MIDDLE,
                            small,
                            absent ? Palette.INK3 : Palette.INK2)
                    .within(port.width() - 8, Cut.END));
        }
        if (tagBeside) {
            shapes.add(Label.of(
                    tag(state),
                    new Point(port.right() + 12, frame.card().bottom() - 9 * k),
                    Anchor.START,
                    metrics.style(TextRole.CAPTION),
                    Palette.INK3));
        }
        return new Group(subject(device), Group.Role.DEVICE, accessible(device), port, shapes);
    }

    private static Text tag(DeviceState state) {
        return state == DeviceState.DOWN ? Word.DOWN.text() : Word.NOT_REACHED.text();
    }

    private static boolean fits(String text, TextStyle style, Rect port) {
        return TextWidth.of(text, style) <= port.width() - 8;
    }

    private double roomBeside(Rect port) {
        return frame.ports().values().stream()
                        .filter(other -> other.x() > port.x())
                        .mapToDouble(Rect::x)
                        .min()
                        .orElse(frame.card().right())
                - port.right();
    }

    private Subject subject(DeviceView device) {
        return Subject.device(frame.host().id(), device.name());
    }

    private static Text accessible(DeviceView device) {
        return Word.ACCESSIBLE_DEVICE.text(
                Text.literal(device.name()),
                Text.literal(device.address()),
                device.state().word().text());
    }
}
