package org.packetwalk.export.svg;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.packetwalk.diagram.Box;
import org.packetwalk.diagram.Circle;
import org.packetwalk.diagram.Face;
import org.packetwalk.diagram.Group;
import org.packetwalk.diagram.Label;
import org.packetwalk.diagram.LabelCut;
import org.packetwalk.diagram.Line;
import org.packetwalk.diagram.LineStyle;
import org.packetwalk.diagram.Palette;
import org.packetwalk.diagram.Path;
import org.packetwalk.diagram.PathStep;
import org.packetwalk.diagram.Shape;
import org.packetwalk.diagram.Stroke;
import org.packetwalk.diagram.Text;
import org.packetwalk.diagram.TextWidth;
import org.packetwalk.diagram.Theme;

/**
 * Shapes as SVG elements. A text says how wide it is, so that it keeps its place where the reader's machine has none of the
 * fonts.
 */
public final class SvgShapes implements Shape.Visitor<String> {
    private final Theme theme;
    private final Function<Text, String> words;

    /** Shapes in the colours of a theme, their texts looked up by {@code words}. */
    public SvgShapes(Theme theme, Function<Text, String> words) {
        this.theme = theme;
        this.words = words;
    }

    @Override
    public String box(Box box) {
        return element(
                "rect",
                number("x", box.bounds().x())
                        + number("y", box.bounds().y())
                        + number("width", box.bounds().width())
                        + number("height", box.bounds().height())
                        + (box.radius() > 0 ? number("rx", box.radius()) : ""),
                box.fill(),
                box.stroke());
    }

    @Override
    public String line(Line line) {
        return element(
                "line",
                number("x1", line.from().x())
                        + number("y1", line.from().y())
                        + number("x2", line.to().x())
                        + number("y2", line.to().y()),
                Palette.NONE,
                line.stroke());
    }

    @Override
    public String path(Path path) {
        String outline =
                path.steps().stream().map(step -> step.accept(Outline.OUTLINE)).collect(Collectors.joining());
        return element("path", " d=\"" + outline + '"', path.fill(), path.stroke());
    }

    @Override
    public String circle(Circle circle) {
        return element(
                "circle",
                number("cx", circle.center().x()) + number("cy", circle.center().y()) + number("r", circle.radius()),
                circle.fill(),
                circle.stroke());
    }

    @Override
    public String label(Label label) {
        String text = LabelCut.fitted(
                words.apply(label.text()),
                label.maxWidth(),
                label.cut(),
                wanted -> TextWidth.of(wanted, label.style()));
        if (text.isBlank()) {
            return "";
        }
        Face face = label.style().face();
        return "<text" + number("x", label.at().x())
                + number("y", label.at().y())
                + anchor(label.anchor())
                + " font-family=\"" + family(face) + '"'
                + " font-weight=\"" + weight(face) + '"'
                + number("font-size", label.style().size())
                + number("textLength", TextWidth.of(text, label.style()))
                + " lengthAdjust=\"spacingAndGlyphs\""
                + " fill=\"" + label.colour().in(theme) + "\" xml:space=\"preserve\">"
                + XmlText.escaped(text) + "</text>";
    }

    @Override
    public String group(Group group) {
        String name = words.apply(group.accessible());
        return "<g" + (name.isBlank() ? "" : " role=\"img\" aria-label=\"" + XmlText.escaped(name) + '"') + ">"
                + all(group.shapes()) + "</g>";
    }

    /** One after the other, the later above the earlier. */
    public String all(List<Shape> shapes) {
        return shapes.stream().map(shape -> shape.accept(this)).collect(Collectors.joining());
    }

    private String element(String name, String attributes, Palette fill, Stroke stroke) {
        return "<" + name + attributes + " fill=\"" + (fill == Palette.NONE ? "none" : fill.in(theme)) + '"'
                + edge(stroke) + "/>";
    }

    private String edge(Stroke stroke) {
        if (stroke.colour() == Palette.NONE || stroke.width() <= 0) {
            return "";
        }
        String dashes = stroke.style().dashes().stream().map(SvgNumber::of).collect(Collectors.joining(" "));
        return " stroke=\"" + stroke.colour().in(theme) + '"'
                + number("stroke-width", stroke.width())
                + (stroke.opacity() < 1 ? number("stroke-opacity", stroke.opacity()) : "")
                + " stroke-linejoin=\"round\""
                + (stroke.style() == LineStyle.SOLID
                        ? " stroke-linecap=\"round\""
                        : " stroke-dasharray=\"" + dashes + '"');
    }

    private static String number(String name, double value) {
        return ' ' + name + "=\"" + SvgNumber.of(value) + '"';
    }

    private static String anchor(Label.Anchor anchor) {
        return switch (anchor) {
            case START -> "";
            case MIDDLE -> " text-anchor=\"middle\"";
            case END -> " text-anchor=\"end\"";
        };
    }

    private static String family(Face face) {
        return face.monospaced()
                ? "'JetBrains Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace"
                : "'Packetwalk Sans', Inter, 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";
    }

    private static int weight(Face face) {
        return switch (face) {
            case SANS, MONO -> 400;
            case SANS_MEDIUM, MONO_MEDIUM -> 500;
            case SANS_SEMIBOLD -> 600;
            case SANS_BOLD, MONO_BOLD -> 700;
        };
    }

    /** The steps of an outline as path data (SVG 2, section 9.3). */
    private enum Outline implements PathStep.Visitor<String> {
        OUTLINE;

        @Override
        public String moveTo(PathStep.MoveTo step) {
            return "M" + point(step.x(), step.y());
        }

        @Override
        public String lineTo(PathStep.LineTo step) {
            return "L" + point(step.x(), step.y());
        }

        @Override
        public String curveTo(PathStep.CurveTo step) {
            return "C" + point(step.c1x(), step.c1y()) + ' ' + point(step.c2x(), step.c2y()) + ' '
                    + point(step.x(), step.y());
        }

        @Override
        public String close(PathStep.Close step) {
            return "Z";
        }

        private static String point(double x, double y) {
            return SvgNumber.of(x) + ' ' + SvgNumber.of(y);
        }
    }
}
