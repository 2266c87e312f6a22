package org.packetwalk.kernel.route6;

import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.route.RuleFlow;
import org.packetwalk.net.Ipv6Address;

/**
 * What is known of an IPv6 packet when a route is looked for ({@code struct flowi6}).
 *
 * @param destination the destination
 * @param source the source, :: if not chosen
 * @param outputInterface the ifindex it is bound to, 0 if to none
 * @param inputInterface the ifindex it came in by; lo for own packets
 * @param mark the firewall mark
 * @param tos the traffic class
 * @param protocol the transport protocol, 0 if not known
 * @param sourcePort the source port
 * @param destinationPort the destination port
 * @param user the user
 */
public record Ipv6Flow(
        Ipv6Address destination,
        Ipv6Address source,
        int outputInterface,
        int inputInterface,
        int mark,
        int tos,
        int protocol,
        int sourcePort,
        int destinationPort,
        long user)
        implements RuleFlow {

    /** A flow of this host to an address, and nothing else known. */
    public static Ipv6Flow output(Ipv6Address destination) {
        return new Ipv6Flow(destination, Ipv6Address.ANY, 0, FlowKey.LOOPBACK_INTERFACE, 0, 0, 0, 0, 0, 0);
    }

    /** A received packet. */
    public static Ipv6Flow input(Ipv6Address destination, Ipv6Address source, int inputInterface) {
        return new Ipv6Flow(destination, source, 0, inputInterface, 0, 0, 0, 0, 0, 0);
    }

    /** {@code RT6_LOOKUP_F_HAS_SADDR}. */
    @Override
    public boolean sourceKnown() {
        return !source.isAny();
    }

    /** The same flow to another destination. */
    public Ipv6Flow withDestination(Ipv6Address now) {
        return new Ipv6Flow(
                now, source, outputInterface, inputInterface, mark, tos, protocol, sourcePort, destinationPort, user);
    }

    /** The same flow with its source chosen. */
    public Ipv6Flow withSource(Ipv6Address now) {
        return new Ipv6Flow(
                destination,
                now,
                outputInterface,
                inputInterface,
                mark,
                tos,
                protocol,
                sourcePort,
                destinationPort,
                user);
    }

    /** The same flow bound to a device, or free with 0. */
    public Ipv6Flow withOutputInterface(int now) {
        return new Ipv6Flow(
                destination, source, now, inputInterface, mark, tos, protocol, sourcePort, destinationPort, user);
    }

    /** The same flow with a mark and a traffic class. */
    public Ipv6Flow marked(int newMark, int newTos) {
        return new Ipv6Flow(
                destination,
                source,
                outputInterface,
                inputInterface,
                newMark,
                newTos,
                protocol,
                sourcePort,
                destinationPort,
                user);
    }

    /** The same flow of a transport protocol, with its ports or 0. */
    public Ipv6Flow withTransport(int newProtocol, int from, int to) {
        return new Ipv6Flow(
                destination, source, outputInterface, inputInterface, mark, tos, newProtocol, from, to, user);
    }

    /** The same flow of a user. */
    public Ipv6Flow withUser(long now) {
        return new Ipv6Flow(
                destination,
                source,
                outputInterface,
                inputInterface,
                mark,
                tos,
                protocol,
                sourcePort,
                destinationPort,
                now);
    }

    /**
     * Whether only routes of the named device count ({@code rt6_need_strict}): groups, link-local addresses and ::1 mean
     * something else on each device.
     */
    public static boolean needsDevice(Ipv6Address address) {
        return address.isMulticast() || address.isLinkLocal() || address.isLoopback();
    }
}
