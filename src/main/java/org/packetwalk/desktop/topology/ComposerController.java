package org.packetwalk.desktop.topology;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.packetwalk.desktop.model.CanvasPicture;
import org.packetwalk.desktop.model.LabBuilder;
import org.packetwalk.desktop.model.LabBuilder.Mode;
import org.packetwalk.desktop.model.Refusal;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.narrate.Messages;

/** Shows the command a gesture has composed: Enter runs it, Escape gives it up. */
public final class ComposerController {
    private final LabBuilder builder;
    private final WindowModel window;
    private final Messages messages;

    @FXML
    private VBox strip;

    @FXML
    private Label title;

    @FXML
    private HBox box;

    @FXML
    private Label prompt;

    @FXML
    private TextField field;

    @FXML
    private Button run;

    @FXML
    private Button cancel;

    @FXML
    private Label shown;

    @FXML
    private HBox refusalRow;

    @FXML
    private Label refusal;

    /** The controller of one strip. */
    public ComposerController(LabBuilder builder, WindowModel window, Messages messages) {
        this.builder = builder;
        this.window = window;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        field.textProperty().bindBidirectional(builder.textProperty());
        prompt.setText("$");
        field.setAccessibleText(messages.text("build.command"));
        field.setOnAction(event -> builder.run());
        run.setOnAction(event -> builder.run());
        cancel.setOnAction(event -> builder.cancel());
        strip.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                builder.cancel();
                event.consume();
            }
        });
        builder.modeProperty().subscribe(mode -> showMode());
        builder.textProperty().subscribe(text -> showCommand());
        builder.refusalProperty().subscribe(this::showRefusal);
        window.canvasProperty().subscribe(picture -> showMode());
    }

    private void showMode() {
        Mode mode = builder.modeProperty().get();
        show(strip, mode != Mode.NONE && window.canvasProperty().get() == CanvasPicture.TOPOLOGY);
        boolean typing = mode == Mode.COMMAND || mode == Mode.NAME;
        show(box, typing);
        show(run, typing);
        show(prompt, mode == Mode.COMMAND);
        title.setText(
                switch (mode) {
                    case NONE -> "";
                    case COMMAND -> messages.text("build.command");
                    case NAME -> messages.text("build.name", name());
                    case CABLE -> messages.text("build.cable", builder.subject().host());
                });
        showCommand();
        if (typing && strip.isVisible()) {
            field.requestFocus();
            if (mode == Mode.NAME) {
                field.selectAll();
            } else {
                field.end();
            }
        }
    }

    private String name() {
        LabBuilder.Selection subject = builder.subject();
        return subject.isDevice() ? subject.host() + " " + subject.device() : subject.host();
    }

    private void showCommand() {
        String command = builder.renaming();
        shown.setText("$ " + command);
        show(shown, !command.isEmpty());
    }

    private void showRefusal(Refusal why) {
        refusal.setText(why.text());
        show(refusalRow, why.isPresent());
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
