package org.packetwalk.desktop.model;

import java.util.List;

/**
 * How to see the same on a real host.
 *
 * @param commands what to type there, none if no command shows it
 * @param output what the last of them prints, empty if it is not known
 */
public record CheckView(List<String> commands, String output) {
    /** No command shows it. */
    public static final CheckView NONE = new CheckView(List.of(), "");

    /** Keeps an immutable list. */
    public CheckView {
        commands = List.copyOf(commands);
    }

    /** Whether there is a command. */
    public boolean isPresent() {
        return !commands.isEmpty();
    }
}
