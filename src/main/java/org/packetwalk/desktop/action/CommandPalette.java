package org.packetwalk.desktop.action;

import java.util.List;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.packetwalk.narrate.Messages;

/** Every verb of the window, found by typing a part of its name: arrows choose, Enter calls. */
public final class CommandPalette extends VBox {
    private final ActionSearch search;
    private final Runnable close;
    private final TextField field = new TextField();
    private final ListView<Action> list = new ListView<>();

    /** The palette of these verbs; {@code close} takes it away. */
    public CommandPalette(List<Action> actions, Messages messages, Runnable close) {
        this.search = new ActionSearch(actions, messages);
        this.close = close;
        setId("palette");
        getStyleClass().addAll("sheet", "palette");
        field.setId("palette-field");
        field.setPromptText(messages.text("palette.prompt"));
        field.setAccessibleText(messages.text("palette.title"));
        list.setId("palette-list");
        list.getStyleClass().add("palette-list");
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new Cell());
        list.setPlaceholder(new Label(messages.text("palette.nothing")));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().setAll(field, list);
        field.textProperty().subscribe(this::show);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setOnMouseClicked(event -> call());
    }

    /** What has the focus when it is opened. */
    public Node first() {
        return field;
    }

    private void show(String typed) {
        list.getItems().setAll(search.find(typed));
        list.getSelectionModel().selectFirst();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            int size = list.getItems().size();
            if (size > 0) {
                int by = event.getCode() == KeyCode.DOWN ? 1 : -1;
                int next = Math.floorMod(list.getSelectionModel().getSelectedIndex() + by, size);
                list.getSelectionModel().select(next);
                list.scrollTo(Math.max(0, next - 4));
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            call();
            event.consume();
        }
    }

    private void call() {
        Action chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null && chosen.enabled().get()) {
            close.run();
            chosen.call();
        }
    }

    private final class Cell extends ListCell<Action> {
        private final Label name = new Label();
        private final Label keys = new Label();
        private final HBox row = new HBox(name, keys);

        Cell() {
            getStyleClass().add("palette-row");
            row.setAlignment(Pos.CENTER_LEFT);
            name.setMaxWidth(Double.MAX_VALUE);
            name.setMinWidth(0);
            HBox.setHgrow(name, Priority.ALWAYS);
            keys.getStyleClass().add("palette-keys");
            keys.setMinWidth(USE_PREF_SIZE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Action action, boolean empty) {
            super.updateItem(action, empty);
            if (empty) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            name.setText(search.name(action));
            keys.setText(action.keysText());
            name.setDisable(!action.enabled().get());
            setAccessibleText(name.getText() + " " + keys.getText());
            setGraphic(row);
        }
    }
}
