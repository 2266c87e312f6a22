package org.packetwalk.desktop.model;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** Which tabs of the log are shown, one or two beside each other, and how high it is. */
public final class LogState {
    /** The lowest log: its head alone. */
    public static final double LOWEST = 38;
    /** The highest. */
    public static final double HIGHEST = 420;

    private final ReadOnlyObjectWrapper<LogTab> left = new ReadOnlyObjectWrapper<>(LogTab.EVENTS);
    private final ReadOnlyObjectWrapper<LogTab> right = new ReadOnlyObjectWrapper<>(LogTab.CONSOLE);
    private final ReadOnlyBooleanWrapper split = new ReadOnlyBooleanWrapper(false);
    private final BooleanProperty opened = new SimpleBooleanProperty(false);
    private final DoubleProperty height = new SimpleDoubleProperty(0);

    /** The same for content that is replaced one day. */
    LogState followedBy(Followers followers) {
        LogState content = new LogState();
        followers.same(content.left, left);
        followers.same(content.right, right);
        followers.same(content.split, split);
        followers.same(content.opened, opened);
        followers.same(content.height, height);
        return content;
    }

    /** The tab on the left, or the only one. */
    public ReadOnlyObjectProperty<LogTab> leftProperty() {
        return left.getReadOnlyProperty();
    }

    /** The tab on the right, while two are shown. */
    public ReadOnlyObjectProperty<LogTab> rightProperty() {
        return right.getReadOnlyProperty();
    }

    /** Whether two tabs are shown. */
    public ReadOnlyBooleanProperty splitProperty() {
        return split.getReadOnlyProperty();
    }

    /** Whether the log of a small window is open; in a larger one it always is. */
    public BooleanProperty openedProperty() {
        return opened;
    }

    /** The height in logical pixels, 0 as long as nobody has chosen one. */
    public DoubleProperty heightProperty() {
        return height;
    }

    /** Brings a tab into view. */
    public void show(LogTab tab) {
        opened.set(true);
        if (!isShown(tab)) {
            left.set(tab);
        }
    }

    /** Whether a tab is in view. */
    public boolean isShown(LogTab tab) {
        return left.get() == tab || split.get() && right.get() == tab;
    }

    /** Moves the tab that is shown to the right and shows another beside it, or shows one alone again. */
    public void toggleSplit() {
        if (split.get()) {
            split.set(false);
            return;
        }
        LogTab moved = left.get() == LogTab.EVENTS ? LogTab.CONSOLE : left.get();
        right.set(moved);
        left.set(LogTab.EVENTS);
        split.set(true);
    }

    /** Makes it higher or lower. */
    public void resize(double from, double by) {
        height.set(Math.max(LOWEST, Math.min(HIGHEST, from + by)));
    }
}
