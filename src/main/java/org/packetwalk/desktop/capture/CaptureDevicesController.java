package org.packetwalk.desktop.capture;

import java.util.List;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

import org.packetwalk.narrate.Messages;

/** The devices of the capture, each with how many frames it has seen. */
public final class CaptureDevicesController {
    private final CaptureModel model;
    private final Messages messages;

    @FXML
    private HBox row;

    /** The controller of one row of devices. */
    public CaptureDevicesController(CaptureModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        model.choicesProperty().subscribe(this::show);
    }

    /** The buttons stay as long as the devices do, and with them the focus. */
    private void show(List<CaptureModel.Choice> devices) {
        List<Node> old = row.getChildren();
        if (old.size() != devices.size()) {
            row.getChildren()
                    .setAll(devices.stream().map(device -> new ToggleButton()).toList());
        }
        for (int i = 0; i < devices.size(); i++) {
            CaptureModel.Choice device = devices.get(i);
            ToggleButton chip = (ToggleButton) row.getChildren().get(i);
            chip.setId("capture-" + device.name().replace(' ', '-'));
            chip.setMnemonicParsing(false);
            chip.getStyleClass().setAll("log-chip");
            chip.setText(device.name() + "  " + device.frames());
            chip.setAccessibleText(messages.text("capture.device", device.name(), device.frames()));
            chip.setSelected(device.chosen());
            chip.setMinWidth(ToggleButton.USE_PREF_SIZE);
            chip.setOnAction(event -> model.toggle(device));
        }
    }
}
