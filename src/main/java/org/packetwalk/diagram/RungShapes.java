package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.diagram.Label.Anchor;
import org.packetwalk.diagram.Label.Cut;
import org.packetwalk.diagram.RoutePicture.Row;
import org.packetwalk.diagram.RoutePicture.RowState;
import org.packetwalk.diagram.RoutePicture.Rung;
import org.packetwalk.diagram.RoutePicture.RungState;
import org.packetwalk.diagram.RoutePicture.Selector;

/** Draws the rule ladder: a card for each rule, joined by a rail, with the rows of its table. */
final class RungShapes {
    private static final double SPACE = 12;
    private static final double SELECTOR = 20;

    private final RoutePicture picture;
    private final LookupMetrics metrics;
    private final BitStrip bits;
    private final double x;
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Subject> order = new ArrayList<>();
    private final List<Point> stops = new ArrayList<>();

    RungShapes(RoutePicture picture, LookupMetrics metrics, double x) {
        this.picture = picture;
        this.metrics = metrics;
        this.bits = new BitStrip(metrics);
        this.x = x;
    }

    List<Shape> shapes() {
        return shapes;
    }

    List<Subject> order() {
        return order;
    }

    /** Draws all rules below a height and answers the height below them. */
    double draw(double top) {
        double y = top;
        for (int i = 0; i < picture.rungs().size(); i++) {
            y = rung(picture.rungs().get(i), i, y) + SPACE;
        }
        rail();
        return y - SPACE;
    }

    private double rung(Rung rung, int index, double y) {
        boolean quiet = rung.state() == RungState.NOT_ASKED;
        double head =
                quiet ? 52 : metrics.narrow() ? 52 + SELECTOR * rung.selectors().size() : 0;
        double side = quiet || metrics.narrow() ? 0 : sideHeight(rung);
        double list = rung.rows().size() * metrics.row() + (rung.more() > 0 ? 24 : 0);
        double body = quiet ? head : metrics.narrow() ? head + list + (list > 0 ? 8 : 0) : Math.max(side, list + 16);
        var card = new Rect(x, y, metrics.ladder(), body);
        var inside = new ArrayList<Shape>();
        inside.add(new Box(card, 9, Palette.SURFACE, edge(rung)));
        head(rung, card, inside);
        Subject subject = Subject.rung(picture.host(), index);
        Text said = Word.ACCESSIBLE_RUNG.text(rung.title(), Text.literal(rung.line()), rung.verdict());
        shapes.add(new Group(subject, Group.Role.RULE, said, card, inside));
        order.add(subject);
        double rowY = metrics.narrow() ? card.y() + head : card.y() + 8;
        for (int i = 0; i < rung.rows().size(); i++) {
            row(rung, index, i, rowY);
            rowY += metrics.row();
        }
        if (rung.more() > 0) {
            double at = metrics.narrow() ? x + 12 : x + metrics.rule() + 24;
            shapes.add(Label.of(
                    Word.LOOKUP_MORE_ROWS.text(Text.literal(Integer.toString(rung.more()))),
                    new Point(at, rowY + 14),
                    Anchor.START,
                    TextStyle.of(TextRole.CAPTION),
                    Palette.INK3));
        }
        return card.bottom();
    }

    private static double sideHeight(Rung rung) {
        return 66 + SELECTOR * rung.selectors().size() + (rung.verdict().isEmpty() ? 0 : 38);
    }

    private static Stroke edge(Rung rung) {
        return switch (rung.state()) {
            case NOT_ASKED, AHEAD -> Stroke.solid(Palette.LINE2, 1.4).styled(LineStyle.NOT_REACHED);
            case WENT_ON -> Stroke.solid(Palette.LINE2, 1.6);
            case ASKED, DECIDED -> Stroke.solid(Palette.PKT_LINE, 2.4);
            case REFUSED -> Stroke.solid(Palette.DROP, 2.4);
        };
    }

    private void head(Rung rung, Rect card, List<Shape> inside) {
        boolean quiet = rung.state() == RungState.NOT_ASKED || rung.state() == RungState.AHEAD;
        double left = card.x() + 50;
        double room = metrics.narrow() ? card.width() - 62 : metrics.rule() - 42;
        TextStyle title = TextStyle.of(TextRole.STATION);
        TextStyle line = TextStyle.of(TextRole.FUNCTION);
        inside.add(Label.of(
                        rung.title(),
                        new Point(left, card.y() + 24),
                        Anchor.START,
                        title,
                        quiet ? Palette.INK3 : Palette.INK)
                .within(room, Cut.END));
        inside.add(Label.of(
                        Text.literal(rung.line()),
                        new Point(left, card.y() + 42),
                        Anchor.START,
                        line,
                        quiet ? Palette.INK3 : Palette.INK2)
                .within(room, Cut.END));
        stops.add(new Point(card.x() + 25, card.y() + (quiet ? 26 : 32)));
        double y = card.y() + 62;
        double wide = metrics.narrow() || rung.rows().isEmpty() ? card.width() - 70 : room;
        for (Selector selector : rung.selectors()) {
            selector(selector, left, y, wide, inside);
            y += SELECTOR;
        }
        if (rung.state() == RungState.NOT_ASKED) {
            double at = metrics.narrow() ? card.right() - 12 : card.x() + metrics.rule() + 24;
            inside.add(Label.of(
                            rung.verdict(),
                            new Point(at, card.y() + 31),
                            metrics.narrow() ? Anchor.END : Anchor.START,
                            TextStyle.of(TextRole.DIRECTION),
                            Palette.INK3)
                    .within(metrics.narrow() ? card.width() * 0.42 : card.width() - metrics.rule() - 40, Cut.END));
        } else if (!rung.verdict().isEmpty()) {
            chip(rung, metrics.narrow() ? card.right() - 12 : left, metrics.narrow() ? card.y() + 12 : y - 8, inside);
        }
    }

