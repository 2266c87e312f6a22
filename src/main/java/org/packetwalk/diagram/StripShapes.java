package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.diagram.Label.Anchor;
import org.packetwalk.diagram.Label.Cut;
import org.packetwalk.diagram.StackPicture.StripCable;
import org.packetwalk.diagram.StackPicture.StripHost;

/** Draws all hosts small above the opened ones, the cables between neighbours, and the packet that is on one of them. */
final class StripShapes {
    static final double HEIGHT = 88;
    private static final double CARD = 72;
    private static final double WIDEST = 300;
    private static final double LEAST = 132;
    private static final double GAP = 64;

    private final StackPicture picture;
    private final double x;
    private final double width;

    StripShapes(StackPicture picture, double x, double width) {
        this.picture = picture;
        this.x = x;
        this.width = width;
    }

    List<Shape> draw() {
        List<StripHost> hosts = picture.strip().hosts();
        int fitting = Math.min(hosts.size(), (int) ((width + GAP) / (LEAST + GAP)));
        List<StripHost> shown = fitting == hosts.size() ? hosts : chosen(hosts, fitting);
        double card = Math.min(WIDEST, (width - GAP * (shown.size() - 1)) / shown.size());
        var places = new ArrayList<Rect>();
        for (int i = 0; i < shown.size(); i++) {
            places.add(new Rect(x + i * (card + GAP), 1, card, CARD));
        }
        var shapes = new ArrayList<Shape>();
        for (StripCable cable : picture.strip().cables()) {
            for (int i = 0; i + 1 < shown.size(); i++) {
                boolean here = cable.joins(shown.get(i).id(), shown.get(i + 1).id());
                if (here) {
                    shapes.addAll(cable(cable, places.get(i), places.get(i + 1)));
                }
            }
        }
        for (int i = 0; i < shown.size(); i++) {
            shapes.add(card(shown.get(i), places.get(i)));
        }
        return shapes;
    }

    /** The opened hosts, and of the others the first. */
    private static List<StripHost> chosen(List<StripHost> hosts, int most) {
        var chosen = new ArrayList<>(hosts);
        for (int i = hosts.size() - 1; i >= 0 && chosen.size() > most; i--) {
            if (!hosts.get(i).open()) {
                chosen.remove(hosts.get(i));
            }
        }
        return chosen;
    }

    private static List<Shape> cable(StripCable cable, Rect from, Rect to) {
        double y = from.y() + 50;
        var shapes = new ArrayList<Shape>();
        boolean carries = cable.packet() > 0;
        shapes.add(new Line(
                new Point(from.right(), y),
                new Point(to.x(), y),
                carries ? Stroke.solid(Palette.PKT_LINE, 3.4) : Stroke.solid(Palette.DEV, 2)));
        if (carries) {
            Rect token = Rect.centered(new Point((from.right() + to.x()) / 2, y), 30, 22);
            shapes.add(new Box(token, 6, Palette.PKT, Stroke.solid(Palette.PKT_LINE, 1.5)));
            shapes.add(Label.of(
                    Text.literal(Integer.toString(cable.packet())),
                    new Point(token.centerX(), token.centerY() + 4.6),
                    Anchor.MIDDLE,
                    TextStyle.of(TextRole.BADGE),
                    Palette.PKT_INK));
        }
        return shapes;
    }

    private Group card(StripHost host, Rect place) {
        boolean away = !host.open() && !host.reached();
        Stroke edge = host.open()
                ? Stroke.solid(Palette.INK, 2.2)
                : Stroke.solid(Palette.LINE2, 1.4).styled(away ? LineStyle.NOT_REACHED : LineStyle.SOLID);
        Palette ink = away ? Palette.INK3 : Palette.INK;
        TextStyle name = TextStyle.of(TextRole.STATION);
        TextStyle small = TextStyle.of(TextRole.DEVICE_ADDRESS);
        double nameWidth = Math.min(place.width() - 24, TextWidth.of(host.name(), name) + 8);
        var shapes = new ArrayList<Shape>();
        shapes.add(new Box(place, 7, Palette.SURFACE, edge));
        shapes.add(
                Label.of(Text.literal(host.name()), new Point(place.x() + 12, place.y() + 24), Anchor.START, name, ink)
                        .within(place.width() - 24, Cut.END));
        Text right = away ? Word.NOT_REACHED.text() : Text.literal(host.address());
        shapes.add(Label.of(right, new Point(place.right() - 12, place.y() + 23), Anchor.END, small, Palette.INK3)
                .within(Math.max(0, place.width() - 28 - nameWidth), Cut.END));
        double at = place.x() + 12;
        for (String device : host.devices()) {
            double w = TextWidth.of(device, small) + 16;
            if (at + w > place.right() - 10) {
                break;
            }
            boolean loop = device.equals("lo");
            var port = new Rect(at, place.y() + 38, w, 24);
            shapes.add(new Box(
                    port,
                    loop ? 12 : 4,
                    loop ? Palette.SURFACE : Palette.DEV_TINT,
                    Stroke.solid(away ? Palette.LINE2 : Palette.DEV, 1.4)));
            shapes.add(Label.of(
                    Text.literal(device), new Point(port.centerX(), port.centerY() + 4.4), Anchor.MIDDLE, small, ink));
            at = port.right() + 8;
        }
        return new Group(
                Subject.strip(host.id()),
                Group.Role.HOST,
                Word.ACCESSIBLE_HOST.text(Text.literal(host.name()), Text.literal(host.address())),
                place,
                shapes);
    }
}
