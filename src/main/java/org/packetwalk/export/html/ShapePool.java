package org.packetwalk.export.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.packetwalk.diagram.Drawing;
import org.packetwalk.diagram.Shape;
import org.packetwalk.export.svg.SvgShapes;

/** The shapes of many pictures, each kept once: from step to step little changes. */
final class ShapePool {
    private final SvgShapes writer;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    ShapePool(SvgShapes writer) {
        this.writer = writer;
    }

    /** The numbers of the shapes of a picture, from the lowest to the highest. */
    List<Integer> numbers(Drawing drawing) {
        List<Integer> found = new ArrayList<>();
        for (Shape shape : drawing.shapes()) {
            String written = shape.accept(writer);
            found.add(numbers.computeIfAbsent(written, unknown -> numbers.size()));
        }
        return found;
    }

    /** All shapes as SVG, in the order of their numbers. */
    List<String> shapes() {
        return List.copyOf(numbers.keySet());
    }
}
