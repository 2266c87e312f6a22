package org.packetwalk.kernel.netfilter;

import org.packetwalk.net.Ipv4Address;

/**
 * A real server of a virtual service ({@code struct ip_vs_dest}), reached by direct routing.
 *
 * @param weight how much it takes; 0 means no new connections
 */
public record IpvsDestination(Ipv4Address address, int port, int weight) {

    /** Whether it is the server of an address and port. */
    public boolean is(Ipv4Address other, int otherPort) {
        return address.equals(other) && port == otherPort;
    }

    /** Address and port as {@code ipvsadm -n} writes them. */
    public String text() {
        return address + ":" + port;
    }
}
