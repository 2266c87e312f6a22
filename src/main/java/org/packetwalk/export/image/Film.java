package org.packetwalk.export.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.packetwalk.diagram.Drawing;
import org.packetwalk.diagram.Group;
import org.packetwalk.diagram.Palette;
import org.packetwalk.diagram.Shape;
import org.packetwalk.diagram.Text;
import org.packetwalk.diagram.Theme;

/**
 * Pictures painted one over the other, each only where shapes have come or gone: most of a picture is as in the one before. Its
 * pixels are those of the same picture painted on its own.
 */
final class Film {
    /** How far an edge that is smoothed reaches beyond its outline, in pixels. */
    private static final int EDGE = 2;

    private final Theme theme;
    private final double scale;
    private final Outlines outlines;
    private final Map<Shape, List<Part>> known = new LinkedHashMap<>();
    private List<Shape> before = List.of();
    private BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);

    /** Something to paint, and the pixels it can touch. */
    private record Part(Inked inked, Rectangle pixels) {}

    Film(Theme theme, Function<Text, String> words, ImageFonts fonts, double scale) {
        this.theme = theme;
        this.scale = scale;
        outlines = new Outlines(words, fonts);
    }

    /** The picture as it is now; the next one is painted over it. */
    BufferedImage image() {
        return image;
    }

    /** Paints the next picture; answers what differs from the one before. */
    ChangedArea next(Drawing drawing) {
        List<Shape> now = new ArrayList<>();
        drawing.shapes().forEach(shape -> leaves(shape, now));
        int width = (int) Math.ceil(drawing.size().width() * scale);
        int height = (int) Math.ceil(drawing.size().height() * scale);
        Rectangle whole = new Rectangle(width, height);
        if (image.getWidth() != width || image.getHeight() != height) {
            image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            paint(now, whole);
            before = now;
            return ChangedArea.all(image);
        }
        List<Rectangle> dirty = changed(now, whole);
        Rectangle all = dirty.stream().reduce(Rectangle::union).orElse(new Rectangle(1, 1));
        int[] pixels = ChangedArea.pixels(image, all);
        dirty.forEach(area -> paint(now, area));
        before = now;
        return ChangedArea.of(image, all, pixels);
    }

    /** Groups say what belongs together and paint nothing themselves. */
    private static void leaves(Shape shape, List<Shape> leaves) {
        if (shape instanceof Group group) {
            group.shapes().forEach(member -> leaves(member, leaves));
        } else {
            leaves.add(shape);
        }
    }

    /** The areas of what has come or gone; all of it if what stays has another order. */
    private List<Rectangle> changed(List<Shape> now, Rectangle whole) {
        List<Shape> came = new ArrayList<>();
        List<Shape> stayed = without(now, before, came);
        List<Shape> went = new ArrayList<>();
        if (!without(before, now, went).equals(stayed)) {
            return List.of(whole);
        }
        came.addAll(went);
        List<Rectangle> areas = new ArrayList<>();
        for (Shape shape : came) {
            for (Part part : parts(shape)) {
                Rectangle area = part.pixels().intersection(whole);
                if (!area.isEmpty()) {
                    add(areas, area);
                }
            }
        }
        return areas;
    }

    /** Areas that touch become one, so that nothing is painted twice. */
    private static void add(List<Rectangle> areas, Rectangle area) {
        Rectangle grown = area;
        boolean grows = true;
        while (grows) {
            Rectangle reached = grown;
            List<Rectangle> touched =
                    areas.stream().filter(one -> one.intersects(reached)).toList();
            areas.removeAll(touched);
            grown = touched.stream().reduce(grown, Rectangle::union);
            grows = !touched.isEmpty();
        }
        areas.add(grown);
    }

    /** Of some shapes those that are among the others, too, as often as they are there; the rest goes to a list. */
    private static List<Shape> without(List<Shape> shapes, List<Shape> others, List<Shape> rest) {
        Map<Shape, Integer> left = new LinkedHashMap<>();
        others.forEach(shape -> left.merge(shape, 1, Integer::sum));
        List<Shape> common = new ArrayList<>();
        for (Shape shape : shapes) {
            int count = left.getOrDefault(shape, 0);
            if (count > 0) {
                left.put(shape, count - 1);
                common.add(shape);
            } else {
                rest.add(shape);
            }
        }
        return common;
    }

    private List<Part> parts(Shape shape) {
        return known.computeIfAbsent(
                shape,
                one -> one.accept(outlines).stream()
                        .map(inked -> new Part(inked, pixels(inked.bounds())))
                        .toList());
    }

    private Rectangle pixels(Rectangle2D bounds) {
        Rectangle pixels = AffineTransform.getScaleInstance(scale, scale)
                .createTransformedShape(bounds)
                .getBounds();
        pixels.grow(EDGE, EDGE);
        return pixels;
    }

    private void paint(List<Shape> shapes, Rectangle area) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setClip(area);
        graphics.setColor(Color.decode(Palette.BG.in(theme)));
        graphics.fill(area);
        graphics.scale(scale, scale);
        for (Shape shape : shapes) {
            for (Part part : parts(shape)) {
                if (part.pixels().intersects(area)) {
                    part.inked().paint(graphics, theme);
                }
            }
        }
        graphics.dispose();
    }
}
