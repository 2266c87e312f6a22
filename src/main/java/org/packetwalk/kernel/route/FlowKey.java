package org.packetwalk.kernel.route;

import org.packetwalk.net.Ipv4Address;

/**
 * What a route is asked for: the kernel's {@code struct flowi4}.
 *
 * @param destination where to
 * @param source where from, 0.0.0.0 while none is chosen
 * @param outputInterface the index of the interface the flow is bound to, 0 if it is not
 * @param inputInterface the index of the interface the packet came in by, 1 (lo) for own packets, 0 if it does not matter
 * @param mark the firewall mark
 * @param tos the type of service byte, without the two lowest bits
 * @param scope {@link RouteScope#LINK} asks for directly connected destinations only
 * @param protocol the number of the transport protocol, 0 if unknown
 * @param sourcePort the source port, 0 if unknown
 * @param destinationPort the destination port, 0 if unknown
 * @param user the user the flow belongs to, 0 is root
 */
public record FlowKey(
        Ipv4Address destination,
        Ipv4Address source,
        int outputInterface,
        int inputInterface,
        int mark,
        int tos,
        RouteScope scope,
        int protocol,
        int sourcePort,
        int destinationPort,
        long user)
        implements RuleFlow {

    /** The index of the loopback interface, which stands for "sent by this host" ({@code LOOPBACK_IFINDEX}). */
    public static final int LOOPBACK_INTERFACE = 1;

    /** A flow of this host to an address, and nothing else known. */
    public static FlowKey output(Ipv4Address destination) {
        return new FlowKey(destination, Ipv4Address.ANY, 0, LOOPBACK_INTERFACE, 0, 0, RouteScope.UNIVERSE, 0, 0, 0, 0);
    }

    /** A received packet. */
    public static FlowKey input(Ipv4Address destination, Ipv4Address source, int inputInterface) {
        return new FlowKey(destination, source, 0, inputInterface, 0, 0, RouteScope.UNIVERSE, 0, 0, 0, 0);
    }

    /** A flow of which only the destination is known, as address-type questions ask it. */
    public static FlowKey destination(Ipv4Address destination) {
        return new FlowKey(destination, Ipv4Address.ANY, 0, 0, 0, 0, RouteScope.UNIVERSE, 0, 0, 0, 0);
    }

    @Override
    public boolean sourceKnown() {
        return true;
    }

    /** The same flow to another destination. */
    public FlowKey withDestination(Ipv4Address changed) {
        return new FlowKey(
                changed,
                source,
                outputInterface,
                inputInterface,
                mark,
                tos,
                scope,
                protocol,
                sourcePort,
                destinationPort,
                user);
    }

    /** The same flow with its source chosen. */
    public FlowKey withSource(Ipv4Address changed) {
        return new FlowKey(
                destination,
                changed,
                outputInterface,
                inputInterface,
                mark,
                tos,
                scope,
                protocol,
                sourcePort,
                destinationPort,
                user);
    }

    /** The same flow bound to an interface, or free with 0. */
    public FlowKey withOutputInterface(int changed) {
        return new FlowKey(
                destination,
                source,
                changed,
                inputInterface,
                mark,
                tos,
                scope,
                protocol,
                sourcePort,
                destinationPort,
                user);
    }

    /** The same flow from another interface. */
    public FlowKey withInputInterface(int changed) {
        return new FlowKey(
                destination,
                source,
                outputInterface,
                changed,
                mark,
                tos,
                scope,
                protocol,
                sourcePort,
                destinationPort,
                user);
    }

    /** The same flow with a firewall mark. */
    public FlowKey withMark(int changed) {
        return new FlowKey(
                destination,
                source,
                outputInterface,
                inputInterface,
                changed,
                tos,
                scope,
                protocol,
                sourcePort,
                destinationPort,
                user);
    }

    /** The same flow with a type of service. */
    public FlowKey withTos(int changed) {
        return new FlowKey(
                destination,
                source,
                outputInterface,
                inputInterface,
                mark,
                changed,
                scope,
                protocol,
                sourcePort,
                destinationPort,
                user);
    }

    /** The same flow with a scope. */
    public FlowKey withScope(RouteScope changed) {
        return new FlowKey(
                destination,
                source,
                outputInterface,
                inputInterface,
                mark,
                tos,
                changed,
                protocol,
                sourcePort,
                destinationPort,
                user);
    }

    /** The same flow with protocol and ports. */
    public FlowKey withTransport(int newProtocol, int newSourcePort, int newDestinationPort) {
        if (protocol == newProtocol && sourcePort == newSourcePort && destinationPort == newDestinationPort) {
            return this;
        }
        return new FlowKey(
                destination,
                source,
                outputInterface,
                inputInterface,
                mark,
                tos,
                scope,
                newProtocol,
                newSourcePort,
                newDestinationPort,
                user);
    }

    /** The same flow of another user. */
    public FlowKey withUser(long changed) {
        return new FlowKey(
                destination,
                source,
                outputInterface,
                inputInterface,
                mark,
                tos,
                scope,
                protocol,
                sourcePort,
                destinationPort,
                changed);
    }
}
