package org.packetwalk.desktop.events;

import javafx.fxml.FXML;

import org.packetwalk.desktop.control.FilterBox;
import org.packetwalk.narrate.Messages;

/** Binds the filter of the event list. */
public final class EventsFilterController {
    private final EventsModel model;
    private final Messages messages;

    @FXML
    private FilterBox box;

    /** The controller of one filter. */
    public EventsFilterController(EventsModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        box.field().setId("filter");
        box.field().setPromptText(messages.text("log.filter.prompt"));
        box.field().setAccessibleText(messages.text("log.filter"));
        box.field().setAccessibleHelp(messages.text("log.filter.help"));
        box.textProperty().bindBidirectional(model.filterProperty());
        box.field().focusedProperty().subscribe(focused -> box.know(model.vocabulary()));
        model.faultProperty().subscribe(box::show);
    }
}
