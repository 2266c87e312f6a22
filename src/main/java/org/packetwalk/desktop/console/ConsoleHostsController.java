package org.packetwalk.desktop.console;

import java.util.ArrayList;
import java.util.List;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

import org.packetwalk.narrate.Messages;

/** The hosts of the console: all, each, and the lab as a whole. */
public final class ConsoleHostsController {
    private final ConsoleModel model;
    private final Messages messages;

    @FXML
    private HBox row;

    /** The controller of one row of hosts. */
    public ConsoleHostsController(ConsoleModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        model.hosts().addListener((ListChangeListener<String>) change -> show());
        model.allProperty().subscribe(all -> show());
        model.hostProperty().subscribe(host -> show());
    }

    private void show() {
        boolean all = model.allProperty().get();
        List<Node> chips = new ArrayList<>();
        chips.add(chip(messages.text("console.all"), "all", all, model::showAll));
        for (String host : model.hosts()) {
            boolean chosen = !all && model.hostProperty().get().equals(host);
            chips.add(chip(host, host, chosen, () -> model.showHost(host)));
        }
        boolean lab = !all && model.hostProperty().get().isEmpty();
        chips.add(chip(messages.text("console.init"), "-init", lab, () -> model.showHost("")));
        row.getChildren().setAll(chips);
    }

    private static ToggleButton chip(String text, String name, boolean chosen, Runnable choose) {
        ToggleButton chip = new ToggleButton(text);
        chip.setId("console-host-" + name);
        chip.setMnemonicParsing(false);
        chip.getStyleClass().setAll("log-chip-plain");
        chip.setSelected(chosen);
        chip.setOnAction(event -> choose.run());
        return chip;
    }
}
