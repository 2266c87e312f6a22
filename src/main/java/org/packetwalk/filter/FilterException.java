package org.packetwalk.filter;

/** Carries a fault out of the reader. */
final class FilterException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient FilterFault fault;

    FilterException(String key, int from, int to, Object... arguments) {
        super(key);
        fault = new FilterFault(key, java.util.List.of(arguments), from, to);
    }

    FilterFault fault() {
        return fault;
    }
}
