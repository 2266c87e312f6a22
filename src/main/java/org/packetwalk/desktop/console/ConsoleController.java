package org.packetwalk.desktop.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

import org.packetwalk.desktop.control.CommandField;
import org.packetwalk.desktop.control.CompletionMenu;
import org.packetwalk.desktop.model.Refusal;
import org.packetwalk.narrate.Messages;

/** Binds the console: its lines can be copied, its prompt completes with Tab and recalls with the arrows. */
public final class ConsoleController {
    private final ConsoleModel model;
    private final Messages messages;

    @FXML
    private ListView<ConsoleLine> list;

    @FXML
    private HBox refusalRow;

    @FXML
    private Label refusal;

    @FXML
    private CommandField prompt;

    /** The controller of one console. */
    public ConsoleController(ConsoleModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        list.setCellFactory(view -> new ConsoleCell());
        list.setItems(model.lines());
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::copyKey);
        MenuItem copy = new MenuItem(messages.text("console.copy"));
        copy.setOnAction(event -> copy());
        list.setContextMenu(new ContextMenu(copy));
        model.lines().addListener((ListChangeListener<ConsoleLine>) change -> Platform.runLater(this::toTheEnd));
        TextField field = prompt.field();
        field.setId("console-command");
        prompt.hostButton().setId("console-host");
        field.setAccessibleText(messages.text("console.command"));
        field.setAccessibleHelp(messages.text("console.command.help"));
        prompt.hostButton().setAccessibleText(messages.text("bar.host"));
        model.hostProperty().subscribe(host -> prompt.hostProperty().set(model.label(host)));
        prompt.hostProperty().subscribe(label -> model.hostProperty().set(model.host(label)));
        prompt.textProperty().bindBidirectional(model.textProperty());
        model.hosts().addListener((ListChangeListener<String>) change -> offer());
        offer();
        field.setOnAction(event -> model.run());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.refusalProperty().subscribe(this::showRefusal);
    }

    private void offer() {
        List<String> hosts = new ArrayList<>(model.hosts());
        hosts.add(model.label(""));
        prompt.offer(hosts);
    }

    private void toTheEnd() {
        if (!model.lines().isEmpty()) {
            list.scrollTo(model.lines().size() - 1);
        }
    }

    private void showRefusal(Refusal shown) {
        refusal.setText(shown.text());
        refusalRow.setVisible(shown.isPresent());
        refusalRow.setManaged(shown.isPresent());
        prompt.show(shown);
    }

    private void pressed(KeyEvent event) {
        TextField field = prompt.field();
        boolean plain = !event.isShiftDown() && !event.isControlDown() && !event.isAltDown();
        if (event.getCode() == KeyCode.TAB && plain && !field.getText().isBlank()) {
            complete();
            event.consume();
        } else if (event.getCode() == KeyCode.UP && plain || event.getCode() == KeyCode.DOWN && plain) {
            model.recall(event.getCode() == KeyCode.UP ? 1 : -1);
            field.end();
            event.consume();
        } else if (event.getCode() == KeyCode.V && event.isShortcutDown()) {
            paste(event);
        }
    }

    /** One word that fits is typed; of several their common beginning, and with nothing more in common they are listed. */
    private void complete() {
        TextField field = prompt.field();
        String typed = field.getText(0, field.getCaretPosition());
        CommandCompletion.Completion completion = model.complete(typed);
        CompletionMenu menu = new CompletionMenu(field);
        CompletionMenu.Offer offer = new CompletionMenu.Offer(completion.from(), completion.words());
        String started = typed.substring(completion.from());
        if (completion.words().size() == 1) {
            String word = completion.words().get(0);
            menu.take(offer, word.endsWith("=") ? word : word + " ");
        } else if (completion.shared().length() > started.length()) {
            menu.take(offer, completion.shared());
        } else {
            menu.show(offer);
        }
    }

    private void paste(KeyEvent event) {
        String pasted = Clipboard.getSystemClipboard().getString();
        if (pasted == null || !pasted.contains("\n")) {
            return;
        }
        TextField field = prompt.field();
        String text = field.getText();
        int start = field.getSelection().getStart();
        int end = field.getSelection().getEnd();
        model.paste(text.substring(0, start), pasted, text.substring(end));
        field.end();
        event.consume();
    }

    private void copyKey(KeyEvent event) {
        if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
            copy();
            event.consume();
        } else if (event.getCode() == KeyCode.A && event.isShortcutDown()) {
            list.getSelectionModel().selectAll();
            event.consume();
        }
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(list.getSelectionModel().getSelectedItems().stream()
                .map(ConsoleLine::copied)
                .collect(Collectors.joining("\n", "", "\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
