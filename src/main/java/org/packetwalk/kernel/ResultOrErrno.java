package org.packetwalk.kernel;

/**
 * What a system call or a configuration request answers.
 *
 * @param <T> the type of the answer
 */
public sealed interface ResultOrErrno<T> {

    /** It went well. */
    record Ok<T>(T value) implements ResultOrErrno<T> {}

    /**
     * It was refused.
     *
     * @param errno the error number
     * @param message the kernel's extended message, as in {@code Error: MESSAGE}, or empty
     */
    record Refused<T>(Errno errno, String message) implements ResultOrErrno<T> {}

    /** An answer. */
    static <T> ResultOrErrno<T> ok(T value) {
        return new Ok<>(value);
    }

    /** A refusal with nothing but the error number. */
    static <T> ResultOrErrno<T> refused(Errno errno) {
        return new Refused<>(errno, "");
    }

    /** A refusal with the kernel's extended message. */
    static <T> ResultOrErrno<T> refused(Errno errno, String message) {
        return new Refused<>(errno, message);
    }
}
