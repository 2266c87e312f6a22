package org.packetwalk.desktop.exporting;

import java.nio.file.Path;
import java.util.Optional;

import org.packetwalk.export.ExportFormat;
import org.packetwalk.narrate.Messages;

/** Asks a person for a file; nothing is answered if the question was cancelled. */
public interface FileDialogs {

    /** Where to save, in a folder and under a name to begin with; the folder is empty if none is remembered. */
    Optional<Path> save(String folder, String name, ExportFormat format, Messages messages);

    /** Which trace to open; the folder is empty if none is remembered. */
    Optional<Path> open(String folder, Messages messages);

    /** Which file of text to read; the folder is empty if none is remembered. */
    Optional<Path> text(String folder, Messages messages);
}
