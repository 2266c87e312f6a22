package org.packetwalk.desktop.control;

import java.util.List;

import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.packetwalk.desktop.model.Refusal;

/** The field a command is typed into, with the host it is for; the wrong part of a refused command is underlined. */
public final class CommandField extends HBox {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final MenuButton host = new MenuButton();
    private final TextField field = new TextField();
    private final MarkedField text = new MarkedField(field);

    /** An empty field. */
    public CommandField() {
        getStyleClass().add("command-field");
        setAlignment(Pos.CENTER_LEFT);
        host.getStyleClass().add("command-host");
        host.setMaxHeight(Double.MAX_VALUE);
        host.setMinWidth(USE_PREF_SIZE);
        Label prompt = new Label("$");
        prompt.getStyleClass().add("command-prompt");
        prompt.setMinWidth(USE_PREF_SIZE);
        field.getStyleClass().add("command-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(host, prompt, text);
    }

    /** The text typed. */
    public StringProperty textProperty() {
        return field.textProperty();
    }

    /** The host named. */
    public StringProperty hostProperty() {
        return host.textProperty();
    }

    /** The field itself, for the focus and for Enter. */
    public TextField field() {
        return field;
    }

    /** The button that chooses the host. */
    public MenuButton hostButton() {
        return host;
    }

    /** The hosts that can be chosen. */
    public void offer(List<String> hosts) {
        host.getItems().clear();
        for (String name : hosts) {
            MenuItem item = new MenuItem(name);
            item.setMnemonicParsing(false);
            item.setOnAction(event -> host.setText(name));
            host.getItems().add(item);
        }
    }

    /** Underlines what a refusal names. */
    public void show(Refusal shown) {
        pseudoClassStateChanged(ERROR, shown.isPresent());
        text.mark(shown.from(), shown.to());
    }
}
