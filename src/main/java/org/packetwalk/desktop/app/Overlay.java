package org.packetwalk.desktop.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.packetwalk.desktop.action.Action;
import org.packetwalk.desktop.action.CommandPalette;
import org.packetwalk.desktop.action.ShortcutSheet;
import org.packetwalk.desktop.exporting.ExportSheet;
import org.packetwalk.desktop.exporting.ExportVerbs;
import org.packetwalk.desktop.importing.ImportModel;
import org.packetwalk.desktop.importing.ImportSheet;
import org.packetwalk.narrate.Messages;

/** What lies above the window for a moment: the palette or the sheet of shortcuts. Afterwards the focus is where it was. */
final class Overlay {
    private final Scene scene;
    private final StackPane layer = new StackPane();
    private List<Action> actions = List.of();
    private Messages messages;
    private Node before;

    Overlay(Scene scene, Messages messages) {
        this.scene = scene;
        this.messages = messages;
        this.before = scene.getRoot();
        layer.setId("overlay");
        layer.getStyleClass().add("overlay");
        layer.setVisible(false);
        layer.setOnMousePressed(event -> {
            if (event.getTarget() == layer) {
                close();
            }
        });
    }

    Node layer() {
        return layer;
    }

    /** These are the verbs now, in the words of a language. */
    void use(List<Action> all, Messages words) {
        actions = all;
        messages = words;
        close();
    }

    private boolean isOpen() {
        return layer.isVisible();
    }

    /** Whether something lies above the window. */
    ReadOnlyBooleanProperty openProperty() {
        return layer.visibleProperty();
    }

    void palette() {
        CommandPalette palette = new CommandPalette(actions, messages, this::close);
        StackPane.setAlignment(palette, Pos.TOP_CENTER);
        open(palette, palette.first());
    }

    void shortcuts() {
        ShortcutSheet sheet = new ShortcutSheet(actions, messages, this::close);
        open(sheet, sheet.first());
    }

    /** The sheet for what a real host told. */
    void importing(ImportModel model, Supplier<Optional<Path>> files) {
        ImportSheet sheet = new ImportSheet(model, files, this::close);
        open(sheet, sheet.first());
        // whoever closes it, by key, by button or beside it, can ask for it again
        model.wantedProperty().set(false);
    }

    /** The sheet of all formats. */
    void exporting(ExportVerbs verbs) {
        ExportSheet sheet = new ExportSheet(verbs.model(), verbs, this::close);
        open(sheet, sheet.first());
        verbs.model().wantedProperty().set(false);
    }

    private void open(Region sheet, Node first) {
        if (!isOpen()) {
            before = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
        }
        layer.getChildren().setAll(sheet);
        layer.setVisible(true);
        first.requestFocus();
    }

    void close() {
        if (isOpen()) {
            layer.setVisible(false);
            layer.getChildren().clear();
            before.requestFocus();
        }
    }
}
