package org.packetwalk.desktop.presentation;

import javafx.beans.DefaultProperty;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Scale;

/**
 * Lays its content out as for a picture of 1600 x 1000 and enlarges or shrinks it to the room there is, so that letters have
 * the same share of the picture on every screen.
 */
@DefaultProperty("content")
public final class FittedPane extends Region {
    private static final double WIDTH = 1600;
    private static final double HEIGHT = 1000;

    private final StackPane holder = new StackPane();
    private final Scale scale = new Scale(1, 1, 0, 0);

    /** A pane without content. */
    public FittedPane() {
        holder.getTransforms().setAll(scale);
        getChildren().setAll(holder);
    }

    /** What it shows. */
    public ObservableList<Node> getContent() {
        return holder.getChildren();
    }

    @Override
    protected void layoutChildren() {
        double factor = Math.max(0.1, Math.min(getWidth() / WIDTH, getHeight() / HEIGHT));
        scale.setX(factor);
        scale.setY(factor);
        holder.resizeRelocate(0, 0, getWidth() / factor, getHeight() / factor);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 0;
    }
}
