package org.packetwalk.kernel.route6;

import java.util.List;

import org.packetwalk.net.Ipv6Address;

/**
 * Which source a packet gets, and what was considered.
 *
 * @param query the question
 * @param considered the addresses in the order they were met
 * @param outcome the source, :: if there is none
 */
public record Ipv6SourceDecision(Ipv6SourceQuery query, List<Ipv6SourceCandidate> considered, Ipv6Address outcome) {

    /** Copies the candidates. */
    public Ipv6SourceDecision {
        considered = List.copyOf(considered);
    }
}
