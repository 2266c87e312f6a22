package org.packetwalk.desktop.timeline;

import javafx.collections.ListChangeListener;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;

import org.packetwalk.desktop.model.BranchView;
import org.packetwalk.desktop.model.DocumentModel;
import org.packetwalk.narrate.Messages;

/** The courses of events as a menu, as soon as there is more than one: to go over to another, to rename and to let go. */
final class BranchMenu {
    private final MenuButton button;
    private final DocumentModel document;
    private final Messages messages;

    BranchMenu(MenuButton button, DocumentModel document, Messages messages) {
        this.button = button;
        this.document = document;
        this.messages = messages;
        document.branches().addListener((ListChangeListener<BranchView>) change -> fill());
        fill();
    }

    private void fill() {
        boolean several = document.branches().size() > 1;
        button.setVisible(several);
        button.setManaged(several);
        button.getItems().clear();
        for (BranchView branch : document.branches()) {
            RadioMenuItem item = new RadioMenuItem(messages.text("time.branch.events", branch.name(), branch.events()));
            item.setMnemonicParsing(false);
            item.setSelected(branch.current());
            item.setOnAction(event -> document.switchTo(branch.name()));
            button.getItems().add(item);
            if (branch.current()) {
                button.setText(branch.name());
            }
        }
        button.getItems().addAll(new SeparatorMenuItem(), rename());
        document.branches().stream().filter(branch -> !branch.current()).forEach(branch -> {
            MenuItem item = new MenuItem(messages.text("time.branch.drop", branch.name()));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> document.drop(branch.name()));
            button.getItems().add(item);
        });
    }

    private CustomMenuItem rename() {
        TextField name = new TextField();
        name.setId("branch-name");
        name.setPromptText(messages.text("time.branch.rename"));
        name.setAccessibleText(messages.text("time.branch.rename"));
        name.setOnAction(event -> {
            document.rename(button.getText(), name.getText().strip());
            button.hide();
        });
        return new CustomMenuItem(name, false);
    }
}
