package org.packetwalk.desktop.app;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Scale;

/**
 * Shows its content larger: laid out for a smaller window, then enlarged. The scale is no larger than leaves the content the
 * smallest window that is supported.
 */
final class ScaledPane extends Region {
    private final StackPane content = new StackPane();
    private final Scale scale = new Scale(1, 1, 0, 0);
    private final DoubleProperty wanted = new SimpleDoubleProperty(1);
    private final ReadOnlyDoubleWrapper used = new ReadOnlyDoubleWrapper(1);
    private final ReadOnlyDoubleWrapper logicalWidth = new ReadOnlyDoubleWrapper();
    private final double leastWidth;
    private final double leastHeight;

    ScaledPane(double leastWidth, double leastHeight) {
        this.leastWidth = leastWidth;
        this.leastHeight = leastHeight;
        content.getTransforms().setAll(scale);
        getChildren().setAll(content);
        wanted.subscribe(value -> fit());
        widthProperty().subscribe(value -> fit());
        heightProperty().subscribe(value -> fit());
    }

    /** The scale asked for, 1 and up. */
    DoubleProperty wantedProperty() {
        return wanted;
    }

    /** The scale used. */
    ReadOnlyDoubleProperty usedProperty() {
        return used.getReadOnlyProperty();
    }

    /** The width the content is laid out for. */
    ReadOnlyDoubleProperty logicalWidthProperty() {
        return logicalWidth.getReadOnlyProperty();
    }

    void show(Node... nodes) {
        content.getChildren().setAll(nodes);
    }

    private void fit() {
        double most = Math.min(getWidth() / leastWidth, getHeight() / leastHeight);
        double factor = getWidth() == 0 || getHeight() == 0 ? wanted.get() : Math.max(1, Math.min(wanted.get(), most));
        used.set(factor);
        scale.setX(factor);
        scale.setY(factor);
        logicalWidth.set(getWidth() / factor);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / used.get(), getHeight() / used.get());
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }
}
