package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.diagram.Label.Anchor;
import org.packetwalk.diagram.StackPicture.Traveller;

/** Draws packets: the header blocks, outermost first, bare as a trail glyph or in the amber holder of a token. */
final class Tokens {
    private static final double GAP = 2;
    private static final double PAD = 6;
    private static final double AROUND = 6;
    private static final double CLOCK = 26;

    private final double height;
    private final double scale;
    private final TextStyle letters;
    private final TextStyle caption;

    Tokens(StackMetrics metrics) {
        this(
                metrics.blockHeight(),
                metrics.blockScale(),
                metrics.style(TextRole.HEADER_BLOCK),
                metrics.style(TextRole.OUTSIDE_NAME));
    }

    Tokens(double height, double scale, TextStyle letters, TextStyle caption) {
        this.height = height;
        this.scale = scale;
        this.letters = letters;
        this.caption = caption;
    }

    /** Which way the arrowhead of a token points. */
    enum Arrow {
        NONE,
        LEFT,
        RIGHT
    }

    double width(List<HeaderBlock> blocks) {
        return blocks.stream().mapToDouble(block -> width(block) + GAP).sum() - (blocks.isEmpty() ? 0 : GAP);
    }

    /** Never narrower than its letters. */
    private double width(HeaderBlock block) {
        return Math.max(block.width() * scale, TextWidth.of(block.letters(), letters) + AROUND);
    }

    /** The size of the holder around the blocks, the caption and the clock. */
    Size size(Traveller traveller) {
        double width = width(traveller.blocks()) + 2 * PAD;
        if (!traveller.caption().isEmpty()) {
            width += TextWidth.of(traveller.caption(), caption, 22) + 14;
        }
        if (traveller.fate() == Traveller.Fate.WAITING) {
            width += CLOCK;
        }
        return new Size(width, height + 2 * PAD);
    }

    List<Shape> blocks(List<HeaderBlock> blocks, double x, double centerY) {
        var shapes = new ArrayList<Shape>();
        double at = x;
        for (HeaderBlock block : blocks) {
            var bounds = new Rect(at, centerY - height / 2, width(block), height);
            shapes.add(new Box(bounds, 3, block.tint(), Stroke.solid(block.line(), 1.4)));
            shapes.add(Label.of(
                    Text.literal(block.letters()),
                    new Point(bounds.centerX(), centerY + letters.size() * 0.36),
                    Anchor.MIDDLE,
                    letters,
                    block.line()));
            at = bounds.right() + GAP;
        }
        return shapes;
    }

    Group token(Traveller traveller, Point center, Arrow arrow) {
        Size size = size(traveller);
        Rect bounds = Rect.centered(center, size.width(), size.height());
        boolean dropped = traveller.fate() == Traveller.Fate.DROPPED;
        Palette edge = dropped ? Palette.DROP : Palette.PKT_LINE;
        var shapes = new ArrayList<Shape>();
        shapes.add(new Box(bounds, 8, dropped ? Palette.DROP : Palette.PKT, Stroke.solid(edge, 1.5)));
        if (arrow != Arrow.NONE) {
            double tip = arrow == Arrow.RIGHT ? bounds.right() + 7 : bounds.x() - 7;
            double base = arrow == Arrow.RIGHT ? bounds.right() - 1 : bounds.x() + 1;
            shapes.add(Path.filled(
                    List.of(
                            new Point(base, center.y() - 6),
                            new Point(tip, center.y()),
                            new Point(base, center.y() + 6)),
                    edge));
        }
        shapes.addAll(blocks(traveller.blocks(), bounds.x() + PAD, center.y()));
        if (!traveller.caption().isEmpty()) {
            shapes.add(Label.of(
                    traveller.caption(),
                    new Point(bounds.x() + PAD + width(traveller.blocks()) + 10, center.y() + caption.size() * 0.35),
                    Anchor.START,
                    caption,
                    dropped ? Palette.ON : Palette.PKT_INK));
        }
        if (traveller.fate() == Traveller.Fate.WAITING) {
            var clock = new Point(bounds.right() - PAD - 10, center.y());
            shapes.add(new Circle(clock, 10, Palette.SURFACE, Stroke.solid(Palette.PKT_LINE, 2)));
            shapes.add(Path.through(List.of(clock.plus(0, -6), clock, clock.plus(5, 0)), Stroke.solid(Palette.INK, 2)));
        }
        var words = new ArrayList<String>();
        traveller.blocks().forEach(block -> words.add(block.letters()));
        Text accessible = Word.ACCESSIBLE_PACKET.text(
                Text.literal(Integer.toString(traveller.number())), Text.literal(String.join(" ", words)));
        return new Group(Subject.packet(traveller.number()), Group.Role.PACKET, accessible, bounds, shapes);
    }

    /** The cross in a disc that ends a trail. */
    static List<Shape> cross(Point center) {
        Stroke stroke = Stroke.solid(Palette.ON, 3);
        return List.of(
                new Circle(center, 13, Palette.DROP, Stroke.NONE),
                new Line(center.plus(-5, -5), center.plus(5, 5), stroke),
                new Line(center.plus(5, -5), center.plus(-5, 5), stroke));
    }
}
