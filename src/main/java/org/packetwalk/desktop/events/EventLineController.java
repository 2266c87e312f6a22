package org.packetwalk.desktop.events;

import javafx.fxml.FXML;
import javafx.scene.control.Label;

import org.packetwalk.desktop.control.LayerChip;

/** Shows the row of the current step alone, for a log that is folded. */
public final class EventLineController {
    private final EventsModel model;

    @FXML
    private Label number;

    @FXML
    private LayerChip chip;

    @FXML
    private Label title;

    @FXML
    private Label detail;

    /** The controller of one line. */
    public EventLineController(EventsModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        model.currentProperty().subscribe(step -> {
            chip.setVisible(step.isPresent());
            number.setText(step.map(shown -> String.valueOf(shown.number())).orElse(""));
            title.setText(step.map(shown -> shown.title()).orElse(""));
            detail.setText(step.map(shown -> shown.detail()).orElse(""));
            step.ifPresent(shown -> chip.show(shown.layer(), shown.label()));
        });
    }
}
