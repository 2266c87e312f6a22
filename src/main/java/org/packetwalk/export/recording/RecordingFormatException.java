package org.packetwalk.export.recording;

/** A text that is not a recording: where the fault is, as a path such as {@code $.script[3].events[0].chain}, and what it is. */
public final class RecordingFormatException extends Exception {

    private static final long serialVersionUID = 1;

    private final String path;

    RecordingFormatException(String path, String problem) {
        super(path + ": " + problem);
        this.path = path;
    }

    /** Where the fault is. */
    public String path() {
        return path;
    }
}
