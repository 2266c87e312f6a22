package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import org.packetwalk.diagram.BitStrip.Bit;
import org.packetwalk.diagram.Label.Anchor;
import org.packetwalk.diagram.Label.Cut;
import org.packetwalk.diagram.RoutePicture.Choice;
import org.packetwalk.diagram.RoutePicture.Fact;
import org.packetwalk.diagram.RoutePicture.Selector;
import org.packetwalk.diagram.RoutePicture.Trie;

/**
 * Lays out the route lookup view: the destination in bits, the rule ladder with each table row by row, the choices of a
 * nexthop and a source, the answer, and the way through the trie. A pure function of picture, width and density; the
 * drawing is as high as it has to be.
 */
public final class RouteDiagram {
    private static final double SPACE = 12;

    private final RoutePicture picture;
    private final LookupMetrics metrics;
    private final List<Shape> shapes = new ArrayList<>();

    private RouteDiagram(RoutePicture picture, LookupMetrics metrics) {
        this.picture = picture;
        this.metrics = metrics;
    }

    /** The layout of a picture; without a question nothing is drawn. */
    public static DiagramLayout layout(RoutePicture picture, Size size, Density density) {
        if (!picture.isPresent()) {
            return new DiagramLayout(new Drawing(size, List.of()), new LinkedHashMap<>(), List.of(), List.of());
        }
        return new RouteDiagram(picture, LookupMetrics.of(size.width(), density)).draw(size);
    }

    private DiagramLayout draw(Size size) {
        double x = metrics.margin();
        double y = destination(x, metrics.narrow() ? 0 : 4);
        var rungs = new RungShapes(picture, metrics, x);
        double below = rungs.draw(y + SPACE);
        shapes.addAll(rungs.shapes());
        below = metrics.narrow() ? below : legend(x, below + 6);
        below = choices(x, below + SPACE);
        below = answer(x, below + SPACE);
        double side = trie(below);
        double height = Math.max(size.height(), Math.max(below, side) + metrics.margin());
        var places = new LinkedHashMap<Subject, Rect>();
        for (Shape shape : shapes) {
            if (shape instanceof Group group) {
                places.put(group.subject(), group.bounds());
            }
        }
        return new DiagramLayout(new Drawing(new Size(size.width(), height), shapes), places, List.of(), rungs.order());
    }

    private double destination(double x, double y) {
        boolean narrow = metrics.narrow();
        boolean more = !picture.question().more().isEmpty();
        double height = narrow ? 84 : 64;
        var card = new Rect(x, y, metrics.ladder(), height);
        shapes.add(new Box(card, 9, Palette.SURFACE, Stroke.solid(Palette.LINE, 1.4)));
        TextStyle name = TextStyle.of(TextRole.OUTSIDE_NAME);
        double left = narrow ? card.x() + 12 : card.x() + 18;
        double baseline = narrow ? card.y() + 24 : more ? card.y() + 28 : card.centerY() + 5;
        shapes.add(Label.of(Word.LOOKUP_DESTINATION.text(), new Point(left, baseline), Anchor.START, name, Palette.INK)
                .within(metrics.rule() > 0 ? metrics.rule() : 120, Cut.END));
        double at = narrow ? card.x() + 110 : card.x() + metrics.rule() + 24;
        String address = picture.question().destination().toString();
        TextStyle mono = TextStyle.of(TextRole.COMMAND);
        shapes.add(Label.of(Text.literal(address), new Point(at, baseline), Anchor.START, mono, Palette.INK));
        if (more) {
            TextStyle small = TextStyle.of(TextRole.FUNCTION);
            String question = String.join(" ", picture.question().more());
            double taken = narrow ? at + TextWidth.of(address, mono) + 10 : at;
            double line = narrow ? baseline : baseline + 19;
            double room = narrow ? card.right() - 8 - taken : metrics.prefix() - 12;
            shapes.add(Label.of(Text.literal(question), new Point(taken, line), Anchor.START, small, Palette.INK2)
                    .within(room, Cut.END));
        }
        double strip = card.x() + metrics.stripAt();
        double centerY = narrow ? card.bottom() - 20 : card.centerY() + 8;
        shapes.addAll(new BitStrip(metrics).destination(picture.question().destination(), strip, centerY));
        return card.bottom();
    }

    private double legend(double x, double y) {
        var bits = new BitStrip(metrics);
        TextStyle style = TextStyle.of(TextRole.CAPTION);
        double at = x + 18;
        double center = y + 16;
        record Entry(Bit bit, Word word, int length) {}
        for (Entry entry : List.of(
                new Entry(Bit.MATCHES, Word.LEGEND_MATCHES, 12),
                new Entry(Bit.DIFFERS, Word.LEGEND_DIFFERS, 17),
                new Entry(Bit.NOT_COMPARED, Word.LEGEND_NOT_COMPARED, 14),
                new Entry(Bit.OUTSIDE, Word.LEGEND_OUTSIDE, 31),
                new Entry(Bit.WINNER, Word.LEGEND_WINNER, 8))) {
            shapes.addAll(bits.example(entry.bit(), at, center));
            double text = at + metrics.cell() + 9;
            shapes.add(Label.of(entry.word().text(), new Point(text, center + 4.6), Anchor.START, style, Palette.INK2));
            at = text + entry.length() * style.size() * 0.53 + 18;
        }
        return y + 30;
    }

