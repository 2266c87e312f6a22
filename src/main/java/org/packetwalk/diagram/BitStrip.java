package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.diagram.Label.Anchor;
import org.packetwalk.diagram.RoutePicture.Row;
import org.packetwalk.diagram.RoutePicture.RowState;
import org.packetwalk.net.Ipv4Address;

/** Draws 32 bits in four groups: those that match, the first that differs, those not compared, those outside the prefix. */
final class BitStrip {
    private final LookupMetrics metrics;
    private final double height;

    BitStrip(LookupMetrics metrics) {
        this.metrics = metrics;
        this.height = metrics.narrow() ? 20 : 27;
    }

    /** What a bit is in a comparison. */
    enum Bit {
        MATCHES(Palette.L3_TINT, Palette.L3, Palette.L3),
        DIFFERS(Palette.DROP, Palette.DROP, Palette.ON),
        NOT_COMPARED(Palette.SUNKEN, Palette.LINE, Palette.INK3),
        OUTSIDE(Palette.NONE, Palette.NONE, Palette.INK3),
        WINNER(Palette.PKT, Palette.PKT_LINE, Palette.PKT_INK),
        ASKED(Palette.DEV_TINT, Palette.INK2, Palette.INK);

        private final Palette fill;
        private final Palette edge;
        private final Palette ink;

        Bit(Palette fill, Palette edge, Palette ink) {
            this.fill = fill;
            this.edge = edge;
            this.ink = ink;
        }
    }

    /** The bits of the destination, with the value of each octet above. */
    List<Shape> destination(Ipv4Address address, double x, double centerY) {
        var shapes = new ArrayList<Shape>();
        TextStyle value = TextStyle.of(TextRole.FUNCTION);
        for (int octet = 0; octet < 4; octet++) {
            double left = at(x, octet * 8);
            shapes.add(Label.of(
                    Text.literal(Integer.toString(address.octet(octet))),
                    new Point(left + 4 * metrics.cell(), centerY - height / 2 - 5),
                    Anchor.MIDDLE,
                    value,
                    Palette.INK2));
        }
        for (int i = 0; i < 32; i++) {
            shapes.addAll(cell(Bit.ASKED, address.bit(i + 1), at(x, i), centerY));
        }
        return shapes;
    }

    /** The bits of a prefix as they were compared. */
    List<Shape> row(Row row, double x, double centerY) {
        var shapes = new ArrayList<Shape>();
        for (int i = 0; i < 32; i++) {
            shapes.addAll(cell(bit(row, i + 1), row.network().bit(i + 1), at(x, i), centerY));
        }
        return shapes;
    }

    /** An example of a bit, for the legend. */
    List<Shape> example(Bit bit, double x, double centerY) {
        return cell(bit, 1, x, centerY);
    }

    private static Bit bit(Row row, int position) {
        if (position > row.length()) {
            return Bit.OUTSIDE;
        }
        if (row.state() == RowState.AHEAD) {
            return Bit.NOT_COMPARED;
        }
        if (row.state() == RowState.WINNER) {
            return Bit.WINNER;
        }
        if (row.firstDifference() == 0 || position < row.firstDifference()) {
            return Bit.MATCHES;
        }
        return position == row.firstDifference() ? Bit.DIFFERS : Bit.NOT_COMPARED;
    }

    private double at(double x, int index) {
        return x + index * metrics.cell() + index / 8 * metrics.gap();
    }

    private List<Shape> cell(Bit bit, int value, double x, double centerY) {
        double center = x + metrics.cell() / 2;
        if (bit == Bit.OUTSIDE) {
            return List.of(new Circle(new Point(center, centerY), 1.3, Palette.INK3, Stroke.NONE));
        }
        double tall = bit == Bit.DIFFERS ? height + 6 : height;
        double inset = bit == Bit.DIFFERS ? 0 : 0.75;
        var box = new Rect(x + inset, centerY - tall / 2, metrics.cell() - 2 * inset, tall);
        TextRole role = bit == Bit.NOT_COMPARED ? TextRole.BIT : TextRole.BIT_STRONG;
        double size = Math.min(role.size(), metrics.cell() * 1.5);
        var style = new TextStyle(role, size);
        return List.of(
                new Box(box, 2.5, bit.fill, Stroke.solid(bit.edge, 1.2)),
                Label.of(
                        Text.literal(Integer.toString(value)),
                        new Point(center, centerY + size * 0.36),
                        Anchor.MIDDLE,
                        style,
                        bit.ink));
    }
}
