package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.packetwalk.diagram.Label.Anchor;
import org.packetwalk.diagram.Label.Cut;

/** Draws the ground of an opened host: card, head, bands with their labels, and the connectors at rest. */
final class CardShapes {
    private static final double CORNER = 14;
    private static final double BAND_GAP = 34;

    /** A word beside a band has about so many letters in any language. */
    private static final int BAND_LETTERS = 11;

    private final HostFrame frame;
    private final StackMetrics metrics;

    CardShapes(HostFrame frame) {
        this.frame = frame;
        this.metrics = frame.metrics();
    }

    /** The card; the labels of bands in which a token stands between the columns are left out. */
    Group draw(Set<Station.Layer> taken) {
        Rect card = frame.card();
        var shapes = new ArrayList<Shape>();
        shapes.add(new Box(card, CORNER, Palette.SURFACE, Stroke.solid(Palette.LINE2, 1.5)));
        StackMetrics.Bands bands = metrics.bands();
        shapes.add(band(frame.applicationTop(), bands.app(), Palette.PAY_BAND));
        shapes.add(band(frame.transportTop(), bands.l4(), Palette.L4_BAND));
        shapes.add(band(frame.networkTop(), bands.l3(), Palette.L3_BAND));
        shapes.add(band(frame.linkTop(), bands.l2(), Palette.L2_BAND));
        shapes.add(deviceBand());
        for (double y : List.of(
                frame.applicationTop(), frame.transportTop(), frame.networkTop(), frame.linkTop(), frame.deviceTop())) {
            shapes.add(new Line(
                    new Point(card.x() + 1, y), new Point(card.right() - 1, y), Stroke.solid(Palette.LINE, 1)));
        }
        shapes.addAll(bandLabels(taken));
        shapes.addAll(head());
        return new Group(
                Subject.host(frame.host().id()),
                Group.Role.HOST,
                Word.ACCESSIBLE_HOST.text(
                        Text.literal(frame.host().name()),
                        Text.literal(frame.host().addresses())),
                card,
                shapes);
    }

    private Box band(double y, double height, Palette fill) {
        return new Box(new Rect(frame.card().x() + 1, y, frame.card().width() - 2, height), 0, fill, Stroke.NONE);
    }

    private Path deviceBand() {
        Rect card = frame.card().grown(-1);
        double r = CORNER - 1;
        double k = r * (1 - Path.QUARTER);
        return new Path(
                List.of(
                        new PathStep.MoveTo(card.x(), frame.deviceTop()),
                        new PathStep.LineTo(card.right(), frame.deviceTop()),
                        new PathStep.LineTo(card.right(), card.bottom() - r),
                        new PathStep.CurveTo(
                                card.right(),
                                card.bottom() - k,
                                card.right() - k,
                                card.bottom(),
                                card.right() - r,
                                card.bottom()),
                        new PathStep.LineTo(card.x() + r, card.bottom()),
                        new PathStep.CurveTo(
                                card.x() + k, card.bottom(), card.x(), card.bottom() - k, card.x(), card.bottom() - r),
                        new PathStep.Close()),
                Palette.DEV_BAND,
                Stroke.NONE);
    }

    private List<Shape> bandLabels(Set<Station.Layer> taken) {
        var shapes = new ArrayList<Shape>();
        TextStyle style = metrics.style(TextRole.BAND);
        TextStyle direction = metrics.style(TextRole.DIRECTION);
        StackMetrics.Bands bands = metrics.bands();
        double lift = style.size() * 0.36;
        label(shapes, taken, Station.Layer.APPLICATION, frame.applicationTop() + bands.app() / 2 + lift, style);
        label(shapes, taken, Station.Layer.TRANSPORT, frame.transportTop() + bands.l4() / 2 + lift, style);
        label(shapes, Set.of(), Station.Layer.NETWORK, frame.networkTop() + style.size() * 1.46, style);
        label(shapes, taken, Station.Layer.LINK, frame.linkTop() + bands.l2() / 2 + lift, style);
        double room = frame.innerRight() - frame.innerLeft();
        double words = TextWidth.of(Station.Layer.APPLICATION.word().text(), style, BAND_LETTERS)
                + TextWidth.of(Word.SEND.text(), direction, BAND_LETTERS)
                + TextWidth.of(Word.RECEIVE.text(), direction, BAND_LETTERS);
        if (room > words + 2 * BAND_GAP && !taken.contains(Station.Layer.APPLICATION)) {
            double y = frame.applicationTop() + bands.app() / 2 + 5;
            shapes.add(Label.of(
                    Word.SEND.text(), new Point(frame.innerLeft() + 16, y), Anchor.START, direction, Palette.INK3));
            shapes.add(Label.of(
                    Word.RECEIVE.text(), new Point(frame.innerRight() - 16, y), Anchor.END, direction, Palette.INK3));
        }
        return shapes;
    }

    private void label(List<Shape> shapes, Set<Station.Layer> taken, Station.Layer layer, double y, TextStyle style) {
        if (!taken.contains(layer)) {
            shapes.add(Label.of(layer.word().text(), new Point(frame.middleX(), y), Anchor.MIDDLE, style, layer.line())
                    .within(frame.innerRight() - frame.innerLeft() - 8, Cut.END));
        }
    }

    private List<Shape> head() {
        Rect card = frame.card();
        TextStyle name = metrics.style(TextRole.HOST_NAME);
        TextStyle subtitle = metrics.style(TextRole.HOST_SUBTITLE);
        double y = card.y() + metrics.bands().head() / 2 + name.size() * 0.36;
        double nameWidth = TextWidth.of(frame.host().name(), name) * 1.03;
        double subtitleX = card.x() + 18 + nameWidth + 14;
        double subtitleWidth = TextWidth.of(frame.host().subtitle(), subtitle, 14);
        var shapes = new ArrayList<Shape>();
        shapes.add(Label.of(
                        Text.literal(frame.host().name()), new Point(card.x() + 18, y), Anchor.START, name, Palette.INK)
                .within(card.width() / 2, Cut.END));
        double start = subtitleX;
        if (!frame.host().subtitle().isEmpty()) {
            shapes.add(
                    Label.of(frame.host().subtitle(), new Point(subtitleX, y), Anchor.START, subtitle, Palette.INK3));
            start += subtitleWidth + 16;
        }
        shapes.add(Label.of(
                        Text.literal(frame.host().addresses()),
                        new Point(card.right() - 18, y),
                        Anchor.END,
                        metrics.style(TextRole.HOST_ADDRESS),
                        Palette.INK2)
                .within(Math.max(0, card.right() - 18 - start), Cut.END));
        return shapes;
    }
}
