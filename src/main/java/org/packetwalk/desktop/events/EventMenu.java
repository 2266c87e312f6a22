package org.packetwalk.desktop.events;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;

import org.packetwalk.desktop.model.StepView;
import org.packetwalk.narrate.Messages;

/** What can be done at a row of the event list without going there: run there, stop there whenever a packet comes. */
final class EventMenu {
    private final EventsModel model;
    private final Messages messages;

    EventMenu(EventsModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    /** Gives a row its menu. */
    <C extends ListCell<StepView>> C on(C cell) {
        // the secondary button would choose the row, and with it go to its step
        cell.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.isSecondaryButtonDown()) {
                event.consume();
            }
        });
        cell.setOnContextMenuRequested(event -> show(cell, event));
        return cell;
    }

    private void show(ListCell<StepView> cell, ContextMenuEvent event) {
        StepView step = cell.getItem();
        if (step == null || cell.isEmpty()) {
            return;
        }
        MenuItem run = new MenuItem(messages.text("time.run-to"));
        run.setMnemonicParsing(false);
        run.setOnAction(chosen -> model.runTo(step));
        CheckMenuItem stop = new CheckMenuItem(messages.text("time.breakpoint.here"));
        stop.setMnemonicParsing(false);
        stop.setSelected(model.stopsAt(step));
        stop.setOnAction(chosen -> model.toggleBreakpoint(step));
        new ContextMenu(run, stop).show(cell.getScene().getWindow(), event.getScreenX(), event.getScreenY());
        event.consume();
    }
}