    private double choices(double x, double top) {
        double y = choice(Word.LOOKUP_WAYS, picture.ways(), x, top);
        return choice(Word.LOOKUP_SOURCES, picture.sources(), x, y) - SPACE;
    }

    /** A small ladder of its own: what could have been taken, what was compared, what was taken. */
    private double choice(Word title, List<Choice> choices, double x, double top) {
        if (choices.isEmpty()) {
            return top;
        }
        boolean narrow = metrics.narrow();
        double line = narrow ? 24 : 26;
        int lines = 0;
        for (Choice choice : choices) {
            lines += narrow ? 1 + choice.checks().size() : 1;
        }
        boolean hashed = choices.get(0).hash() >= 0;
        double head = narrow ? 34 : 0;
        double height = head + 12 + lines * line + (hashed ? 34 : 0);
        var card = new Rect(x, top, metrics.ladder(), height);
        shapes.add(new Box(card, 9, Palette.SURFACE, Stroke.solid(Palette.LINE, 1.4)));
        shapes.add(Label.of(
                        title.text(),
                        new Point(card.x() + (narrow ? 12 : 18), card.y() + 26),
                        Anchor.START,
                        TextStyle.of(TextRole.OUTSIDE_NAME),
                        Palette.INK)
                .within(narrow ? card.width() - 24 : metrics.rule() - 4, Cut.END));
        double left = narrow ? card.x() + 12 : card.x() + metrics.rule() + 24;
        double y = card.y() + head + 6;
        for (Choice choice : choices) {
            y = choice(choice, left, card.right() - 10, y, line);
        }
        if (hashed) {
            hash(choices, left, Math.min(card.right() - 16, left + 640), y + 12);
        }
        return card.bottom() + SPACE;
    }

    private double choice(Choice choice, double left, double right, double y, double line) {
        TextStyle name = TextStyle.of(choice.chosen() ? TextRole.PREFIX_STRONG : TextRole.PREFIX);
        if (choice.chosen()) {
            double height = metrics.narrow() ? line * (1 + choice.checks().size()) : line;
            shapes.add(new Box(new Rect(left - 6, y, right - left + 6, height), 5, Palette.PKT_TINT, Stroke.NONE));
        }
        double baseline = y + line / 2 + 4.8;
        shapes.add(Label.of(Text.literal(choice.name()), new Point(left + 2, baseline), Anchor.START, name, Palette.INK)
                .within(metrics.narrow() ? right - left - 8 : 330, Cut.END));
        double at = metrics.narrow() ? left + 12 : left + 345;
        double next = y + line;
        for (Selector check : choice.checks()) {
            double base = metrics.narrow() ? next + line / 2 + 4 : baseline;
            Stroke stroke = Stroke.solid(check.holds() ? Palette.OK : Palette.DROP, 2);
            shapes.add(RungShapes.sign(check.holds(), new Point(at + 5, base - 4), 4, stroke));
            boolean same = check.wanted().equals(check.seen());
            String text = same ? check.wanted() : check.wanted() + " · " + check.seen();
            TextStyle style = TextStyle.of(TextRole.FUNCTION);
            double room = metrics.narrow() ? right - at - 22 : Math.max(0, right - at - 22);
            shapes.add(Label.of(Text.literal(text), new Point(at + 15, base), Anchor.START, style, Palette.INK2)
                    .within(room, Cut.END));
            at += metrics.narrow() ? 0 : TextWidth.of(text, style) + 34;
            next += metrics.narrow() ? line : 0;
        }
        return metrics.narrow() ? next : y + line;
    }

    /** All hashes as a bar, the part of each nexthop, and where the hash of the flow lies. */
    private void hash(List<Choice> choices, double left, double right, double y) {
        double width = right - left;
        double from = 0;
        for (Choice choice : choices) {
            if (choice.share() <= from) {
                continue;
            }
            var part = new Rect(left + from * width, y, (choice.share() - from) * width, 12);
            Palette fill = choice.chosen() ? Palette.PKT : Palette.DEV_TINT;
            shapes.add(new Box(part, 2, fill, Stroke.solid(choice.chosen() ? Palette.PKT_LINE : Palette.LINE2, 1.2)));
            from = choice.share();
        }
        double at = left + choices.get(0).hash() * width;
        shapes.add(Path.filled(
                List.of(new Point(at - 5, y - 7), new Point(at + 5, y - 7), new Point(at, y + 1)), Palette.INK));
        shapes.add(new Line(new Point(at, y), new Point(at, y + 12), Stroke.solid(Palette.INK, 2)));
    }

