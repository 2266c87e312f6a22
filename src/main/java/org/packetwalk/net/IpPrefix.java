package org.packetwalk.net;

/** A prefix of either family, for what the kernel keeps for both: routing rules ({@code struct fib_rule}). */
public sealed interface IpPrefix permits Ipv4Prefix, Ipv6Prefix, LoosePrefix {

    /** The number of bits that count. */
    int length();

    /** The address with all other bits 0. */
    IpAddress network();

    /** The address as it was given. */
    default IpAddress address() {
        return network();
    }

    /** Whether an address of either family lies in this prefix. */
    boolean covers(IpAddress address);

    /** The prefix of a length that contains an address. */
    static IpPrefix containing(IpAddress address, int length) {
        return address instanceof Ipv4Address ipv4
                ? Ipv4Prefix.containing(ipv4, length)
                : Ipv6Prefix.containing((Ipv6Address) address, length);
    }
}
