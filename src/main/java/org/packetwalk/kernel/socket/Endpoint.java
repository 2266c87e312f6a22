package org.packetwalk.kernel.socket;

import org.packetwalk.net.Ipv4Address;

/**
 * One end of a conversation.
 *
 * @param address 0.0.0.0 if any or none
 * @param port 0 to 65535, 0 if any or none; for raw sockets the protocol number
 */
public record Endpoint(Ipv4Address address, int port) {

    /** Nobody yet. */
    public static final Endpoint ANY = new Endpoint(Ipv4Address.ANY, 0);

    @Override
    public String toString() {
        return address + ":" + port;
    }
}
