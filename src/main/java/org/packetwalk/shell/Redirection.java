package org.packetwalk.shell;

/**
 * Where a command's input comes from or its output goes to.
 *
 * @param descriptor 0 standard input, 1 standard output, 2 standard error
 * @param kind what is done with the target
 * @param target the file, or the number of a descriptor for {@link Kind#DUPLICATE}
 */
public record Redirection(int descriptor, Kind kind, String target) {

    /** The file that swallows everything. */
    public static final String NOWHERE = "/dev/null";

    /** What is done with the target. */
    public enum Kind {
        /** {@code < FILE}. */
        READ,
        /** {@code > FILE}. */
        WRITE,
        /** {@code >> FILE}. */
        APPEND,
        /** {@code 2>&1}. */
        DUPLICATE
    }
}
