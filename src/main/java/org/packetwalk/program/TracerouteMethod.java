package org.packetwalk.program;

/** What the probes of traceroute are. */
public enum TracerouteMethod {
    /** UDP datagrams, each to the next port. */
    DEFAULT,
    /** UDP datagrams to one port. */
    UDP,
    /** Echo requests. */
    ICMP,
    /** The first segments of TCP connections. */
    TCP,
    /** Packets of a protocol without a header of their own. */
    RAW;

    /** Whether each probe is a UDP datagram. */
    public boolean udp() {
        return this == DEFAULT || this == UDP;
    }

    /** Whether all probes leave by one socket, which the answers come back to. */
    public boolean shared() {
        return this == ICMP || this == TCP;
    }

    /** The port, or the first one, that probes go to if none was named; for echo requests the first sequence number. */
    public int usualPort() {
        return switch (this) {
            case DEFAULT -> 33_434;
            case UDP -> 53;
            case TCP -> 80;
            case ICMP -> 1;
            case RAW -> 0;
        };
    }
}
