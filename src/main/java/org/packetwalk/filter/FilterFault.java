package org.packetwalk.filter;

import java.util.List;

/**
 * Why a filter is not understood: a message with its arguments, and which part of the filter is wrong.
 *
 * @param key the message, empty if nothing is wrong
 * @param from the first wrong character
 * @param to behind the last wrong character
 */
public record FilterFault(String key, List<Object> arguments, int from, int to) {
    /** Nothing is wrong. */
    public static final FilterFault NONE = new FilterFault("", List.of(), 0, 0);

    /** Keeps an immutable list. */
    public FilterFault {
        arguments = List.copyOf(arguments);
    }

    /** Whether something is wrong. */
    public boolean isPresent() {
        return !key.isEmpty();
    }
}
