package org.packetwalk.diagram;

import java.util.List;

/** A picture as data: shapes from the lowest to the highest. The window and every export paint the same drawing. */
public record Drawing(Size size, List<Shape> shapes) {
    public Drawing {
        shapes = List.copyOf(shapes);
    }
}
