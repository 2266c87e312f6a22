package org.packetwalk.desktop.capture;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** A row of the capture: when, on which device, and tcpdump's line. */
final class CaptureCell extends ListCell<CaptureRow> {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass FUTURE = PseudoClass.getPseudoClass("future");

    private final Label mark = new Label();
    private final Label time = new Label();
    private final Label device = new Label();
    private final Label text = new Label();
    private final HBox row;

    CaptureCell() {
        getStyleClass().add("event-row");
        time.getStyleClass().addAll("event-column", "event-time");
        time.setMinWidth(USE_PREF_SIZE);
        device.getStyleClass().addAll("log-chip-label");
        text.getStyleClass().addAll("event-column", "event-detail");
        text.setMaxWidth(Double.MAX_VALUE);
        text.setMinWidth(0);
        StackPane chip = new StackPane(device);
        chip.setAlignment(Pos.CENTER_LEFT);
        chip.getStyleClass().add("capture-chip");
        mark.getStyleClass().addAll("event-column", "capture-mark");
        mark.setMinWidth(USE_PREF_SIZE);
        mark.managedProperty().bind(mark.visibleProperty());
        row = new HBox(mark, time, chip, text);
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(CaptureRow shown, boolean empty) {
        super.updateItem(shown, empty);
        pseudoClassStateChanged(CURRENT, !empty && shown.when() == CaptureRow.When.CURRENT);
        pseudoClassStateChanged(FUTURE, !empty && shown.when() == CaptureRow.When.FUTURE);
        if (empty) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        mark.setText(shown.mark());
        mark.setVisible(!shown.mark().isEmpty());
        time.setText(shown.frame().time());
        device.setText((shown.frame().host() + " " + shown.frame().device()).strip());
        text.setText(shown.frame().text());
        setAccessibleText(device.getText() + ": " + shown.copied());
        setGraphic(row);
    }
}
