package org.packetwalk.diagram;

/** A rectangle, its corners rounded with a radius. The stroke lies half inside and half outside. */
public record Box(Rect bounds, double radius, Palette fill, Stroke stroke) implements Shape {
    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.box(this);
    }
}
