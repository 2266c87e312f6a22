package org.packetwalk.kernel.route;

import org.packetwalk.net.IpAddress;

/** What routing rules compare of a flow, whatever its family ({@code struct flowi_common}). */
public interface RuleFlow {

    /** The source, any if not chosen yet. */
    IpAddress source();

    /** Whether a selector of sources can match at all: a source that is not chosen yet is none in IPv6, and 0.0.0.0 in IPv4. */
    boolean sourceKnown();

    /** The destination. */
    IpAddress destination();

    /** The ifindex it is bound to, 0 if to none. */
    int outputInterface();

    /** The ifindex it came in by; lo for own packets. */
    int inputInterface();

    /** The firewall mark. */
    int mark();

    /** The type of service, or the traffic class. */
    int tos();

    /** The transport protocol, 0 if not known. */
    int protocol();

    /** The source port, 0 if there is none. */
    int sourcePort();

    /** The destination port, 0 if there is none. */
    int destinationPort();

    /** The user. */
    long user();
}
