package org.packetwalk.desktop.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.packetwalk.narrate.Messages;

/** The sheet of shortcuts: every verb that has a key, by the part of the window it belongs to. */
public final class ShortcutSheet extends VBox {
    private static final int COLUMNS = 3;

    private final Button done;

    /** The sheet of these verbs; {@code close} takes it away. */
    public ShortcutSheet(List<Action> actions, Messages messages, Runnable close) {
        setId("shortcuts");
        getStyleClass().addAll("sheet", "shortcuts");
        setAccessibleText(messages.text("shortcuts.title"));
        Label title = new Label(messages.text("shortcuts.title"));
        title.getStyleClass().add("sheet-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        done = new Button(messages.text("sheet.close"));
        done.setId("shortcuts-close");
        done.getStyleClass().add("secondary");
        done.setOnAction(event -> close.run());
        HBox head = new HBox(title, gap, done);
        head.getStyleClass().add("sheet-head");
        ScrollPane scroll = new ScrollPane(columns(groups(actions, messages)));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setId("shortcuts-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(head, scroll);
    }

    /** What has the focus when it is opened. */
    public Node first() {
        return done;
    }

    private static List<VBox> groups(List<Action> actions, Messages messages) {
        Map<String, VBox> groups = new LinkedHashMap<>();
        for (Action action : actions) {
            if (!action.keys().isEmpty()) {
                groups.computeIfAbsent(messages.text("shortcuts.group." + action.group()), ShortcutSheet::group)
                        .getChildren()
                        .add(row(messages.text(action.key()), action.keysText()));
            }
        }
        return List.copyOf(groups.values());
    }

    private static VBox group(String name) {
        Label title = new Label(name);
        title.getStyleClass().add("shortcut-group");
        VBox box = new VBox(title);
        box.getStyleClass().add("shortcut-box");
        return box;
    }

    private static HBox row(String name, String keys) {
        Label verb = new Label(name);
        verb.getStyleClass().add("shortcut-name");
        verb.setWrapText(true);
        verb.setMinWidth(0);
        verb.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(verb, Priority.ALWAYS);
        Label key = new Label(keys);
        key.getStyleClass().add("palette-keys");
        key.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(verb, key);
        row.getStyleClass().add("shortcut-row");
        return row;
    }

    /** Each group goes to the column that is shortest so far. */
    private static HBox columns(List<VBox> groups) {
        List<VBox> columns = new ArrayList<>();
        for (int i = 0; i < COLUMNS; i++) {
            VBox column = new VBox();
            column.getStyleClass().add("shortcut-column");
            column.setMinWidth(0);
            column.setPrefWidth(1);
            HBox.setHgrow(column, Priority.ALWAYS);
            columns.add(column);
        }
        int[] rows = new int[COLUMNS];
        for (VBox group : groups) {
            int shortest = 0;
            for (int i = 1; i < COLUMNS; i++) {
                shortest = rows[i] < rows[shortest] ? i : shortest;
            }
            columns.get(shortest).getChildren().add(group);
            rows[shortest] += group.getChildren().size() + 1;
        }
        HBox box = new HBox(columns.toArray(Node[]::new));
        box.getStyleClass().add("shortcut-columns");
        return box;
    }
}
