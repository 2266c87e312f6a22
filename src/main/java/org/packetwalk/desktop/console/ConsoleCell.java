package org.packetwalk.desktop.console;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A line of the console: a command behind its prompt, or what was printed. */
final class ConsoleCell extends ListCell<ConsoleLine> {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass FUTURE = PseudoClass.getPseudoClass("future");

    private final Label prompt = new Label();
    private final Label text = new Label();
    private final HBox row = new HBox(prompt, text);

    ConsoleCell() {
        getStyleClass().add("console-row");
        prompt.getStyleClass().add("console-row-prompt");
        prompt.setMinWidth(USE_PREF_SIZE);
        text.getStyleClass().add("console-row-text");
        // as in a terminal, what is longer than the line goes on below
        text.setWrapText(true);
        HBox.setHgrow(text, Priority.ALWAYS);
        row.setAlignment(Pos.TOP_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(ConsoleLine line, boolean empty) {
        super.updateItem(line, empty);
        pseudoClassStateChanged(FAILED, !empty && line.failed());
        pseudoClassStateChanged(FUTURE, !empty && line.later());
        if (empty) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        prompt.setText(line.prompt());
        prompt.setManaged(!line.prompt().isEmpty());
        prompt.setVisible(!line.prompt().isEmpty());
        text.setText(line.text().replace("\t", "        "));
        setAccessibleText(line.copied());
        setGraphic(row);
    }
}
