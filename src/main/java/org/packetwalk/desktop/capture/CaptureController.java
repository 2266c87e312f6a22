package org.packetwalk.desktop.capture;

import java.util.stream.Collectors;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

import org.packetwalk.narrate.Messages;

/** Binds the capture to its model. */
public final class CaptureController {
    private final CaptureModel model;
    private final Messages messages;
    private final Runnable laying;

    @FXML
    private ListView<CaptureRow> list;

    @FXML
    private Label remark;

    /** The controller of one capture; {@code laying} asks for a real capture and lays it beside. */
    public CaptureController(CaptureModel model, Runnable laying, Messages messages) {
        this.model = model;
        this.laying = laying;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        list.setCellFactory(view -> new CaptureCell());
        list.setItems(model.rows());
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                go();
            }
        });
        MenuItem copy = new MenuItem(messages.text("console.copy"));
        copy.setOnAction(event -> copy());
        MenuItem lay = new MenuItem(messages.text("capture.beside"));
        lay.setOnAction(event -> laying.run());
        MenuItem away = new MenuItem(messages.text("capture.beside.away"));
        away.setOnAction(event -> model.takeAway());
        away.disableProperty().bind(model.besideProperty().not());
        list.setContextMenu(new ContextMenu(copy, lay, away));
        model.rows().addListener((ListChangeListener<CaptureRow>) change -> showCurrent());
        model.remarkProperty().subscribe(text -> {
            remark.setText(text);
            remark.setVisible(!text.isEmpty());
            remark.setManaged(!text.isEmpty());
        });
        showCurrent();
    }

    private void showCurrent() {
        for (int i = model.rows().size() - 1; i >= 0; i--) {
            if (model.rows().get(i).when() != CaptureRow.When.FUTURE) {
                list.scrollTo(Math.max(0, i - 2));
                return;
            }
        }
    }

    private void go() {
        CaptureRow row = list.getSelectionModel().getSelectedItem();
        if (row != null && list.getSelectionModel().getSelectedItems().size() == 1) {
            model.choose(row);
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
            copy();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            go();
            event.consume();
        }
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(list.getSelectionModel().getSelectedItems().stream()
                .map(CaptureRow::copied)
                .collect(Collectors.joining("\n", "", "\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
