package org.packetwalk.desktop.app;

import java.util.List;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Calls actions by their keys. Single keys work only while no field has the focus, and a button keeps its Space. */
final class Keyboard {
    private final Scene scene;
    private List<Action> actions = List.of();

    Keyboard(Scene scene) {
        this.scene = scene;
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    void use(List<Action> all) {
        actions = all;
    }

    private void pressed(KeyEvent event) {
        Node owner = scene.getFocusOwner();
        boolean typing = owner instanceof TextInputControl;
        if (owner instanceof ButtonBase && event.getCode() == KeyCode.SPACE) {
            return;
        }
        for (Action action : actions) {
            boolean listens = action.whileTyping() || !typing;
            if (listens && action.keys().stream().anyMatch(keys -> keys.match(event))) {
                if (action.enabled().get()) {
                    action.handler().run();
                }
                event.consume();
                return;
            }
        }
    }
}
