package org.packetwalk.desktop.state;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import org.packetwalk.desktop.model.StateView.Line;
import org.packetwalk.desktop.model.StateView.Mark;
import org.packetwalk.desktop.model.StateView.Section;
import org.packetwalk.narrate.Messages;

/** One part of the state: its name, how much has changed, the command, and its lines. */
final class SectionRows extends VBox {
    private final VBox body = new VBox();

    SectionRows(Section section, StateModel model, Messages messages) {
        getStyleClass().add("state-section");
        Label name = new Label(messages.text(section.key()));
        name.getStyleClass().add("state-name");
        Label command = new Label("$ " + section.command());
        command.getStyleClass().add("state-command");
        FontIcon arrow = new FontIcon("fth-chevron-right");
        arrow.setIconSize(15);
        HBox head = new HBox(arrow, name);
        head.getStyleClass().add("state-head");
        if (section.changes() > 0) {
            Label changed = new Label(messages.text("state.changed", section.changes()));
            changed.getStyleClass().addAll("chip", "chip-packet");
            changed.setMinWidth(Region.USE_PREF_SIZE);
            head.getChildren().add(changed);
        }
        ToggleButton toggle = new ToggleButton();
        toggle.setGraphic(head);
        toggle.getStyleClass().setAll("state-toggle");
        toggle.setMaxWidth(Double.MAX_VALUE);
        toggle.setAccessibleText(messages.text(section.key()));
        toggle.setSelected(model.open(section));
        toggle.selectedProperty().addListener((property, before, open) -> {
            model.fold(section, open);
            shown(open);
        });
        body.getStyleClass().add("code-box");
        body.getChildren().add(command);
        for (Line line : section.lines()) {
            HBox row = row(line, messages);
            asking(row, () -> model.askWhy(section, line));
            body.getChildren().add(row);
        }
        getChildren().addAll(toggle, body);
        shown(toggle.isSelected());
    }

    private void shown(boolean open) {
        body.setVisible(open);
        body.setManaged(open);
    }

    /** A press on a line, or Enter on it, asks why it is there. */
    private static void asking(HBox row, Runnable ask) {
        row.setFocusTraversable(true);
        row.setAccessibleRole(AccessibleRole.BUTTON);
        row.setOnMouseClicked(event -> ask.run());
        row.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                ask.run();
                event.consume();
            }
        });
    }

    /** A line of its own; one that is new or gone has a sign, a bar, and says so to those who listen. */
    private static HBox row(Line line, Messages messages) {
        Label sign = new Label(line.mark() == Mark.NEW ? "+" : line.mark() == Mark.GONE ? "−" : "");
        sign.getStyleClass().add("state-sign");
        sign.setMinWidth(14);
        Label text = new Label(line.text());
        text.setWrapText(true);
        text.setMinWidth(0);
        text.getStyleClass().add("state-line");
        HBox row = new HBox(sign, text);
        row.getStyleClass().add("state-row");
        if (line.mark() != Mark.SAME) {
            boolean added = line.mark() == Mark.NEW;
            row.getStyleClass().add(added ? "state-new" : "state-gone");
            text.setAccessibleText(messages.text(added ? "state.line-new" : "state.line-gone", line.text()));
        }
        return row;
    }
}
