package org.packetwalk.diagram;

/** A straight line. */
public record Line(Point from, Point to, Stroke stroke) implements Shape {
    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.line(this);
    }
}
