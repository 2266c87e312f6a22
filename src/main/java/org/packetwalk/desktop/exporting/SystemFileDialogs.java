package org.packetwalk.desktop.exporting;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;

import org.packetwalk.export.ExportFormat;
import org.packetwalk.narrate.Messages;

/** The questions of the desktop the window is on. */
public final class SystemFileDialogs implements FileDialogs {
    private static final double WIDTH = 520;

    private final Scene scene;

    /** The questions of the window of a scene. */
    public SystemFileDialogs(Scene scene) {
        this.scene = scene;
    }

    @Override
    public Optional<Path> save(String folder, String name, ExportFormat format, Messages messages) {
        FileChooser chooser = chooser(
                folder,
                messages,
                new ExtensionFilter(messages.text("export.kind." + format.id()), "*." + format.extension()));
        chooser.setTitle(messages.text("export." + format.id()));
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(scene.getWindow())).map(File::toPath);
    }

    @Override
    public Optional<Path> saveLab(String folder, String name, Messages messages) {
        FileChooser chooser = chooser(folder, messages, new ExtensionFilter(messages.text("export.kind.lab"), "*.sh"));
        chooser.setTitle(messages.text("lab.save.as"));
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(scene.getWindow())).map(File::toPath);
    }

    @Override
    public Unsaved unsaved(String lab, Messages messages) {
        ButtonType save = new ButtonType(messages.text("lab.unsaved.save"), ButtonBar.ButtonData.YES);
        ButtonType discard = new ButtonType(messages.text("lab.unsaved.discard"), ButtonBar.ButtonData.NO);
        ButtonType answer = ask(lab, "lab.unsaved.text", messages, save, discard);
        return answer == save ? Unsaved.SAVE : answer == discard ? Unsaved.DISCARD : Unsaved.STAY;
    }

    @Override
    public Closing closing(String lab, Messages messages) {
        ButtonType save = new ButtonType(messages.text("lab.unsaved.save"), ButtonBar.ButtonData.YES);
        ButtonType keep = new ButtonType(messages.text("lab.closing.keep"), ButtonBar.ButtonData.NO);
        ButtonType answer = ask(lab, "lab.closing.text", messages, save, keep);
        return answer == save ? Closing.SAVE : answer == keep ? Closing.KEEP : Closing.STAY;
    }

    /** Asks what is to become of the edits of a lab; whoever does not answer stays. */
    private ButtonType ask(String lab, String text, Messages messages, ButtonType... ways) {
        ButtonType stay = new ButtonType(messages.text("lab.unsaved.stay"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert question = new Alert(Alert.AlertType.NONE, messages.text(text), ways);
        question.getButtonTypes().add(stay);
        question.initOwner(scene.getWindow());
        question.setTitle(messages.text("app.title"));
        question.setHeaderText(messages.text("lab.unsaved", lab));
        question.getDialogPane().setPrefWidth(WIDTH);
        question.getDialogPane().getStylesheets().setAll(scene.getStylesheets());
        return question.showAndWait().orElse(stay);
    }

    @Override
    public Optional<Path> open(String folder, Messages messages) {
        FileChooser chooser =
                chooser(folder, messages, new ExtensionFilter(messages.text("export.kind.openable"), "*.sh", "*.json"));
        chooser.setTitle(messages.text("start.open"));
        return Optional.ofNullable(chooser.showOpenDialog(scene.getWindow())).map(File::toPath);
    }

    @Override
    public Optional<Path> other(String folder, String key, Messages messages) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.text(key));
        begin(chooser, folder);
        return Optional.ofNullable(chooser.showOpenDialog(scene.getWindow())).map(File::toPath);
    }

    private static FileChooser chooser(String folder, Messages messages, ExtensionFilter kind) {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().setAll(kind, new ExtensionFilter(messages.text("export.kind.all"), "*"));
        begin(chooser, folder);
        return chooser;
    }

    private static void begin(FileChooser chooser, String folder) {
        File last = new File(folder);
        if (last.isDirectory()) {
            chooser.setInitialDirectory(last);
        }
    }
}
