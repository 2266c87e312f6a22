package org.packetwalk.desktop.notes;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import org.packetwalk.desktop.model.Pin;
import org.packetwalk.narrate.Messages;

/** A kept step: where it is, what happened, what is different from the card before, and what was written about it. */
final class PinCard extends VBox {
    PinCard(Pin pin, NotesModel model, Messages messages) {
        getStyleClass().add("pin-card");
        Button go = new Button(messages.text("notes.step", pin.place().step()));
        go.getStyleClass().add("pin-step");
        go.setMinWidth(Region.USE_PREF_SIZE);
        go.setAccessibleText(messages.text("notes.go", pin.place().step()));
        go.setDisable(!model.reachable(pin));
        go.setOnAction(event -> model.goTo(pin));
        Label command = new Label(pin.place().command());
        command.getStyleClass().add("pin-command");
        HBox.setHgrow(command, Priority.ALWAYS);
        command.setMaxWidth(Double.MAX_VALUE);
        Button remove = new Button();
        FontIcon cross = new FontIcon("fth-x");
        cross.setIconSize(15);
        remove.setGraphic(cross);
        remove.getStyleClass().addAll("icon-button", "icon-button-small");
        remove.setAccessibleText(messages.text("notes.remove", pin.place().step()));
        remove.setOnAction(event -> model.remove(pin));
        HBox head = new HBox(go, command, remove);
        if (!pin.isKept()) {
            getStyleClass().add("pin-passing");
            head.getChildren().add(2, keep(pin, model, messages));
        }
        head.getStyleClass().add("pin-head");
        Label sentence = new Label(pin.sentence());
        sentence.setWrapText(true);
        sentence.getStyleClass().add("pin-sentence");
        VBox text = new VBox(sentence);
        text.getStyleClass().add("pin-text");
        for (String change : model.changes(pin)) {
            Label line = new Label(change);
            line.setWrapText(true);
            line.getStyleClass().add("pin-change");
            text.getChildren().add(line);
        }
        ScrollPane said = new ScrollPane(text);
        said.getStyleClass().add("pin-said");
        said.setFitToWidth(true);
        said.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        said.setMinHeight(0);
        said.setPrefHeight(0);
        VBox.setVgrow(said, Priority.ALWAYS);
        TextField note = new TextField();
        note.getStyleClass().add("pin-note");
        note.setPromptText(messages.text("notes.write"));
        note.setAccessibleText(messages.text("notes.write"));
        note.textProperty().bindBidirectional(pin.noteProperty());
        note.setVisible(pin.isKept());
        note.setManaged(pin.isKept());
        getChildren().setAll(head, said, note);
    }

    private static Button keep(Pin pin, NotesModel model, Messages messages) {
        Button keep = new Button();
        FontIcon mark = new FontIcon("fth-bookmark");
        mark.setIconSize(15);
        keep.setGraphic(mark);
        keep.getStyleClass().addAll("icon-button", "icon-button-small", "pin-keep");
        keep.setAccessibleText(messages.text("notes.keep", pin.place().step()));
        keep.setTooltip(new Tooltip(messages.text("notes.keep", pin.place().step())));
        keep.setOnAction(event -> model.keep(pin));
        return keep;
    }
}
