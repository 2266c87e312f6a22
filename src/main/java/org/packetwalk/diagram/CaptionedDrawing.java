package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.diagram.Label.Anchor;
import org.packetwalk.diagram.Label.Cut;

/** Lays out a drawing with its caption below, for exports: the command and the step, the sentence, the setting. */
public final class CaptionedDrawing {
    private static final double SIDE = 24;
    private static final double ABOVE = 18;
    private static final double LINE = 28;
    private static final double BELOW = 14;

    private CaptionedDrawing() {}

    /** The drawing and what stands under it; as wide as the drawing, and higher. */
    public static Drawing of(Drawing drawing, Caption caption) {
        return of(drawing, caption, 0);
    }

    /** How high a caption is under a drawing of a width. */
    public static double height(Caption caption, double width) {
        return height(wrapped(caption.sentence(), TextStyle.of(TextRole.SENTENCE), width - 2 * SIDE));
    }

    private static double height(List<String> lines) {
        return ABOVE + LINE * (lines.size() + 2) + BELOW;
    }

    /** The same with a caption of at least some height. */
    public static Drawing of(Drawing drawing, Caption caption, double least) {
        double width = drawing.size().width();
        double top = drawing.size().height();
        double room = width - 2 * SIDE;
        var command = TextStyle.of(TextRole.COMMAND);
        var step = TextStyle.of(TextRole.BODY);
        var sentence = TextStyle.of(TextRole.SENTENCE);
        List<String> lines = wrapped(caption.sentence(), sentence, room);
        double height = Math.max(least, height(lines));
        var shapes = new ArrayList<>(drawing.shapes());
        shapes.add(new Box(new Rect(0, top, width, height), 0, Palette.SURFACE, Stroke.NONE));
        shapes.add(new Line(new Point(0, top), new Point(width, top), Stroke.solid(Palette.LINE, 1)));
        double y = top + ABOVE + 16;
        double stepWidth = TextWidth.of(caption.step(), step);
        shapes.add(label("$ " + caption.command(), SIDE, y, Anchor.START, command, Palette.INK)
                .within(room - stepWidth - SIDE, Cut.END));
        shapes.add(label(caption.step(), width - SIDE, y, Anchor.END, step, Palette.INK2));
        for (String line : lines) {
            y += LINE;
            shapes.add(label(line, SIDE, y, Anchor.START, sentence, Palette.INK).within(room, Cut.END));
        }
        y += LINE;
        shapes.add(label(caption.setting(), SIDE, y, Anchor.START, TextStyle.of(TextRole.CAPTION), Palette.INK3)
                .within(room, Cut.END));
        return new Drawing(new Size(width, top + height), shapes);
    }

    private static Label label(String text, double x, double y, Anchor anchor, TextStyle style, Palette colour) {
        return Label.of(Text.literal(text), new Point(x, y), anchor, style, colour);
    }

    /** The text in lines no wider than the room; it breaks at spaces, and after any Chinese character. */
    private static List<String> wrapped(String text, TextStyle style, double room) {
        var lines = new ArrayList<String>();
        int start = 0;
        int space = -1;
        for (int i = 0; i < text.length(); i++) {
            if (TextWidth.of(text.substring(start, i + 1), style) > room && space > start) {
                lines.add(text.substring(start, space).strip());
                start = space;
            }
            if (text.charAt(i) == ' ' || text.charAt(i) >= 0x2E80) {
                space = i + 1;
            }
        }
        lines.add(text.substring(start).strip());
        return lines;
    }
}
