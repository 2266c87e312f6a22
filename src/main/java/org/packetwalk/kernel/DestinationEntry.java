package org.packetwalk.kernel;

import org.packetwalk.net.Ipv4Address;

/**
 * The result of routing one packet: the kernel's {@code rtable} with its {@code dst_entry}.
 *
 * @param type what kind of destination it is
 * @param destination the address asked for
 * @param source the source address the lookup answered, 0.0.0.0 for input
 * @param device ifindex of {@code dst.dev}: 1 (lo) for everything local
 * @param gateway the next hop, 0.0.0.0 if the destination is on the link
 * @param local {@code RTCF_LOCAL}: deliver to this host
 * @param broadcast {@code RTCF_BROADCAST}
 * @param multicast {@code RTCF_MULTICAST}
 * @param redirect {@code RTCF_DOREDIRECT}: the sender should be told of a better way
 * @param inputInterface {@code rt_iif}: the interface {@code inet_iif} reports, 0 if the buffer's own
 * @param table the table that answered, 0 if none
 * @param output what {@code dst_output} calls
 * @param input what {@code dst_input} calls
 * @param error why packets are refused, {@link Errno#OK} if they are not
 * @param limit how large packets may be
 */
public record DestinationEntry(
        Kind type,
        Ipv4Address destination,
        Ipv4Address source,
        int device,
        Ipv4Address gateway,
        boolean local,
        boolean broadcast,
        boolean multicast,
        boolean redirect,
        int inputInterface,
        int table,
        OutputFunction output,
        InputFunction input,
        Errno error,
        PathLimit limit)
        implements Destination {

    /** No route is attached to the buffer. */
    public static final DestinationEntry NONE = new DestinationEntry(
            Kind.NONE,
            Ipv4Address.ANY,
            Ipv4Address.ANY,
            0,
            Ipv4Address.ANY,
            false,
            false,
            false,
            false,
            0,
            0,
            OutputFunction.DISCARD,
            InputFunction.DISCARD,
            Errno.OK,
            PathLimit.NONE);

    /** The kind of destination ({@code rt_type}); {@link #NONE} before routing. */
    public enum Kind {
        NONE,
        UNICAST,
        LOCAL,
        BROADCAST,
        MULTICAST
    }

    /** What {@code dst.output} points to. */
    public enum OutputFunction {
        IP_OUTPUT,
        IP_MC_OUTPUT,
        IP_RT_BUG,
        DISCARD
    }

    /** What {@code dst.input} points to. */
    public enum InputFunction {
        IP_LOCAL_DELIVER,
        IP_FORWARD,
        IP_ERROR,
        IP_MR_INPUT,
        DISCARD
    }

    @Override
    public boolean isPresent() {
        return type != Kind.NONE;
    }

    /** Whether packets go to a gateway ({@code rt_uses_gateway}). */
    public boolean usesGateway() {
        return !gateway.isAny();
    }

    /** The address whose hardware address is needed: the gateway, else the given destination. */
    public Ipv4Address nextHop(Ipv4Address packetDestination) {
        return usesGateway() ? gateway : packetDestination;
    }

    @Override
    public Ipv4Address neighbor() {
        return nextHop(destination);
    }

    /** The same entry for a sender that does not want its own multicasts back ({@code sk_mc_loop}). */
    public DestinationEntry withoutLoop() {
        return new DestinationEntry(
                type,
                destination,
                source,
                device,
                gateway,
                false,
                broadcast,
                multicast,
                redirect,
                inputInterface,
                table,
                output,
                input,
                error,
                limit);
    }

    /** The same entry by way of a neighbour. */
    public DestinationEntry via(Ipv4Address neighbor) {
        return new DestinationEntry(
                type,
                destination,
                source,
                device,
                neighbor,
                local,
                broadcast,
                multicast,
                redirect,
                inputInterface,
                table,
                output,
                input,
                error,
                limit);
    }

    /** The same entry with the redirect flag set. */
    public DestinationEntry withRedirect() {
        return new DestinationEntry(
                type,
                destination,
                source,
                device,
                gateway,
                local,
                broadcast,
                multicast,
                true,
                inputInterface,
                table,
                output,
                input,
                error,
                limit);
    }
}
