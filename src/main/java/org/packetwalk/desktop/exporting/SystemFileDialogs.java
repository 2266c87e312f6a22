package org.packetwalk.desktop.exporting;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

import javafx.scene.Scene;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;

import org.packetwalk.export.ExportFormat;
import org.packetwalk.narrate.Messages;

/** The questions of the desktop the window is on. */
public final class SystemFileDialogs implements FileDialogs {
    private final Scene scene;

    /** The questions of the window of a scene. */
    public SystemFileDialogs(Scene scene) {
        this.scene = scene;
    }

    @Override
    public Optional<Path> save(String folder, String name, ExportFormat format, Messages messages) {
        FileChooser chooser = chooser(folder, format, messages);
        chooser.setTitle(messages.text("export." + format.id()));
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(scene.getWindow())).map(File::toPath);
    }

    @Override
    public Optional<Path> open(String folder, Messages messages) {
        FileChooser chooser = chooser(folder, ExportFormat.JSON, messages);
        chooser.setTitle(messages.text("start.open"));
        return Optional.ofNullable(chooser.showOpenDialog(scene.getWindow())).map(File::toPath);
    }

    @Override
    public Optional<Path> text(String folder, Messages messages) {
        FileChooser chooser = chooser(folder, ExportFormat.TEXT, messages);
        chooser.setTitle(messages.text("import.file"));
        return Optional.ofNullable(chooser.showOpenDialog(scene.getWindow())).map(File::toPath);
    }

    private static FileChooser chooser(String folder, ExportFormat format, Messages messages) {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters()
                .setAll(
                        new ExtensionFilter(messages.text("export.kind." + format.id()), "*." + format.extension()),
                        new ExtensionFilter(messages.text("export.kind.all"), "*"));
        File last = new File(folder);
        if (last.isDirectory()) {
            chooser.setInitialDirectory(last);
        }
        return chooser;
    }
}
