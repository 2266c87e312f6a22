package org.packetwalk.export.json;

import java.util.List;

import org.packetwalk.narrate.Messages;

/** A file is no saved trace: what is wrong as a message with its parameters, and where. */
public final class TraceFormatException extends Exception {

    private static final long serialVersionUID = 1;

    private final String key;
    private final transient List<Object> arguments;
    private final int line;
    private final int column;

    TraceFormatException(String key, int line, int column, Object... arguments) {
        super(key + " " + List.of(arguments) + " at line " + line + " column " + column);
        this.key = key;
        this.arguments = List.of(arguments);
        this.line = line;
        this.column = column;
    }

    /** The key of the message. */
    public String key() {
        return key;
    }

    /** Its parameters. */
    public List<Object> arguments() {
        return arguments;
    }

    /** The line of the fault, from 1; 0 if it is in no place. */
    public int line() {
        return line;
    }

    /** The column of the fault, from 1; 0 if it is in no place. */
    public int column() {
        return column;
    }

    /** The whole refusal in the language of the messages: the file, the place if there is one, and what is wrong. */
    public String text(Messages messages, String file) {
        String wrong = messages.text(key, arguments.toArray());
        return line == 0
                ? messages.text("trace-file.refused", file, wrong)
                : messages.text("trace-file.place", file, line, column, wrong);
    }
}
