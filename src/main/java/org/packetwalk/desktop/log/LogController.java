package org.packetwalk.desktop.log;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.packetwalk.desktop.control.Parts;
import org.packetwalk.desktop.model.LogState;
import org.packetwalk.desktop.model.LogTab;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.diagram.Density;
import org.packetwalk.narrate.Messages;

/** Places the tabs of the log: one, or two beside each other; in a small window one line that opens upwards. */
public final class LogController {
    private final WindowModel window;
    private final LogState state;
    private final Parts parts;
    private final Messages messages;
    private final Map<LogTab, ToggleButton> tabs = new EnumMap<>(LogTab.class);
    private final Map<LogTab, Node> tools = new EnumMap<>(LogTab.class);
    private final Map<LogTab, Node> views = new EnumMap<>(LogTab.class);
    private double grabbed;

    @FXML
    private VBox panel;

    @FXML
    private Region edge;

    @FXML
    private HBox line;

    @FXML
    private ToggleButton open;

    @FXML
    private HBox sides;

    @FXML
    private VBox left;

    @FXML
    private VBox right;

    @FXML
    private ToggleButton events;

    @FXML
    private ToggleButton console;

    @FXML
    private ToggleButton capture;

    @FXML
    private ToggleButton notes;

    @FXML
    private ToggleButton rightTab;

    @FXML
    private Button beside;

    @FXML
    private StackPane leftTools;

    @FXML
    private StackPane rightTools;

    @FXML
    private StackPane leftContent;

    @FXML
    private StackPane rightContent;

    /** The controller of one log. */
    public LogController(WindowModel window, Parts parts, Messages messages) {
        this.window = window;
        this.state = window.log();
        this.parts = parts;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        add(LogTab.EVENTS, events, "events/EventsFilterView.fxml", "events/EventsView.fxml");
        add(LogTab.CONSOLE, console, "console/ConsoleHostsView.fxml", "console/ConsoleView.fxml");
        add(LogTab.CAPTURE, capture, "capture/CaptureDevicesView.fxml", "capture/CaptureView.fxml");
        add(LogTab.NOTES, notes, "notes/NotesToolsView.fxml", "notes/NotesView.fxml");
        beside.setAccessibleText(messages.text("log.beside"));
        beside.setTooltip(new Tooltip(messages.text("log.beside")));
        rightTab.setOnAction(event -> rightTab.setSelected(true));
        open.selectedProperty().bindBidirectional(state.openedProperty());
        for (VBox side : List.of(left, right)) {
            side.prefWidthProperty().bind(sides.widthProperty().divide(2));
            HBox.setHgrow(side, javafx.scene.layout.Priority.ALWAYS);
        }
        state.leftProperty().subscribe(tab -> place());
        state.rightProperty().subscribe(tab -> place());
        state.splitProperty().subscribe(split -> place());
        state.openedProperty().subscribe(opened -> fold());
        state.heightProperty().subscribe(height -> fold());
        window.densityProperty().subscribe(density -> fold());
        edge.setOnMousePressed(event -> grabbed = event.getSceneY());
        edge.setOnMouseDragged(event -> {
            state.resize(panel.getHeight(), grabbed - event.getSceneY());
            grabbed = event.getSceneY();
        });
    }

    private void add(LogTab tab, ToggleButton button, String tool, String view) {
        tabs.put(tab, button);
        ObservableValue<Boolean> shown = state.leftProperty()
                .isEqualTo(tab)
                .or(state.splitProperty().and(state.rightProperty().isEqualTo(tab)));
        parts.add(tool, shown, part -> tools.put(tab, part));
        parts.add(view, shown, part -> views.put(tab, part));
        button.setOnAction(event -> {
            state.show(tab);
            place();
        });
    }

    private void place() {
        boolean split = state.splitProperty().get();
        LogTab first = state.leftProperty().get();
        LogTab second = state.rightProperty().get();
        tabs.forEach((tab, button) -> {
            button.setSelected(tab == first);
            show(button, !(split && tab == second));
        });
        fill(leftTools, tools.get(first));
        fill(leftContent, views.get(first));
        if (split) {
            rightTab.setText(messages.text("log.tab." + second.name().toLowerCase(java.util.Locale.ROOT)));
            fill(rightTools, tools.get(second));
            fill(rightContent, views.get(second));
        }
        show(right, split);
        show(beside, !split);
    }

    private static void fill(Pane place, Node content) {
        if (!place.getChildren().equals(List.of(content))) {
            place.getChildren().setAll(content);
        }
    }

    /** In a small window only the current row stands there until it is opened. */
    private void fold() {
        boolean compact = window.densityProperty().get() == Density.COMPACT;
        boolean folded = compact && !state.openedProperty().get();
        show(line, compact);
        show(sides, !folded);
        show(edge, !folded);
        panel.getStyleClass().remove("folded");
        if (folded) {
            panel.getStyleClass().add("folded");
        }
        double chosen = folded ? 0 : state.heightProperty().get();
        panel.setStyle(
                chosen == 0
                        ? ""
                        : "-fx-min-height: %1$.0f; -fx-pref-height: %1$.0f; -fx-max-height: %1$.0f;".formatted(chosen));
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    @FXML
    private void toggleSplit() {
        state.toggleSplit();
    }
}
