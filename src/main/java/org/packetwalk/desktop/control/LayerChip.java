package org.packetwalk.desktop.control;

import javafx.scene.control.Label;

import org.packetwalk.trace.Stage;

/** The small block that names a layer, in its colour and with its letters. */
public final class LayerChip extends Label {

    /** A chip without a layer yet. */
    public LayerChip() {
        getStyleClass().add("chip");
    }

    /** A chip of a layer. */
    public LayerChip(Stage.Layer layer, String letters) {
        this();
        show(layer, letters);
    }

    /** Shows a layer. */
    public void show(Stage.Layer layer, String letters) {
        getStyleClass().setAll("label", "chip", LayerStyle.of(layer));
        setText(letters);
    }

    /** Shows the mark of a packet that was dropped. */
    public void showDropped(String letters) {
        getStyleClass().setAll("label", "chip", "chip-dropped");
        setText(letters);
    }
}
