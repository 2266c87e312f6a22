package org.packetwalk.kernel;

import org.packetwalk.net.Ipv6Address;

/**
 * The IPv6 route attached to a packet ({@code struct rt6_info}): where it goes and by which functions.
 *
 * @param type what kind of route it is
 * @param destination the destination it was asked for
 * @param device ifindex of the outgoing device; lo for local destinations
 * @param owner ifindex of the device that has the address, or else of the outgoing one ({@code rt6i_idev})
 * @param gateway the next hop, :: if the destination itself
 * @param output what is called to send
 * @param input what is called on reception
 * @param error why packets are refused, {@link Errno#OK} if they are not
 * @param limit what bounds its packets
 * @param hopLimit the hop limit of the route's metrics, 0 if none
 */
public record Ipv6Destination(
        Kind type,
        Ipv6Address destination,
        int device,
        int owner,
        Ipv6Address gateway,
        OutputFunction output,
        InputFunction input,
        Errno error,
        PathLimit limit,
        int hopLimit)
        implements Destination {

    /** No route. */
    public static final Ipv6Destination NONE = new Ipv6Destination(
            Kind.NONE,
            Ipv6Address.ANY,
            0,
            0,
            Ipv6Address.ANY,
            OutputFunction.DST_DISCARD_OUT,
            InputFunction.DST_DISCARD,
            Errno.OK,
            PathLimit.NONE,
            0);

    /** Kinds of routes. */
    public enum Kind {
        NONE,
        UNICAST,
        LOCAL,
        ANYCAST,
        MULTICAST,
        REJECTED
    }

    /** {@code dst->output}. */
    public enum OutputFunction {
        IP6_OUTPUT,
        IP6_MR_OUTPUT,
        IP6_PKT_DISCARD_OUT,
        IP6_PKT_PROHIBIT_OUT,
        DST_DISCARD_OUT
    }

    /** {@code dst->input}. */
    public enum InputFunction {
        IP6_INPUT,
        IP6_MC_INPUT,
        IP6_FORWARD,
        IP6_PKT_DISCARD,
        IP6_PKT_PROHIBIT,
        DST_DISCARD
    }

    @Override
    public boolean isPresent() {
        return type != Kind.NONE;
    }

    /** Whether packets of this route end at this host. */
    public boolean local() {
        return type == Kind.LOCAL || type == Kind.ANYCAST;
    }

    /** Whether the next hop is a gateway. */
    public boolean usesGateway() {
        return !gateway.isAny();
    }

    /** The address to resolve on the link ({@code rt6_nexthop}). */
    public Ipv6Address nextHop(Ipv6Address packetDestination) {
        return usesGateway() ? gateway : packetDestination;
    }

    @Override
    public Ipv6Address neighbor() {
        return nextHop(destination);
    }
}
