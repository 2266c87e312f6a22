package org.packetwalk.desktop.layers;

import java.util.ArrayList;
import java.util.List;

import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.Region;

import org.packetwalk.desktop.model.CanvasPicture;
import org.packetwalk.desktop.model.WhyQuestion;
import org.packetwalk.desktop.paint.DrawingPainter;
import org.packetwalk.diagram.Subject;
import org.packetwalk.narrate.Messages;

/** What can be done at a thing of the picture: stop there whenever a packet comes, run there, ask why it is so. */
final class ThingMenu {
    private final LayersModel model;
    private final Messages messages;

    ThingMenu(LayersModel model, Messages messages, Region frame) {
        this.model = model;
        this.messages = messages;
        frame.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> asked(event, frame));
    }

    private void asked(ContextMenuEvent event, Region frame) {
        if (model.pictureProperty().get() != CanvasPicture.STACK) {
            return;
        }
        Node under = event.isKeyboardTrigger()
                ? frame.getScene().getFocusOwner()
                : event.getPickResult().getIntersectedNode();
        DrawingPainter.subject(under).ifPresent(region -> {
            ContextMenu menu = new ContextMenu();
            menu.setId("thing-menu");
            menu.getItems().setAll(places(region.subject()));
            MenuItem why = item("inspector.tab.why", () -> model.explain(region.subject()));
            menu.getItems().add(why);
            menu.show(frame.getScene().getWindow(), event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    /** Stopping and running there, for what packets come to. */
    List<MenuItem> places(Subject subject) {
        if (!model.comesTo(subject)) {
            return List.of();
        }
        CheckMenuItem stop = new CheckMenuItem(messages.text("time.breakpoint.here"));
        stop.setMnemonicParsing(false);
        stop.setSelected(model.stopsAt(subject));
        stop.setOnAction(event -> model.toggleBreakpoint(subject));
        return List.of(item("time.run-to", () -> model.runTo(subject)), stop);
    }

    /** On the topology: stopping and running there, and the values that can be asked about. */
    List<MenuItem> onTopology(Subject subject) {
        List<MenuItem> all = new ArrayList<>(places(subject));
        List<WhyQuestion> questions = model.questions(subject);
        if (!questions.isEmpty()) {
            Menu why = new Menu(messages.text("inspector.tab.why"));
            why.setId("menu-why");
            for (WhyQuestion question : questions) {
                MenuItem value = new MenuItem(question.shown());
                value.setMnemonicParsing(false);
                value.setOnAction(event -> model.ask(question));
                why.getItems().add(value);
            }
            all.add(why);
        }
        return all;
    }

    private MenuItem item(String key, Runnable verb) {
        MenuItem item = new MenuItem(messages.text(key));
        item.setMnemonicParsing(false);
        item.setId("menu-" + key.replace('.', '-'));
        item.setOnAction(event -> verb.run());
        return item;
    }
}
