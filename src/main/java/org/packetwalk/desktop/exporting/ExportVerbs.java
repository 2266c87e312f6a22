package org.packetwalk.desktop.exporting;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Optional;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import org.packetwalk.export.ExportFormat;

/** The verbs for files, as keys and buttons call them: each asks for a file first. */
public final class ExportVerbs {
    private final ExportModel model;
    private final LabDocuments labs;
    private final FileDialogs dialogs;

    /** The verbs of a model. */
    public ExportVerbs(ExportModel model, LabDocuments labs, FileDialogs dialogs) {
        this.model = model;
        this.labs = labs;
        this.dialogs = dialogs;
    }

    /** What the verbs are about. */
    public ExportModel model() {
        return model;
    }

    /** Asks for the sheet of all formats. */
    public void choose() {
        model.wantedProperty().set(true);
    }

    /** Whether there is anything to save. */
    public ObservableBooleanValue anySteps() {
        return model.anySteps();
    }

    /** Saves in a format. */
    public void save(ExportFormat format) {
        model.fileName(format)
                .flatMap(name -> dialogs.save(model.folder(), name, format, model.messages()))
                .ifPresent(file -> model.save(format, file));
    }

    /** Opens a saved trace or a lab. */
    public void open() {
        dialogs.open(model.folder(), model.messages()).ifPresent(this::open);
    }

    /** Opens a file: a lab by its name, anything else as a saved trace. */
    public void open(Path file) {
        if (LabDocuments.isLab(file)) {
            labs.open(file);
        } else {
            model.open(file);
        }
    }

    /** Opens a lab with one host and nothing else. */
    public void newLab() {
        labs.create();
    }

    /** Saves the open lab in its file, or asks for one. */
    public void saveLab() {
        if (labs.file().isEmpty()) {
            saveLabAs();
        } else {
            labs.save(Path.of(labs.file()));
        }
    }

    /** Saves the open lab in another file. */
    public void saveLabAs() {
        savedAs();
    }

    private boolean savedAs() {
        return dialogs.saveLab(model.folder(), labs.name(), model.messages())
                .filter(labs::save)
                .isPresent();
    }

    /** Leaves the open lab, after a question if it has edits that are in no file. */
    public void leave(Runnable next) {
        if (!labs.unsaved() || mayLeave()) {
            next.run();
        }
    }

    private boolean mayLeave() {
        return switch (dialogs.unsaved(labs.title(), model.messages())) {
            case SAVE -> saved();
            case DISCARD -> true;
            case STAY -> false;
        };
    }

    private boolean saved() {
        return labs.file().isEmpty() ? savedAs() : labs.save(Path.of(labs.file()));
    }

    /**
     * Whether the window may be closed. Who has edited a lab of their own expects to find it in its file, and is asked; edits of
     * other labs have no file, and are there again at the next start without a question.
     */
    public boolean mayClose() {
        if (!labs.isOwn() || !labs.unsaved()) {
            return true;
        }
        return switch (dialogs.closing(labs.title(), model.messages())) {
            case SAVE -> saved();
            case KEEP -> true;
            case STAY -> false;
        };
    }

    /** Asks for a file of any other kind, for what the message says. */
    public Optional<Path> other(String key) {
        return dialogs.other(model.folder(), key, model.messages());
    }

    /** Puts the picture of the step into the clipboard. */
    public void copyPicture() {
        model.picture(png -> {
            ClipboardContent content = new ClipboardContent();
            content.putImage(new Image(new ByteArrayInputStream(png)));
            Clipboard.getSystemClipboard().setContent(content);
        });
    }
}
