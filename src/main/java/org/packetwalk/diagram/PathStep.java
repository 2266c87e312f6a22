package org.packetwalk.diagram;

/** One step of the outline of a {@link Path}, in absolute places. */
public sealed interface PathStep permits PathStep.MoveTo, PathStep.LineTo, PathStep.CurveTo, PathStep.Close {
    /** Calls the method for this step. */
    <R> R accept(Visitor<R> visitor);

    /** Goes to a place without drawing. */
    record MoveTo(double x, double y) implements PathStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.moveTo(this);
        }
    }

    /** Draws a straight line. */
    record LineTo(double x, double y) implements PathStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.lineTo(this);
        }
    }

    /** Draws a cubic curve with two control points. */
    record CurveTo(double c1x, double c1y, double c2x, double c2y, double x, double y) implements PathStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.curveTo(this);
        }
    }

    /** Draws back to the last {@link MoveTo}. */
    record Close() implements PathStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.close(this);
        }
    }

    /** One method for each step. */
    interface Visitor<R> {
        R moveTo(MoveTo step);

        R lineTo(LineTo step);

        R curveTo(CurveTo step);

        R close(Close step);
    }
}
