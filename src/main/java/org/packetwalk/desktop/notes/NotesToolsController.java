package org.packetwalk.desktop.notes;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The verbs of the notes. */
public final class NotesToolsController {
    private final NotesModel model;

    @FXML
    private Button pin;

    @FXML
    private Button copy;

    /** The controller of one row of verbs. */
    public NotesToolsController(NotesModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        pin.disableProperty().bind(Bindings.not(model.canPin()));
        copy.disableProperty().bind(Bindings.isEmpty(model.pins()));
    }

    @FXML
    private void pin() {
        model.pin();
    }

    @FXML
    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.markdown());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
