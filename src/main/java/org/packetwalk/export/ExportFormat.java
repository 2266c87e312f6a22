package org.packetwalk.export;

import org.packetwalk.export.contract.Exporter;
import org.packetwalk.export.contract.SnapshotName;
import org.packetwalk.export.image.PngPicture;
import org.packetwalk.export.json.JsonExporter;
import org.packetwalk.export.json.TraceFile;

/** The formats a walk can be exported in. */
public enum ExportFormat {
    /** The whole trace; the window opens it again. */
    JSON("json", TraceFile.EXTENSION.substring(1), false, new JsonExporter()),
    /** The picture of one step. */
    PNG("png", "png", true, new PngPicture());

    private final String id;
    private final String extension;
    private final boolean oneStep;
    private final Exporter exporter;

    ExportFormat(String id, String extension, boolean oneStep, Exporter exporter) {
        this.id = id;
        this.extension = extension;
        this.oneStep = oneStep;
        this.exporter = exporter;
    }

    /** Its name on the command line. */
    public String id() {
        return id;
    }

    /** How the names of its files end, without the dot. */
    public String extension() {
        return extension;
    }

    /** What writes it. */
    public Exporter exporter() {
        return exporter;
    }

    /** How the file of a walk is called: after its command, and after the step if only one is in it. */
    public String fileName(String command, int step) {
        return oneStep ? SnapshotName.of(command, step, extension) : SnapshotName.of(command, extension);
    }
}
