package org.packetwalk.desktop.events;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.packetwalk.desktop.control.LayerChip;
import org.packetwalk.desktop.control.Paced;
import org.packetwalk.desktop.model.StepView;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.diagram.Density;

/** Binds the event list to its model; in a small window the list is one line that opens upwards. */
public final class EventsController {
    private static final int AFTER_THE_REASON = 4;

    private final EventsModel model;
    private final WindowModel window;

    @FXML
    private VBox panel;

    @FXML
    private HBox head;

    @FXML
    private TextField filter;

    @FXML
    private ListView<StepView> list;

    @FXML
    private Label nothing;

    @FXML
    private Hyperlink clear;

    @FXML
    private HBox line;

    @FXML
    private Label lineNumber;

    @FXML
    private LayerChip lineChip;

    @FXML
    private Label lineTitle;

    @FXML
    private Label lineDetail;

    @FXML
    private ToggleButton open;

    /** The controller of one event list. */
    public EventsController(EventsModel model, WindowModel window) {
        this.model = model;
        this.window = window;
    }

    @FXML
    private void initialize() {
        filter.textProperty().bindBidirectional(model.filterProperty());
        list.setCellFactory(view -> new EventCell(model.positionProperty()));
        list.setItems(model.rows());
        list.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        Paced.follow(model.positionProperty(), window.playingProperty(), AFTER_THE_REASON, index -> showCurrent());
        model.rows().addListener((ListChangeListener<StepView>) change -> showFit());
        showFit();
        window.densityProperty().subscribe(density -> fold());
        open.selectedProperty().subscribe(opened -> fold());
    }

    private void choose(StepView step) {
        if (step != null && step.number() - 1 != model.positionProperty().get()) {
            model.choose(step);
        }
    }

    private void showCurrent() {
        int row = model.currentRow();
        if (row >= 0) {
            list.getSelectionModel().select(row);
            list.scrollTo(Math.max(0, row - 2));
            StepView step = model.rows().get(row);
            lineNumber.setText(String.valueOf(step.number()));
            lineChip.show(step.layer(), step.label());
            lineTitle.setText(step.title());
            lineDetail.setText(step.detail());
        } else {
            list.getSelectionModel().clearSelection();
        }
        lineChip.setVisible(row >= 0);
    }

    private void showFit() {
        boolean nothingFits = model.nothingFits();
        nothing.setVisible(nothingFits);
        clear.setVisible(nothingFits);
    }

    @FXML
    private void clear() {
        filter.clear();
    }

    private void fold() {
        boolean compact = window.densityProperty().get() == Density.COMPACT;
        boolean folded = compact && !open.isSelected();
        show(line, compact);
        show(head, !compact);
        show(list.getParent(), !folded);
        panel.getStyleClass().remove("folded");
        if (folded) {
            panel.getStyleClass().add("folded");
        }
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
