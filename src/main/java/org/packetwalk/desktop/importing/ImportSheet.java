package org.packetwalk.desktop.importing;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.packetwalk.narrate.Messages;

/** The sheet into which what a host told is put: pasted, from a file, or from this computer. */
public final class ImportSheet extends VBox {
    private static final double NOTES_HEIGHT = 190;

    private final ImportModel model;
    private final Runnable close;
    private final TextArea text = new TextArea();

    /** The sheet of a model; {@code files} asks for a file, {@code close} takes the sheet away. */
    public ImportSheet(ImportModel model, Supplier<Optional<Path>> files, Runnable close) {
        this.model = model;
        this.close = close;
        Messages messages = model.messages();
        setId("import");
        getStyleClass().addAll("sheet", "import-sheet");
        setAccessibleText(messages.text("import.title"));
        text.setId("import-text");
        text.getStyleClass().add("import-text");
        text.setPromptText(messages.text("import.prompt"));
        text.setAccessibleText(messages.text("import.title"));
        text.textProperty().bindBidirectional(model.textProperty());
        VBox.setVgrow(text, Priority.ALWAYS);
        Label how = new Label(messages.text("import.how"));
        how.setWrapText(true);
        how.setMinHeight(USE_PREF_SIZE);
        how.getStyleClass().add("import-how");
        getChildren().setAll(head(messages), how, sources(messages, files), text, notes(), foot(messages));
    }

    /** What has the focus when it is opened. */
    public Node first() {
        return text;
    }

    private Node head(Messages messages) {
        Label title = new Label(messages.text("import.title"));
        title.getStyleClass().add("sheet-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button done = button("import-close", messages.text("sheet.close"), close);
        HBox head = new HBox(title, gap, done);
        head.getStyleClass().add("sheet-head");
        return head;
    }

    private Node sources(Messages messages, Supplier<Optional<Path>> files) {
        Button file = button(
                "import-file", messages.text("import.file"), () -> files.get().ifPresent(model::readFile));
        Button computer = button("import-computer", messages.text("import.computer"), model::askThisComputer);
        computer.setDisable(!model.canAskThisComputer());
        HBox row = new HBox(file, computer);
        row.getStyleClass().add("import-row");
        return row;
    }

    private Node notes() {
        ListView<ImportModel.Note> list = new ListView<>(model.notes());
        list.setId("import-notes");
        list.getStyleClass().add("import-notes");
        list.setPrefHeight(NOTES_HEIGHT);
        list.setMinHeight(NOTES_HEIGHT);
        list.setCellFactory(view -> new Cell());
        list.setAccessibleText(model.messages().text("import.notes"));
        list.managedProperty().bind(list.visibleProperty());
        list.visibleProperty().bind(Bindings.isNotEmpty(model.notes()));
        list.getSelectionModel().selectedItemProperty().subscribe(note -> {
            if (note != null && note.line() > 0) {
                mark(note.line());
            }
        });
        return list;
    }

    /** Selects a line of the text, so that it can be looked at and corrected. */
    private void mark(int line) {
        String all = text.getText();
        int from = 0;
        for (int i = 1; i < line && from >= 0; i++) {
            from = all.indexOf('\n', from) + 1;
        }
        int end = all.indexOf('\n', from);
        text.selectRange(from, end < 0 ? all.length() : end);
    }

    private Node foot(Messages messages) {
        Label summary = new Label();
        summary.setId("import-summary");
        summary.textProperty().bind(model.summaryProperty());
        summary.setWrapText(true);
        summary.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(summary, Priority.ALWAYS);
        Label to = new Label(messages.text("import.to"));
        to.setMinWidth(USE_PREF_SIZE);
        TextField destination = new TextField();
        destination.setId("import-destination");
        destination.getStyleClass().add("import-destination");
        destination.setAccessibleText(messages.text("import.to"));
        destination.textProperty().bindBidirectional(model.destinationProperty());
        Button make = button("import-make", messages.text("import.make"), this::go);
        make.getStyleClass().setAll("button", "primary");
        make.disableProperty().bind(model.canRead().not());
        make.textProperty()
                .bind(Bindings.when(model.readProperty())
                        .then(messages.text("import.open-anyway"))
                        .otherwise(messages.text("import.make")));
        destination.setOnAction(event -> make.fire());
        HBox foot = new HBox(summary, to, destination, make);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("import-row");
        return foot;
    }

    private void go() {
        if (model.readProperty().get()) {
            model.open(close);
        } else {
            model.make(close);
        }
    }

    private static Button button(String id, String text, Runnable verb) {
        Button button = new Button(text);
        button.setId(id);
        button.setMnemonicParsing(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add("secondary");
        button.setOnAction(event -> verb.run());
        return button;
    }

    private static final class Cell extends ListCell<ImportModel.Note> {
        Cell() {
            getStyleClass().add("import-note");
            setPrefWidth(0);
            setWrapText(true);
        }

        @Override
        protected void updateItem(ImportModel.Note note, boolean empty) {
            super.updateItem(note, empty);
            setText(empty ? null : note.sentence());
        }
    }
}
