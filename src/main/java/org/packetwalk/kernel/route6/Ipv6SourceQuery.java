package org.packetwalk.kernel.route6;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.net.Ipv6Address;

/**
 * Which address of this host a packet should come from ({@code ipv6_dev_get_saddr}).
 *
 * @param device ifindex of the outgoing device, 0 if not known
 * @param destination where it goes
 * @param outgoingOnly whether only addresses of the outgoing device count ({@code use_oif_addrs_only})
 * @param temporaryPreferred whether temporary addresses are better than public ones ({@code use_tempaddr})
 * @param now the time
 */
public record Ipv6SourceQuery(
        int device, Ipv6Address destination, boolean outgoingOnly, boolean temporaryPreferred, SimTime now) {}
