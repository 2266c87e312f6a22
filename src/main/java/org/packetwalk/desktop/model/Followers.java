package org.packetwalk.desktop.model;

import java.util.ArrayList;
import java.util.List;

import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.collections.ObservableList;

/**
 * Pairs of values that are kept the same until they are let go. What listens to the one that is dropped is dropped with it: the
 * lasting one knows nothing of it.
 */
final class Followers {
    private final List<Runnable> endings = new ArrayList<>();

    /** Keeps a value the same as one that lasts longer, whichever of the two is changed. */
    <T> void same(Property<T> dropped, Property<T> lasting) {
        dropped.bindBidirectional(lasting);
        endings.add(() -> dropped.unbindBidirectional(lasting));
    }

    /** Keeps a list the same as one that lasts longer. */
    <T> void same(ObservableList<T> dropped, ObservableList<T> lasting) {
        Bindings.bindContentBidirectional(dropped, lasting);
        endings.add(() -> Bindings.unbindContentBidirectional(dropped, lasting));
    }

    /** Lets all pairs go. */
    void end() {
        endings.forEach(Runnable::run);
        endings.clear();
    }
}
