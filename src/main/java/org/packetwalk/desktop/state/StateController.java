package org.packetwalk.desktop.state;

import java.util.Comparator;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;

import org.packetwalk.desktop.control.Paced;
import org.packetwalk.desktop.model.StateView;
import org.packetwalk.narrate.Messages;

/** Shows the state of a host at the current step. */
public final class StateController {
    private static final int AFTER_THE_PICTURE = 4;

    private final StateModel model;
    private final Messages messages;

    @FXML
    private MenuButton host;

    @FXML
    private Label empty;

    @FXML
    private VBox sections;

    /** The controller of one panel. */
    public StateController(StateModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        Paced.follow(model.stateProperty(), model.playing(), AFTER_THE_PICTURE, this::show);
    }

    private void show(StateView state) {
        host.setText(state.host());
        host.getItems().clear();
        MenuItem follow = new MenuItem(messages.text("state.follow"));
        follow.setOnAction(event -> model.look(""));
        host.getItems().add(follow);
        for (String name : state.hosts()) {
            MenuItem item = new MenuItem(name);
            item.setMnemonicParsing(false);
            item.setOnAction(event -> model.look(name));
            host.getItems().add(item);
        }
        empty.setVisible(state.sections().isEmpty());
        empty.setManaged(state.sections().isEmpty());
        sections.getChildren()
                .setAll(state.sections().stream()
                        .sorted(Comparator.comparing(section -> section.changes() == 0))
                        .map(section -> new SectionRows(section, model, messages))
                        .toList());
    }
}
