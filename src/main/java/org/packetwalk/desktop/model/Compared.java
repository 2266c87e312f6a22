package org.packetwalk.desktop.model;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Two walks beside each other, and the row one looks at: what the comparison shows and the time bar moves along. */
public final class Compared {
    private final ReadOnlyObjectWrapper<ComparisonView> view = new ReadOnlyObjectWrapper<>(ComparisonView.NONE);
    private final ReadOnlyIntegerWrapper row = new ReadOnlyIntegerWrapper(-1);

    /** What is compared. */
    public ReadOnlyObjectProperty<ComparisonView> viewProperty() {
        return view.getReadOnlyProperty();
    }

    /** What is compared. */
    public ComparisonView view() {
        return view.get();
    }

    /** The row that is looked at, -1 if none is. */
    public ReadOnlyIntegerProperty rowProperty() {
        return row.getReadOnlyProperty();
    }

    /** The row that is looked at, -1 if none is. */
    public int row() {
        return row.get();
    }

    /** Shows a comparison where the two part, or at its beginning. */
    public void show(ComparisonView shown) {
        row.set(-1);
        view.set(shown);
        look(Math.max(0, shown.first()));
    }

    /** Looks at a row: both walks are shown there. Beyond the ends is the first or the last row. */
    public void look(int index) {
        if (view.get().isPresent()) {
            row.set(Math.max(0, Math.min(index, view.get().rows().size() - 1)));
        }
    }

    /** Nothing is compared any more. */
    public void forget() {
        row.set(-1);
        view.set(ComparisonView.NONE);
    }
}
