package org.packetwalk.kernel;

import org.packetwalk.net.IpAddress;

/** The route of a packet or a socket, of either family ({@code struct dst_entry}). */
public sealed interface Destination permits DestinationEntry, Ipv6Destination {

    /** Whether there is a route. */
    boolean isPresent();

    /** Ifindex of the outgoing device; lo for local destinations. */
    int device();

    /** The address to resolve on the link. */
    IpAddress neighbor();

    /** How large packets may be. */
    PathLimit limit();
}
