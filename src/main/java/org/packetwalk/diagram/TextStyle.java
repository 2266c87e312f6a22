package org.packetwalk.diagram;

/** A text role in the size a drawing uses it: the density and the presentation mode change sizes, never faces. */
public record TextStyle(TextRole role, double size) {
    /** A role in its own size. */
    public static TextStyle of(TextRole role) {
        return new TextStyle(role, role.size());
    }

    /** The face of the role. */
    public Face face() {
        return role.face();
    }
}