    private double answer(double x, double top) {
        boolean narrow = metrics.narrow();
        boolean remark = !picture.answer().remark().isEmpty();
        List<Fact> facts = picture.answer().facts();
        double height = narrow ? 24 + facts.size() * 24.0 + (remark ? 30 : 0) : 84;
        var card = new Rect(x, top, metrics.ladder(), height);
        shapes.add(new Box(card, 9, Palette.SURFACE, Stroke.solid(Palette.LINE, 1.4)));
        TextStyle name = TextStyle.of(TextRole.DIRECTION);
        TextStyle value = narrow ? TextStyle.of(TextRole.PREFIX_STRONG) : TextStyle.of(TextRole.ANSWER);
        double factsWidth = remark ? card.width() * 0.62 : card.width() - 20;
        double column = factsWidth / Math.max(1, facts.size());
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            double left = narrow ? card.x() + 12 : card.x() + 18 + i * column;
            double line = narrow ? card.y() + 26 + i * 24 : card.y() + 34;
            shapes.add(Label.of(fact.name(), new Point(left, line), Anchor.START, name, Palette.INK3)
                    .within(narrow ? 110 : column - 12, Cut.END));
            boolean known = !fact.value().equals(Text.literal(""));
            Text shown = known && !fact.value().isEmpty() ? fact.value() : Text.literal("–");
            Point at = narrow ? new Point(left + 120, line) : new Point(left, card.y() + 64);
            shapes.add(Label.of(shown, at, Anchor.START, value, Palette.INK)
                    .within(narrow ? card.width() - 144 : column - 14, Cut.END));
        }
        if (remark) {
            double left = narrow ? card.x() + 12 : card.x() + factsWidth + 30;
            double line = narrow ? card.bottom() - 28 : card.y() + 38;
            if (!narrow) {
                shapes.add(new Line(
                        new Point(left - 18, card.y() + 16),
                        new Point(left - 18, card.bottom() - 16),
                        Stroke.solid(Palette.LINE, 1.4)));
            }
            double room = card.right() - left - 12;
            shapes.add(Label.of(
                            picture.answer().remark(),
                            new Point(left, line),
                            Anchor.START,
                            TextStyle.of(TextRole.OUTSIDE_NAME),
                            Palette.INK)
                    .within(room, Cut.END));
            shapes.add(Label.of(
                            picture.answer().remarkMore(),
                            new Point(left, line + (narrow ? 18 : 22)),
                            Anchor.START,
                            TextStyle.of(TextRole.DIRECTION),
                            Palette.INK2)
                    .within(room, Cut.END));
        }
        return card.bottom();
    }

    /** The ways through the tries, beside the ladder or below it; answers the height below them. */
    private double trie(double below) {
        if (picture.tries().isEmpty()) {
            return 0;
        }
        double pad = metrics.narrow() ? 12 : 20;
        double x = metrics.beside() ? metrics.width() - metrics.margin() - metrics.trie() : metrics.margin();
        double top = metrics.beside() ? 4 : below + SPACE;
        var inside = new ArrayList<Shape>();
        inside.add(Label.of(
                Word.TRIE_TITLE.text(),
                new Point(x + pad, top + 32),
                Anchor.START,
                TextStyle.of(TextRole.ROUTING_DECISION),
                Palette.INK));
        double width = Math.min(metrics.trie() - 2 * pad, 460);
        var drawn = new TrieShapes(x + pad, width);
        double y = top + 50;
        for (Trie trie : picture.tries()) {
            y = drawn.draw(trie, y, inside) + 6;
            inside.add(new Line(new Point(x + pad, y), new Point(x + pad + width, y), Stroke.solid(Palette.LINE, 1.4)));
            y += 14;
        }
        inside.add(Label.of(
                Text.literal("fib_table_lookup"),
                new Point(x + pad, y + 16),
                Anchor.START,
                TextStyle.of(TextRole.PREFIX),
                Palette.INK));
        inside.add(Label.of(
                Text.literal("net/ipv4/fib_trie.c"),
                new Point(x + pad, y + 36),
                Anchor.START,
                TextStyle.of(TextRole.FUNCTION),
                Palette.INK3));
        inside.add(Label.of(
                        Word.TRIE_SAME.text(),
                        new Point(x + pad, y + 66),
                        Anchor.START,
                        TextStyle.of(TextRole.DIRECTION),
                        Palette.INK2)
                .within(metrics.trie() - 2 * pad, Cut.END));
        double bottom = Math.max(y + 84, metrics.beside() ? below : 0);
        shapes.add(new Box(
                new Rect(x, top, metrics.trie(), bottom - top), 9, Palette.SURFACE, Stroke.solid(Palette.LINE, 1.4)));
        shapes.addAll(inside);
        return bottom;
    }
}
