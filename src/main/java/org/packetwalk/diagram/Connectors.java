package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.diagram.StackPicture.DeviceState;
import org.packetwalk.diagram.StackPicture.DeviceView;
import org.packetwalk.diagram.StackPicture.StationView;

/** Draws the ways through an opened host at rest; the trail is drawn over them. */
final class Connectors {
    private static final List<Station> DOWN = List.of(
            Station.APP_SEND,
            Station.L4_SEND,
            Station.ROUTE_OUT,
            Station.OUTPUT,
            Station.POSTROUTING,
            Station.NEIGHBOUR);
    private static final List<Station> UP = List.of(
            Station.RECEIVE,
            Station.PREROUTING,
            Station.ROUTE_IN,
            Station.INPUT,
            Station.L4_RECEIVE,
            Station.APP_RECEIVE);
    private static final double CORNER = 10;

    private final HostFrame frame;

    Connectors(HostFrame frame) {
        this.frame = frame;
    }

    List<Shape> draw() {
        var shapes = new ArrayList<Shape>();
        column(shapes, DOWN);
        column(shapes, UP);
        double sendBottom = frame.stations().get(Station.NEIGHBOUR).bottom();
        double receiveBottom = frame.stations().get(Station.RECEIVE).bottom();
        for (DeviceView device : frame.host().devices()) {
            Rect port = frame.ports().get(device.name());
            if (device.loopback()) {
                Stroke stroke = way(device.state());
                Rect belt = frame.belt();
                double y = belt.centerY();
                shapes.add(Path.rounded(
                        List.of(
                                new Point(frame.sendX(), sendBottom),
                                new Point(frame.sendX(), y),
                                new Point(belt.x(), y)),
                        CORNER,
                        stroke));
                shapes.add(Path.rounded(
                        List.of(
                                new Point(belt.right(), y),
                                new Point(frame.receiveX(), y),
                                new Point(frame.receiveX(), receiveBottom)),
                        CORNER,
                        stroke));
            } else if (port != null) {
                Stroke stroke = device.state().absent()
                        ? Stroke.solid(Palette.LINE2, 1.6).styled(LineStyle.PATH_NOT_TAKEN)
                        : Stroke.solid(Palette.LINE2, 1.6);
                boolean left = port.centerX() <= frame.middleX();
                if (left || !device.state().absent()) {
                    shapes.add(lead(frame.sendX(), sendBottom, port, stroke));
                }
                if (!left || !device.state().absent()) {
                    shapes.add(lead(frame.receiveX(), receiveBottom, port, stroke));
                }
            }
        }
        if (frame.shows(Station.FORWARD)) {
            forward(shapes);
        }
        return shapes;
    }

    private void column(List<Shape> shapes, List<Station> order) {
        for (int i = 1; i < order.size(); i++) {
            Rect a = frame.stations().get(order.get(i - 1));
            Rect b = frame.stations().get(order.get(i));
            boolean down = a.y() < b.y();
            Stroke stroke = state(order.get(i)) == StationState.NOT_REACHED
                    ? Stroke.solid(Palette.LINE2, 2).styled(LineStyle.PATH_NOT_TAKEN)
                    : Stroke.solid(Palette.LINE2, 2);
            shapes.add(new Line(
                    new Point(a.centerX(), down ? a.bottom() : a.y()),
                    new Point(b.centerX(), down ? b.y() : b.bottom()),
                    stroke));
        }
    }

    private StationState state(Station station) {
        return frame.host().stations().stream()
                .filter(view -> view.station() == station)
                .map(StationView::state)
                .findFirst()
                .orElse(StationState.DEFAULT);
    }

    private static Stroke way(DeviceState state) {
        return Stroke.solid(Palette.LINE2, 2).styled(state.absent() ? LineStyle.PATH_NOT_TAKEN : LineStyle.SOLID);
    }

    private Path lead(double x, double bottom, Rect port, Stroke stroke) {
        double bus = frame.busY();
        return x == port.centerX()
                ? Path.through(List.of(new Point(x, bottom), new Point(x, port.y())), stroke)
                : Path.rounded(
                        List.of(
                                new Point(x, bottom),
                                new Point(x, bus),
                                new Point(port.centerX(), bus),
                                new Point(port.centerX(), port.y())),
                        CORNER,
                        stroke);
    }

    private void forward(List<Shape> shapes) {
        Rect box = frame.stations().get(Station.FORWARD);
        Point turn = frame.forwardTurn();
        double end = frame.innerLeft() + 2;
        double y = box.centerY();
        boolean used = state(Station.FORWARD).reached();
        Stroke stroke = Stroke.solid(Palette.LINE2, 1.6).styled(used ? LineStyle.SOLID : LineStyle.PATH_NOT_TAKEN);
        shapes.add(Path.rounded(
                List.of(new Point(frame.innerRight(), turn.y()), turn, new Point(turn.x(), y), new Point(end, y)),
                CORNER,
                stroke));
        shapes.add(Path.through(
                List.of(new Point(end + 7, y - 5), new Point(end, y), new Point(end + 7, y + 5)),
                Stroke.solid(Palette.LINE2, 1.6)));
    }
}
