package org.packetwalk.kernel.route6;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.route.TableId;

/**
 * What was looked at in one table.
 *
 * @param table the table
 * @param searched whether it was asked at all
 * @param candidates the routes whose prefix contains the destination, longest first
 * @param found the route found, none or one
 */
public record Ipv6TableWalk(
        TableId table, boolean searched, List<Ipv6Candidate> candidates, List<Ipv6RouteMatch> found) {

    /** Copies the lists. */
    public Ipv6TableWalk {
        candidates = List.copyOf(candidates);
        found = List.copyOf(found);
    }

    /** The table was not asked. */
    public static Ipv6TableWalk notSearched(TableId table) {
        return new Ipv6TableWalk(table, false, List.of(), List.of());
    }

    /** The route found. */
    public Optional<Ipv6RouteMatch> match() {
        return found.stream().findFirst();
    }
}
