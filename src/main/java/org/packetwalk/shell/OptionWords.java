package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The words of a command whose options may be put together or abbreviated ({@code getopt_long}). */
final class OptionWords {

    private final List<String> words;
    private final IptablesTool tool;
    private int at;

    OptionWords(List<String> words, IptablesTool tool) {
        this.words = new ArrayList<>(words);
        this.tool = tool;
    }

    boolean hasNext() {
        return at < words.size();
    }

    /** Whether there is a word that is no option. */
    boolean hasArgument() {
        return hasNext() && !words.get(at).startsWith("-") && !words.get(at).equals("!");
    }

    String next() {
        return words.get(at++);
    }

    /** The argument of an option. */
    String argument(String option) {
        if (!hasNext()) {
            throw tool.wrong("option \"" + option + "\" requires an argument");
        }
        return next();
    }

    /** The argument of an option that may have none. */
    Optional<String> optionalArgument() {
        return hasArgument() ? Optional.of(next()) : Optional.empty();
    }

    /** Takes a cluster of short options apart: {@code -nvL} is {@code -n -v -L}. */
    void unfold(String cluster, Predicate<Character> takesArgument) {
        List<String> apart = new ArrayList<>();
        for (int i = 1; i < cluster.length(); i++) {
            apart.add("-" + cluster.charAt(i));
            if (takesArgument.test(cluster.charAt(i)) && i + 1 < cluster.length()) {
                apart.add(cluster.substring(i + 1));
                break;
            }
        }
        words.addAll(at, apart);
    }

    /** The option that a word names or begins, if it is only one. */
    static Optional<String> complete(String word, List<String> options) {
        if (options.contains(word)) {
            return Optional.of(word);
        }
        List<String> found = options.stream()
                .filter(option -> option.startsWith(word))
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
