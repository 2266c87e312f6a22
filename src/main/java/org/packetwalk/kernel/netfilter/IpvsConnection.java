package org.packetwalk.kernel.netfilter;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.net.Ipv4Address;

/**
 * A connection that was given to a real server ({@code struct ip_vs_conn}).
 *
 * @param client the tuple of the client's packets: to the address of the service
 * @param server the real server
 * @param expires when it is forgotten unless another packet comes
 */
public record IpvsConnection(Tuple client, Ipv4Address server, int serverPort, IpvsState state, SimTime expires) {

    /** In another state, remembered as long as that says from now on. */
    public IpvsConnection in(IpvsState next, SimTime now) {
        return new IpvsConnection(client, server, serverPort, next, now.plusMillis(next.seconds() * 1000L));
    }
}
