package org.packetwalk.desktop.model;

import java.util.List;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** How the window makes itself easy to see: its scale, how much it moves, and whether it presents. */
public final class Accommodation {
    /** The scales that can be chosen. */
    public static final List<Double> SCALES = List.of(1.0, 1.25, 1.5, 1.75, 2.0);

    private final DoubleProperty scale = new SimpleDoubleProperty(1);
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty(false);
    private final BooleanProperty presenting = new SimpleBooleanProperty(false);

    /** The same for content that is replaced one day. */
    Accommodation followedBy(Followers followers) {
        Accommodation content = new Accommodation();
        followers.same(content.scale, scale);
        followers.same(content.reducedMotion, reducedMotion);
        followers.same(content.presenting, presenting);
        return content;
    }

    /** How much larger than drawn everything is, 1 to 2. */
    public DoubleProperty scaleProperty() {
        return scale;
    }

    /** Whether packets fade instead of travelling. */
    public BooleanProperty reducedMotionProperty() {
        return reducedMotion;
    }

    /** Whether the window shows one picture and one sentence, to be read from the back row. */
    public BooleanProperty presentingProperty() {
        return presenting;
    }

    /** The next larger scale. */
    public void larger() {
        scale.set(SCALES.stream().filter(step -> step > scale.get()).findFirst().orElse(scale.get()));
    }

    /** The next smaller scale. */
    public void smaller() {
        scale.set(SCALES.stream()
                .filter(step -> step < scale.get())
                .reduce((first, second) -> second)
                .orElse(scale.get()));
    }

    /** The scale everything was drawn for. */
    public void unscaled() {
        scale.set(1);
    }
}
