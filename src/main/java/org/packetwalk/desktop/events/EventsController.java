package org.packetwalk.desktop.events;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;

import org.packetwalk.desktop.control.Paced;
import org.packetwalk.desktop.model.StepView;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.filter.FilterFault;
import org.packetwalk.narrate.Messages;

/** Binds the event list to its model. */
public final class EventsController {
    private static final int AFTER_THE_REASON = 4;

    private final EventsModel model;
    private final WindowModel window;
    private final Messages messages;

    @FXML
    private HBox faultRow;

    @FXML
    private Label fault;

    @FXML
    private ListView<StepView> list;

    @FXML
    private Label nothing;

    @FXML
    private Hyperlink clear;

    @FXML
    private Label heldBack;

    /** The controller of one event list. */
    public EventsController(EventsModel model, WindowModel window, Messages messages) {
        this.model = model;
        this.window = window;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        heldBack.visibleProperty().bind(model.heldBack());
        heldBack.managedProperty().bind(model.heldBack());
        EventMenu menu = new EventMenu(model, messages);
        list.setCellFactory(view -> menu.on(new EventCell(model.positionProperty())));
        list.setItems(model.rows());
        list.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        Paced.follow(model.positionProperty(), window.playingProperty(), AFTER_THE_REASON, index -> showCurrent());
        model.rows().addListener((ListChangeListener<StepView>) change -> showFit());
        model.faultProperty().subscribe(this::showFault);
        showFit();
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
        } else {
            list.getSelectionModel().clearSelection();
        }
    }

    private void showFault(FilterFault shown) {
        faultRow.setVisible(shown.isPresent());
        faultRow.setManaged(shown.isPresent());
        fault.setText(
                shown.isPresent() ? messages.text(shown.key(), shown.arguments().toArray()) : "");
    }

    private void showFit() {
        boolean nothingFits = model.nothingFits();
        nothing.setVisible(nothingFits);
        clear.setVisible(nothingFits);
    }

    @FXML
    private void clear() {
        model.filterProperty().set("");
    }
}
