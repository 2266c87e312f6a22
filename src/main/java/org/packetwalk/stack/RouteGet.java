package org.packetwalk.stack;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.packetwalk.kernel.DestinationEntry;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.route.RouteMatch;
import org.packetwalk.kernel.route.RouteScope;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.trace.KernelFunction;

/** The question {@code RTM_GETROUTE}: where a packet would go, without sending one ({@code inet_rtm_getroute}). */
public final class RouteGet {

    /**
     * The answer.
     *
     * @param entry the route, {@link DestinationEntry#NONE} if refused
     * @param match the route of the table it came from, if one was used
     * @param errno why it is refused, {@link Errno#OK} if it is not
     */
    public record Answer(DestinationEntry entry, Optional<RouteMatch> match, Errno errno) {}

    private static final List<KernelFunction> OLDER_CALL =
            List.of(KernelFunction.SOCK_DO_IOCTL, KernelFunction.ARP_IOCTL, KernelFunction.ARP_REQ_DEV);

    private RouteGet() {}

    /** Asks for a packet this host would send. */
    public static Answer output(Walk walk, HostId host, FlowKey flow) {
        return request(walk, () -> {
            OutputRoute.Answer answer = OutputRoute.key(walk, host, SkBuff.NONE, flow, false);
            return new Answer(answer.entry(), answer.match(), answer.errno());
        });
    }

    /** Asks for a packet that would come in on the flow's input interface. */
    public static Answer input(Walk walk, HostId host, FlowKey flow) {
        return request(walk, () -> {
            InputRoute.Answer answer = InputRoute.question(walk, host, flow.withOutputInterface(0));
            Errno errno = answer.refused() ? answer.errno() : answer.entry().error();
            return new Answer(answer.entry(), answer.match(), errno);
        });
    }

    /** Asks for the device on whose link an address is, as {@code arp} does by an older call ({@code arp_req_dev}). */
    public static Answer onLink(Walk walk, HostId host, Ipv4Address address) {
        return walk.call(OLDER_CALL, () -> {
            FlowKey flow = FlowKey.output(address).withScope(RouteScope.LINK);
            OutputRoute.Answer answer = OutputRoute.flow(walk, host, SkBuff.NONE, flow);
            return new Answer(answer.entry(), answer.match(), answer.errno());
        });
    }

    private static Answer request(Walk walk, Supplier<Answer> question) {
        return Netlink.request(walk, KernelFunction.INET_RTM_GETROUTE, question);
    }
}
