package org.packetwalk.desktop.events;

import javafx.fxml.FXML;

import org.packetwalk.desktop.control.FilterBox;
import org.packetwalk.narrate.Messages;

/** Binds the filter of the event list. */
public final class EventsFilterController {
    private final EventsModel model;
    private final Messages messages;

    @FXML
    private FilterBox filter;

    /** The controller of one filter. */
    public EventsFilterController(EventsModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        filter.field().setId("filter");
        filter.field().setPromptText(messages.text("log.filter.prompt"));
        filter.field().setAccessibleText(messages.text("log.filter"));
        filter.field().setAccessibleHelp(messages.text("log.filter.help"));
        filter.textProperty().bindBidirectional(model.filterProperty());
        filter.field().focusedProperty().subscribe(focused -> filter.know(model.vocabulary()));
        model.faultProperty().subscribe(filter::show);
    }
}
