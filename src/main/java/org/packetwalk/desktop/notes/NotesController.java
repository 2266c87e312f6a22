package org.packetwalk.desktop.notes;

import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;

import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.narrate.Messages;

/** Shows the kept steps beside each other. */
public final class NotesController {
    private final NotesModel model;
    private final SessionModel session;
    private final Messages messages;

    @FXML
    private ScrollPane scroll;

    @FXML
    private HBox cards;

    @FXML
    private Label empty;

    /** The controller of one view. */
    public NotesController(NotesModel model, SessionModel session, Messages messages) {
        this.model = model;
        this.session = session;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        model.pins().addListener((InvalidationListener) change -> show());
        // another walk: which steps can be gone to is another matter
        session.steps().addListener((InvalidationListener) change -> show());
        show();
    }

    private void show() {
        cards.getChildren()
                .setAll(model.pins().stream()
                        .map(pin -> new PinCard(pin, model, messages))
                        .toList());
        empty.setVisible(model.pins().isEmpty());
        scroll.setVisible(!model.pins().isEmpty());
        scroll.setHvalue(scroll.getHmax());
    }
}
