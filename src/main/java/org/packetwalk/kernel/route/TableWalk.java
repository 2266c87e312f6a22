package org.packetwalk.kernel.route;

import java.util.List;

/**
 * One search of one table, step by step.
 *
 * @param table the table asked, as the kernel names it: 254 for the common trie of main and local
 * @param path the way through the trie
 * @param candidates the routes met, and those that were not looked at since a longer prefix was found
 * @param event what the tracepoint shows
 */
public record TableWalk(TableId table, List<TrieVisit> path, List<Candidate> candidates, TableLookupEvent event) {

    /** Copies the lists. */
    public TableWalk {
        path = List.copyOf(path);
        candidates = List.copyOf(candidates);
    }

    /** A table that was not searched. */
    public static TableWalk notSearched(TableId table) {
        return new TableWalk(table, List.of(), List.of(), new TableLookupEvent.NotSearched());
    }
}
