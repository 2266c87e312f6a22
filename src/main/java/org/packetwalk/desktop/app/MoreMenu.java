package org.packetwalk.desktop.app;

import java.util.List;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

import org.packetwalk.desktop.action.Action;
import org.packetwalk.narrate.Messages;

/** The menu of a small window: the verbs that have no button there. */
final class MoreMenu {
    private static final List<String> GROUPS = List.of("export", "start", "bar", "view", "help");

    private MoreMenu() {}

    /** Fills the menu button among the content with its verbs. */
    static void fill(Node content, List<Action> actions, Messages messages) {
        if (content.lookup("#more") instanceof MenuButton menu) {
            menu.getItems()
                    .setAll(actions.stream()
                            .filter(action -> GROUPS.contains(action.group()))
                            .map(action -> item(action, messages))
                            .toList());
        }
    }

    private static MenuItem item(Action action, Messages messages) {
        MenuItem item = new MenuItem(messages.text(action.key()));
        item.setMnemonicParsing(false);
        item.setId("more-" + action.key().replace('.', '-'));
        item.disableProperty().bind(Bindings.not(action.enabled()));
        item.setOnAction(event -> action.call());
        return item;
    }
}
