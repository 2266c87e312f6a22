package org.packetwalk.desktop.compare;

import java.util.List;

import javafx.scene.layout.Region;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/**
 * The lines of two walks in one row of a comparison: one line as long as they do the same, a fork where they part, then a line
 * each, dotted where a walk has no step.
 */
final class CompareFork extends Region {
    /** The width it needs, in pixels: the two lines stand beside the chip. */
    static final double WIDTH = 76;

    private static final double APART = 30;
    /** Rows follow each other without a seam. */
    private static final double OVER = 0.5;

    /** What a row shows. */
    enum Shape {
        /** Both walks are on one line. */
        TOGETHER,
        /** Here they part. */
        FORK,
        /** Each is on a line of its own. */
        APART
    }

    private final Path one = new Path();
    private final Path other = new Path();
    private Shape shape = Shape.TOGETHER;

    CompareFork() {
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        setMouseTransparent(true);
        getChildren().setAll(one, other);
    }

    /** Shows a row; {@code first} and {@code second} say whether the two walks have a step in it. */
    void show(Shape wanted, boolean first, boolean second) {
        shape = wanted;
        style(one, first);
        style(other, second);
        requestLayout();
    }

    private void style(Path line, boolean there) {
        line.getStyleClass()
                .setAll(shape == Shape.FORK ? "compare-fork" : there ? "compare-line" : "compare-line-absent");
    }

    /** The row is as high as its words, and the lines follow. */
    @Override
    protected double computePrefHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        draw(one, -APART);
        draw(other, APART);
    }

    private void draw(Path line, double side) {
        double middle = getWidth() / 2;
        double end = getHeight() + OVER;
        switch (shape) {
            case TOGETHER -> line.getElements().setAll(new MoveTo(middle, -OVER), new LineTo(middle, end));
            case APART -> line.getElements().setAll(new MoveTo(middle + side, -OVER), new LineTo(middle + side, end));
            case FORK ->
                line.getElements()
                        .setAll(List.of(
                                new MoveTo(middle, -OVER),
                                new LineTo(middle, getHeight() * 0.15),
                                new CubicCurveTo(
                                        middle,
                                        getHeight() * 0.7,
                                        middle + side,
                                        getHeight() * 0.35,
                                        middle + side,
                                        end)));
        }
    }
}
