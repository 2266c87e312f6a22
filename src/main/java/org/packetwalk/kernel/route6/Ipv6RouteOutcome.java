package org.packetwalk.kernel.route6;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.Errno;

/**
 * What a lookup came to.
 *
 * @param found the route, none or one
 * @param error why nothing can be sent: of the route's type, of the rule, or ENETUNREACH if nothing was found
 */
public record Ipv6RouteOutcome(List<Ipv6RouteMatch> found, Errno error) {

    /** Copies the list. */
    public Ipv6RouteOutcome {
        found = List.copyOf(found);
    }

    /** The route. */
    public Optional<Ipv6RouteMatch> match() {
        return found.stream().findFirst();
    }
}
