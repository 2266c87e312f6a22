package org.packetwalk.diagram;

import java.util.List;

/**
 * Shapes that together stand for one subject: they are pointed at, focused and read aloud as one thing. The bounds are those
 * of the thing itself; a ring or a token may reach beyond them.
 */
public record Group(Subject subject, Role role, Text accessible, Rect bounds, List<Shape> shapes) implements Shape {
    public Group {
        shapes = List.copyOf(shapes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.group(this);
    }

    /** What kind of thing it is, for styles and for the keyboard. */
    public enum Role {
        HOST(false),
        STATION(true),
        HOOK(true),
        TABLE(true),
        ROW(false),
        DEVICE(true),
        RULE(true),
        BITS(true),
        OUTSIDE(true),
        WIRE(false),
        TRAIL(false),
        PACKET(false);

        private final boolean focusable;

        Role(boolean focusable) {
            this.focusable = focusable;
        }

        /** Whether the keyboard can go to it. */
        public boolean focusable() {
            return focusable;
        }
    }
}
