package org.packetwalk.shell;

import java.util.List;

/**
 * One command with its words, quotes removed, and its redirections.
 *
 * @param words the name of the command and its arguments, at least one
 */
public record SimpleCommand(List<String> words, List<Redirection> redirections) {

    /** Copies the lists. */
    public SimpleCommand {
        words = List.copyOf(words);
        redirections = List.copyOf(redirections);
    }

    /** The name of the command. */
    public String name() {
        return words.get(0);
    }

    /** The arguments. */
    public List<String> arguments() {
        return words.subList(1, words.size());
    }
}