    private static void selector(Selector selector, double x, double y, double room, List<Shape> inside) {
        Palette colour = selector.holds() ? Palette.OK : Palette.DROP;
        inside.add(sign(selector.holds(), new Point(x + 5, y - 4), 4, Stroke.solid(colour, 2)));
        TextStyle style = TextStyle.of(TextRole.FUNCTION);
        double taken = TextWidth.of(selector.wanted(), style);
        inside.add(Label.of(Text.literal(selector.wanted()), new Point(x + 16, y), Anchor.START, style, Palette.INK2)
                .within(room - 16, Cut.END));
        String seen = selector.seen().isEmpty() ? "–" : selector.seen();
        if (taken + 30 < room - 40) {
            inside.add(Label.of(
                            Word.LOOKUP_SEEN.text(Text.literal(seen)),
                            new Point(x + 16 + taken + 10, y),
                            Anchor.START,
                            TextStyle.of(TextRole.TABLE_STATUS),
                            colour)
                    .within(room - 26 - taken, Cut.END));
        }
    }

    /** A tick or a cross. */
    static Path sign(boolean tick, Point at, double size, Stroke stroke) {
        if (tick) {
            return Path.through(
                    List.of(at.plus(-size, 0), at.plus(-size * 0.2, size * 0.8), at.plus(size * 1.1, -size)), stroke);
        }
        return new Path(
                List.of(
                        new PathStep.MoveTo(at.x() - size, at.y() - size),
                        new PathStep.LineTo(at.x() + size, at.y() + size),
                        new PathStep.MoveTo(at.x() + size, at.y() - size),
                        new PathStep.LineTo(at.x() - size, at.y() + size)),
                Palette.NONE,
                stroke);
    }

    private void chip(Rung rung, double x, double y, List<Shape> inside) {
        TextStyle style = TextStyle.of(TextRole.BADGE);
        double width = metrics.narrow() ? 108 : Math.min(metrics.rule() - 44, 104);
        double left = metrics.narrow() ? x - width : x;
        var box = new Rect(left, y, width, 26);
        boolean decided = rung.state() == RungState.DECIDED;
        boolean refused = rung.state() == RungState.REFUSED;
        Palette fill = decided ? Palette.PKT : refused ? Palette.DROP : Palette.SURFACE;
        Palette edge = decided ? Palette.PKT : Palette.DROP;
        Palette ink = decided ? Palette.PKT_INK : refused ? Palette.ON : Palette.DROP;
        inside.add(new Box(box, 5, fill, Stroke.solid(edge, 1.6)));
        inside.add(Label.of(rung.verdict(), new Point(box.centerX(), box.centerY() + 4.6), Anchor.MIDDLE, style, ink)
                .within(width - 8, Cut.END));
    }

