package org.packetwalk.desktop.exporting;

import java.util.Optional;

import javafx.fxml.FXML;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

import org.packetwalk.export.ExportFormat;
import org.packetwalk.narrate.Messages;

/** Fills the menu behind the camera: one item for each format, and what else can be done with a picture or a file. */
public final class ExportController {
    private final ExportVerbs verbs;
    private final Messages messages;

    @FXML
    private MenuButton menu;

    /** The controller of one menu. */
    public ExportController(ExportVerbs verbs, Messages messages) {
        this.verbs = verbs;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        item("export.choose", verbs::choose, true).setAccelerator(KeyCombination.valueOf("Shortcut+Shift+E"));
        menu.getItems().add(new SeparatorMenuItem());
        for (ExportFormat format : ExportFormat.values()) {
            MenuItem item = item("export." + format.id(), () -> verbs.save(format), true);
            keys(format).map(KeyCombination::valueOf).ifPresent(item::setAccelerator);
        }
        item("export.copy", verbs::copyPicture, true);
        menu.getItems().add(new SeparatorMenuItem());
        MenuItem create = item("lab.new.verb", verbs::newLab, false);
        create.setAccelerator(KeyCombination.valueOf("Shortcut+N"));
        MenuItem save = item("lab.save", verbs::saveLab, false);
        save.setAccelerator(KeyCombination.valueOf("Shortcut+Shift+S"));
        item("lab.save.as", verbs::saveLabAs, false);
        MenuItem open = item("start.open", verbs::open, false);
        open.setAccelerator(KeyCombination.valueOf("Shortcut+O"));
    }

    /** The keys that call it, if any do; the keyboard of the window knows them, too. */
    private static Optional<String> keys(ExportFormat format) {
        return switch (format) {
            case JSON -> Optional.of("Shortcut+S");
            case PNG -> Optional.of("Shortcut+E");
            case SVG, HTML, HANDOUT, GIF, MARKDOWN, TEXT, PCAPNG -> Optional.empty();
        };
    }

    private MenuItem item(String key, Runnable verb, boolean ofWalk) {
        MenuItem item = new MenuItem(messages.text(key));
        item.setId(key.replace('.', '-'));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> verb.run());
        if (ofWalk) {
            item.disableProperty().bind(javafx.beans.binding.Bindings.not(verbs.anySteps()));
        }
        menu.getItems().add(item);
        return item;
    }
}
