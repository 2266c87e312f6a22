package org.packetwalk.diagram;

/** A circle around a place. */
public record Circle(Point center, double radius, Palette fill, Stroke stroke) implements Shape {
    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.circle(this);
    }
}
