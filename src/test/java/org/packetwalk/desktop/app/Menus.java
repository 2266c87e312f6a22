package org.packetwalk.desktop.app;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.PickResult;

import org.testfx.api.FxRobot;

/** Asks for the menu of a node, which the platform without a screen does not do when the secondary button is pressed. */
final class Menus {
    private Menus() {}

    static void ask(FxRobot robot, Node node) {
        robot.interact(() -> {
            Bounds place = node.localToScreen(node.getBoundsInLocal());
            double x = place.getCenterX();
            double y = place.getCenterY();
            node.fireEvent(new ContextMenuEvent(
                    node,
                    node,
                    ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                    x,
                    y,
                    x,
                    y,
                    false,
                    new PickResult(node, x, y)));
        });
    }
}
