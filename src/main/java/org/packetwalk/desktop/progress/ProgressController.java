package org.packetwalk.desktop.progress;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.packetwalk.desktop.model.Busy;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.narrate.Messages;

/** Shows what takes long, with its events so far and a way to stop it. */
public final class ProgressController {
    private final WindowModel window;
    private final Messages messages;

    @FXML
    private HBox progress;

    @FXML
    private Label what;

    /** The controller of one strip. */
    public ProgressController(WindowModel window, Messages messages) {
        this.window = window;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        window.busyProperty().subscribe(this::show);
    }

    private void show(Busy busy) {
        boolean shown = busy != Busy.NOT;
        progress.setVisible(shown);
        progress.setManaged(shown);
        if (shown) {
            what.setText(
                    busy.title().isEmpty()
                            ? messages.text("progress.lab")
                            : messages.text("progress.command", busy.title(), busy.events()));
        }
    }

    @FXML
    private void stop() {
        window.busyProperty().get().stop().run();
    }
}
