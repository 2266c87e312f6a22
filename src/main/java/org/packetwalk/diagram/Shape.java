package org.packetwalk.diagram;

/** One thing to draw. Later shapes of a drawing lie above earlier ones. */
public sealed interface Shape permits Box, Line, Path, Circle, Label, Group {
    /** Calls the method for this shape. */
    <R> R accept(Visitor<R> visitor);

    /** One method for each shape. */
    interface Visitor<R> {
        R box(Box box);

        R line(Line line);

        R path(Path path);

        R circle(Circle circle);

        R label(Label label);

        R group(Group group);
    }
}
