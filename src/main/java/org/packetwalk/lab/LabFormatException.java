package org.packetwalk.lab;

import java.util.List;

/** A file that is no lab. Names the place and, as a message key with arguments, the fault. */
public final class LabFormatException extends Exception {

    private static final long serialVersionUID = 1;

    private final String file;
    private final int line;
    private final String key;
    private final transient List<Object> arguments;

    /** A fault of a file; {@code line} is 1 and up, 0 if it concerns the file as a whole. */
    public LabFormatException(String file, int line, String key, String sentence, Object... arguments) {
        super(line > 0 ? file + ":" + line + ": " + sentence : file + ": " + sentence);
        this.file = file;
        this.line = line;
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** The file as it was named. */
    public String file() {
        return file;
    }

    /** The line, 1 and up, 0 if the fault concerns the file as a whole. */
    public int line() {
        return line;
    }

    /** The key of the sentence in the message bundles. */
    public String key() {
        return key;
    }

    /** What the sentence is about. */
    public List<Object> arguments() {
        return arguments;
    }
}
