package org.packetwalk.net;

/** A prefix of either family, for what the kernel keeps for both: routing rules ({@code struct fib_rule}). */
public sealed interface IpPrefix permits Ipv4Prefix, Ipv6Prefix {

    /** The number of bits that count. */
    int length();

    /** The address with all other bits 0. */
    IpAddress network();

    /** Whether an address of either family lies in this prefix. */
    boolean covers(IpAddress address);
}
