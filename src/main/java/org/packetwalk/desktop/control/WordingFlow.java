package org.packetwalk.desktop.control;

import java.util.ArrayList;
import java.util.List;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.packetwalk.desktop.model.Wording;
import org.packetwalk.narrate.SpokenPart;

/** A sentence that wraps, with the part that decides on a tinted ground. For a screen reader it is one text. */
public final class WordingFlow extends Region {
    private final Path marks = new Path();
    private final TextFlow flow = new TextFlow();
    private final List<Range> marked = new ArrayList<>();

    private record Range(int from, int to) {}

    /** An empty sentence. */
    public WordingFlow() {
        this(new String[0]);
    }

    /** An empty sentence with style classes of its own. */
    public WordingFlow(String... styleClasses) {
        getStyleClass().add("wording");
        getStyleClass().addAll(styleClasses);
        marks.getStyleClass().add("wording-marks");
        marks.setManaged(false);
        getChildren().addAll(marks, flow);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    /** A sentence with style classes of its own. */
    public static WordingFlow of(Wording wording, String... styleClasses) {
        WordingFlow flow = new WordingFlow(styleClasses);
        flow.show(wording);
        return flow;
    }

    /** Shows a sentence. */
    public void show(Wording wording) {
        marked.clear();
        flow.getChildren().clear();
        int at = 0;
        for (SpokenPart piece : wording.parts()) {
            Text text = new Text(piece.text());
            text.getStyleClass().add(styleClass(piece.style()));
            flow.getChildren().add(text);
            if (piece.style() == SpokenPart.Style.HIGHLIGHT) {
                marked.add(new Range(at, at + piece.text().length()));
            }
            at += piece.text().length();
        }
        setAccessibleText(wording.text());
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        Insets insets = getInsets();
        return insets.getLeft() + flow.prefWidth(-1) + insets.getRight();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets insets = getInsets();
        double inner = width < 0 ? -1 : width - insets.getLeft() - insets.getRight();
        return insets.getTop() + flow.prefHeight(inner) + insets.getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double width = getWidth() - insets.getLeft() - insets.getRight();
        flow.resizeRelocate(insets.getLeft(), insets.getTop(), width, flow.prefHeight(width));
        flow.layout();
        marks.getElements().clear();
        for (Range range : marked) {
            marks.getElements().addAll(flow.rangeShape(range.from(), range.to()));
        }
        marks.relocate(0, 0);
        marks.setLayoutX(insets.getLeft());
        marks.setLayoutY(insets.getTop());
    }

    private static String styleClass(SpokenPart.Style style) {
        return switch (style) {
            case PLAIN -> "wording-plain";
            case HIGHLIGHT -> "wording-mark";
            case NAME -> "wording-code";
        };
    }
}
