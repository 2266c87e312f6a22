package org.packetwalk.desktop.exporting;

import java.nio.file.Path;
import java.util.Optional;

import org.packetwalk.export.ExportFormat;
import org.packetwalk.narrate.Messages;

/** Asks a person for a file; nothing is answered if the question was cancelled. */
public interface FileDialogs {

    /** Where to save, in a folder and under a name to begin with; the folder is empty if none is remembered. */
    Optional<Path> save(String folder, String name, ExportFormat format, Messages messages);

    /** Where to save a lab, in a folder and under a name to begin with; the folder is empty if none is remembered. */
    Optional<Path> saveLab(String folder, String name, Messages messages);

    /** What is to become of edits that are in no file, before the lab they belong to is left. */
    Unsaved unsaved(String lab, Messages messages);

    /** What a person says about edits that are in no file. */
    enum Unsaved {
        SAVE,
        DISCARD,
        /** The lab is not left. */
        STAY
    }

    /** What is to become of edits of a lab of one's own before the window is closed; they are kept beside the settings in any case. */
    Closing closing(String lab, Messages messages);

    /** What a person says about edits when the window is closed. */
    enum Closing {
        SAVE,
        /** They are in no file, and there again at the next start. */
        KEEP,
        /** The window stays open. */
        STAY
    }

    /** Which trace or lab to open; the folder is empty if none is remembered. */
    Optional<Path> open(String folder, Messages messages);

    /** Which other file to read, for what the message of the key says; the folder is empty if none is remembered. */
    Optional<Path> other(String folder, String key, Messages messages);
}