    private void row(Rung rung, int rungIndex, int index, double y) {
        Row row = rung.rows().get(index);
        double left = metrics.narrow() ? x + 6 : x + metrics.rule() + 16;
        double right = x + metrics.ladder() - 8;
        var box = new Rect(left, y, right - left, metrics.row());
        var inside = new ArrayList<Shape>();
        boolean winner = row.state() == RowState.WINNER;
        if (winner || row.current()) {
            Stroke edge = row.current() ? Stroke.solid(Palette.PKT_LINE, 2) : Stroke.NONE;
            inside.add(new Box(box, 6, winner || row.current() ? Palette.PKT_TINT : Palette.SURFACE, edge));
        } else {
            inside.add(new Box(box, 6, Palette.NONE, Stroke.NONE));
        }
        boolean ahead = row.state() == RowState.AHEAD;
        Palette ink = ahead ? Palette.INK3 : Palette.INK;
        TextStyle prefix = TextStyle.of(winner ? TextRole.PREFIX_STRONG : TextRole.PREFIX);
        TextStyle small = TextStyle.of(TextRole.FUNCTION);
        TextStyle kind = TextStyle.of(TextRole.CAPTION);
        double first = metrics.narrow() ? y + 19 : row.way().isEmpty() ? box.centerY() + 5 : box.centerY() - 2;
        String type = row.type().isEmpty() && row.length() == 0 ? "/0" : row.type();
        String label = row.table().isEmpty() ? type : type.isEmpty() ? row.table() : type;
        double stripAt = x + metrics.stripAt();
        double textRoom = metrics.narrow() ? box.width() - 126 : metrics.prefix() - 52;
        inside.add(Label.of(Text.literal(row.prefix()), new Point(left + 8, first), Anchor.START, prefix, ink)
                .within(textRoom, Cut.END));
        if (metrics.narrow()) {
            double used = Math.min(textRoom, TextWidth.of(row.prefix(), prefix));
            double at = left + 8 + used + 8;
            String rest = (label + " " + row.way()).strip();
            inside.add(Label.of(Text.literal(rest), new Point(at, first), Anchor.START, small, Palette.INK3)
                    .within(Math.max(0, right - 118 - at), Cut.END));
            inside.add(status(row, new Point(right - 6, first), Anchor.END, 112));
            inside.addAll(bits.row(row, stripAt, y + 38));
        } else {
            if (!row.way().isEmpty()) {
                inside.add(Label.of(
                                Text.literal(row.way()),
                                new Point(left + 8, box.centerY() + 14),
                                Anchor.START,
                                small,
                                Palette.INK3)
                        .within(metrics.prefix() - 12, Cut.END));
            }
            inside.add(Label.of(Text.literal(label), new Point(stripAt - 14, first), Anchor.END, kind, Palette.INK3));
            inside.addAll(bits.row(row, stripAt, box.centerY()));
            double at = stripAt + metrics.strip() + 12;
            inside.add(status(row, new Point(at, box.centerY() + 5), Anchor.START, right - at - 4));
        }
        Subject subject = Subject.rungRow(picture.host(), rungIndex, index);
        shapes.add(new Group(subject, Group.Role.BITS, said(row), box, inside));
        order.add(subject);
    }

    private static Label status(Row row, Point at, Anchor anchor, double room) {
        Palette colour = switch (row.state()) {
            case DIFFERS -> Palette.DROP;
            case WINNER -> Palette.PKT_TEXT;
            case AHEAD, PASSED_OVER -> Palette.INK2;
        };
        return Label.of(row.status(), at, anchor, TextStyle.of(TextRole.BADGE), colour)
                .within(Math.max(0, room), Cut.END);
    }

    private static Text said(Row row) {
        Text prefix = Text.literal(row.prefix());
        if (row.firstDifference() > 0) {
            return Word.ACCESSIBLE_BITS_DIFFER.text(
                    prefix,
                    Text.literal(Integer.toString(row.firstDifference() - 1)),
                    Text.literal(Integer.toString(row.firstDifference())));
        }
        return Word.ACCESSIBLE_BITS_FIT.text(
                prefix, Text.literal(row.way()), Text.literal(Integer.toString(row.length())), row.status());
    }

    /** The rail from rule to rule, and what became of each. */
    private void rail() {
        var below = new ArrayList<Shape>();
        for (int i = 0; i + 1 < stops.size() && !metrics.narrow(); i++) {
            RungState next = picture.rungs().get(i + 1).state();
            boolean taken = next != RungState.NOT_ASKED && next != RungState.AHEAD;
            Stroke stroke = taken
                    ? Stroke.solid(Palette.PKT_LINE, 4)
                    : Stroke.solid(Palette.LINE2, 1.8).styled(LineStyle.PATH_NOT_TAKEN);
            below.add(new Line(stops.get(i).plus(0, 12), stops.get(i + 1).plus(0, -12), stroke));
        }
        shapes.addAll(below);
        for (int i = 0; i < stops.size(); i++) {
            shapes.addAll(stop(picture.rungs().get(i).state(), stops.get(i)));
        }
    }

    private static List<Shape> stop(RungState state, Point at) {
        return switch (state) {
            case NOT_ASKED, AHEAD ->
                List.of(new Circle(
                        at,
                        10,
                        Palette.SURFACE,
                        Stroke.solid(Palette.LINE2, 1.8).styled(LineStyle.NOT_REACHED)));
            case WENT_ON ->
                List.of(
                        new Circle(at, 11, Palette.SURFACE, Stroke.solid(Palette.DROP, 2.2)),
                        sign(false, at, 4, Stroke.solid(Palette.DROP, 2.4)));
            case ASKED ->
                List.of(
                        new Circle(at, 11, Palette.PKT, Stroke.solid(Palette.PKT_LINE, 2.2)),
                        new Circle(at, 3.5, Palette.PKT_INK, Stroke.NONE));
            case DECIDED ->
                List.of(
                        new Circle(at, 11, Palette.PKT, Stroke.solid(Palette.PKT_LINE, 2.2)),
                        sign(true, at, 5, Stroke.solid(Palette.PKT_INK, 2.6)));
            case REFUSED ->
                List.of(
                        new Circle(at, 11, Palette.DROP, Stroke.solid(Palette.DROP, 2.2)),
                        sign(false, at, 4, Stroke.solid(Palette.ON, 2.4)));
        };
    }
}
