package org.packetwalk.desktop.control;

import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;

/** A field whose wrong part is underlined. */
final class MarkedField extends StackPane {
    private static final double BELOW = 0.62;
    private static final double THICK = 2.5;

    private final TextField field;
    private final Region wrong = new Region();
    private int from;
    private int to;

    MarkedField(TextField field) {
        this.field = field;
        wrong.getStyleClass().add("command-wrong");
        wrong.setManaged(false);
        wrong.setVisible(false);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(field, wrong);
    }

    /** Underlines the characters between two places; none if they are the same. */
    void mark(int first, int end) {
        from = first;
        to = end;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        int length = field.getText().length();
        int left = Math.min(from, length);
        int right = Math.min(to, length);
        wrong.setVisible(right > left);
        if (right > left) {
            double start = width(field.getText().substring(0, left));
            double end = width(field.getText().substring(0, right));
            double y = getHeight() / 2 + field.getFont().getSize() * BELOW;
            wrong.resizeRelocate(field.getInsets().getLeft() + start, y, end - start, THICK);
        }
    }

    private double width(String text) {
        Text measured = new Text(text);
        measured.setFont(field.getFont());
        return measured.getLayoutBounds().getWidth();
    }
}
