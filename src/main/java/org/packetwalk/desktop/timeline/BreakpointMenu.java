package org.packetwalk.desktop.timeline;

import javafx.collections.ListChangeListener;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.packetwalk.desktop.control.FilterBox;
import org.packetwalk.desktop.model.Breakpoints;
import org.packetwalk.filter.FilterFault;
import org.packetwalk.filter.StepFilter;
import org.packetwalk.narrate.Messages;

/** The breakpoints as a menu: one of them chosen is taken away, and an expression typed into its field is set. */
final class BreakpointMenu {
    private final MenuButton button;
    private final TimelineModel model;
    private final Breakpoints breakpoints;
    private final Messages messages;
    private final FilterBox typed = new FilterBox();

    BreakpointMenu(MenuButton button, TimelineModel model, Messages messages) {
        this.button = button;
        this.model = model;
        this.breakpoints = model.breakpoints();
        this.messages = messages;
        typed.setPrefWidth(320);
        typed.field().setId("breakpoint-expression");
        typed.field().setPromptText(messages.text("time.breakpoint.prompt"));
        typed.field().setAccessibleText(messages.text("time.breakpoint.add"));
        typed.textProperty().subscribe(text -> typed.show(FilterFault.NONE));
        typed.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                add();
                event.consume();
            }
        });
        breakpoints.all().addListener((ListChangeListener<StepFilter>) change -> fill());
        fill();
    }

    private void add() {
        FilterFault fault = breakpoints.add(typed.textProperty().get());
        typed.show(fault);
        if (!fault.isPresent()) {
            typed.textProperty().set("");
        }
    }

    private void fill() {
        button.getItems().clear();
        CustomMenuItem field = new CustomMenuItem(typed, false);
        button.getItems().addAll(field, item(messages.text("time.breakpoint.next"), model::runToNext));
        if (!breakpoints.all().isEmpty()) {
            button.getItems().add(new SeparatorMenuItem());
            for (StepFilter filter : breakpoints.all()) {
                String text = messages.text("time.breakpoint.remove", filter.text());
                button.getItems().add(item(text, () -> breakpoints.remove(filter)));
            }
        }
        int count = breakpoints.all().size();
        button.setText(count == 0 ? "" : String.valueOf(count));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
