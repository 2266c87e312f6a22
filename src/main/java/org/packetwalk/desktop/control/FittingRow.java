package org.packetwalk.desktop.control;

import java.util.List;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** A row at the right edge that shows as many of its parts as there is room for, the first ones first: none of them is cut. */
public final class FittingRow extends HBox {
    /** A row without parts. */
    public FittingRow() {
        setMinWidth(0);
    }

    @Override
    protected double computeMinWidth(double height) {
        List<Node> parts = getManagedChildren();
        return parts.isEmpty() ? 0 : snapSizeX(parts.get(0).prefWidth(-1));
    }

    @Override
    protected void layoutChildren() {
        List<Node> parts = getManagedChildren();
        double[] ends = new double[parts.size()];
        double end = 0;
        int shown = 0;
        for (int i = 0; i < parts.size(); i++) {
            double width = snapSizeX(parts.get(i).prefWidth(-1));
            end += width == 0 ? 0 : width + (end > 0 ? getSpacing() : 0);
            ends[i] = end;
            shown = i == 0 || end <= getWidth() + 0.5 ? i + 1 : shown;
        }
        double left = shown == 0 ? 0 : Math.max(0, getWidth() - ends[shown - 1]);
        for (int i = 0; i < parts.size(); i++) {
            Node part = parts.get(i);
            double width = snapSizeX(part.prefWidth(-1));
            part.setVisible(i < shown);
            layoutInArea(part, left + ends[i] - width, 0, width, getHeight(), 0, HPos.LEFT, VPos.CENTER);
        }
    }
}
