package org.packetwalk.kernel.netfilter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table with all its chains.
 *
 * @param chains the built-in ones in the order of the hooks, then the others by name
 */
public record FilterTable(TableName name, List<Chain> chains) {

    /** Copies the list. */
    public FilterTable {
        chains = List.copyOf(chains);
    }

    /** A table as it is made with its first rule: the built-in chains without rules. */
    public static FilterTable fresh(TableName name) {
        return new FilterTable(name, name.hooks().stream().map(Chain::of).toList());
    }

    /** The chain of a name. */
    public Optional<Chain> find(String chain) {
        return chains.stream().filter(one -> one.name().equals(chain)).findFirst();
    }

    /** With a chain added or changed. */
    public FilterTable with(Chain chain) {
        List<Chain> now = new ArrayList<>();
        boolean done = false;
        for (Chain one : chains) {
            if (!done && !chain.builtin() && !one.builtin() && one.name().compareTo(chain.name()) >= 0) {
                now.add(chain);
                done = true;
            }
            if (one.name().equals(chain.name())) {
                if (!done) {
                    now.add(chain);
                }
                done = true;
            } else {
                now.add(one);
            }
        }
        if (!done) {
            now.add(chain);
        }
        return new FilterTable(name, now);
    }

    /** Without a chain. */
    public FilterTable without(String chain) {
        return new FilterTable(
                name, chains.stream().filter(one -> !one.name().equals(chain)).toList());
    }

    /** How many rules jump to a chain. */
    public int references(String chain) {
        return (int) chains.stream()
                .flatMap(one -> one.rules().stream())
                .filter(rule -> rule.jumpsTo(chain))
                .count();
    }

    /** Whether connections have to be tracked for one of its rules. */
    public boolean needsTracking() {
        return chains.stream().flatMap(one -> one.rules().stream()).anyMatch(Rule::needsTracking);
    }
}
