package org.packetwalk.cli;

/** A file that cannot be used; the message is the one line that is printed. */
final class BadFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadFileException(String line) {
        super(line);
    }
}
