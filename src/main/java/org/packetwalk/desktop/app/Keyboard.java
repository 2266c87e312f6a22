package org.packetwalk.desktop.app;

import java.util.List;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.packetwalk.desktop.action.Action;

/** Calls actions by their keys. Single keys work only while no field has the focus, and a button keeps its Space. */
final class Keyboard {
    private static final char DELETE = 127;

    private final Scene scene;
    private List<Action> actions = List.of();
    private boolean listening;

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
            if (listens(action, typing, event) && action.keys().stream().anyMatch(keys -> keys.match(event))) {
                boolean plain = action.where() == Action.Where.NOT_TYPING;
                if (action.enabled().get()) {
                    action.handler().run();
                    event.consume();
                    return;
                }
                if (plain) {
                    // an arrow at the last step shall not move the focus
                    event.consume();
                    return;
                }
            }
        }
    }

    private boolean listens(Action action, boolean typing, KeyEvent event) {
        return switch (action.where()) {
            case ANYWHERE -> !typing || !writes(event);
            case NOT_TYPING -> !typing && !listening;
            case CANVAS -> !typing && isInCanvas();
        };
    }

    /** Whether the key would write something into a field. */
    private static boolean writes(KeyEvent event) {
        String text = event.getText();
        boolean alone = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
        return alone && !text.isEmpty() && text.charAt(0) > ' ' && text.charAt(0) != DELETE;
    }

    /** Single keys are the overlay's as long as it is there. */
    void listenOnly(boolean above) {
        listening = above;
    }

    private boolean isInCanvas() {
        for (Node node = scene.getFocusOwner(); node != null; node = node.getParent()) {
            if ("canvas".equals(node.getId())) {
                return true;
            }
        }
        return false;
    }
}
