package org.packetwalk.desktop.control;

import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;

/** The mark of the program: a U with a packet on its right end. */
public final class ProgramMark extends StackPane {

    /** The mark. */
    public ProgramMark() {
        getStyleClass().add("program-mark");
        SVGPath u = new SVGPath();
        u.setContent("M7 4v17a9 9 0 0 0 9 9h2a9 9 0 0 0 9-9V9");
        u.getStyleClass().add("program-mark-u");
        Rectangle packet = new Rectangle(21, 2.5, 12, 9);
        packet.getStyleClass().add("program-mark-packet");
        getChildren().add(new Group(u, packet));
        setMouseTransparent(true);
    }
}
