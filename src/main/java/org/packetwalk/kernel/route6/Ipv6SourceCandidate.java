package org.packetwalk.kernel.route6;

import org.packetwalk.net.Ipv6Address;

/**
 * An address that was considered as a source.
 *
 * @param device ifindex of its device
 * @param address the address
 * @param fate what came of it
 * @param rule the rule that told it and the best one apart; of the chosen one, from the last it was compared with
 */
public record Ipv6SourceCandidate(int device, Ipv6Address address, Fate fate, SourceRule rule) {

    /** What came of an address. */
    public enum Fate {
        CHOSEN,
        WORSE,
        TENTATIVE
    }
}
