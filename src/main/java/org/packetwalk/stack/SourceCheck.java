package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.route.NextHop;
import org.packetwalk.kernel.route.RouteDecision;
import org.packetwalk.kernel.route.RouteMatch;
import org.packetwalk.kernel.route.RouteQuery;
import org.packetwalk.kernel.route.RouteScope;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.sysctl.Ipv4Conf;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.Stage;

/** Whether the source of a received packet is acceptable: {@code fib_validate_source} ({@code net/ipv4/fib_frontend.c}). */
final class SourceCheck {

    /**
     * What was found.
     *
     * @param reason why it is refused, {@link DropReason#NOT_SPECIFIED} if it is not
     * @param direct whether the source is directly connected
     */
    record Answer(DropReason reason, boolean direct) {

        boolean refused() {
            return reason != DropReason.NOT_SPECIFIED;
        }
    }

    private static final Answer FINE = new Answer(DropReason.NOT_SPECIFIED, false);

    private SourceCheck() {}

    /** {@code fib_validate_source} for a packet that will leave by {@code output}, 0 if it is for this host. */
    static Answer validate(Walk walk, HostId host, SkBuff skb, FlowKey packet, int output) {
        NetNamespace ns = walk.host(host);
        int device = packet.inputInterface();
        int filter = ns.sysctls().highest(device, Ipv4Conf.RP_FILTER);
        boolean redirects = ns.sysctls().either(device, Ipv4Conf.SEND_REDIRECTS);
        if (filter == 0 && (device != output || !redirects)) {
            if (ns.sysctls().either(device, Ipv4Conf.ACCEPT_LOCAL)) {
                return FINE;
            }
            if (ns.routing().shared() && !ns.routing().hasCustomLocalRoutes()) {
                return ns.addresses().owner(packet.source()).isPresent()
                        ? new Answer(DropReason.IP_LOCAL_SOURCE, false)
                        : FINE;
            }
        }
        return walk.call(
                KernelFunction.FIB_VALIDATE_SOURCE,
                () -> walk.call(
                        KernelFunction.__FIB_VALIDATE_SOURCE, () -> look(walk, host, skb, packet, output, filter)));
    }

    private static Answer look(Walk walk, HostId host, SkBuff skb, FlowKey packet, int output, int filter) {
        NetNamespace ns = walk.host(host);
        int device = packet.inputInterface();
        FlowKey back = InputRoute.inTables(ns, swapped(packet))
                .withDestination(packet.source())
                .withSource(packet.destination())
                .withInputInterface(output == 0 ? NetDevice.LOOPBACK_INDEX : output)
                .withOutputInterface(0)
                .withMark(ns.sysctls().either(device, Ipv4Conf.SRC_VALID_MARK) ? packet.mark() : 0);
        RouteDecision decision =
                Fib.lookup(walk, host, skb, RouteQuery.of(back), Stage.ROUTE_INPUT, RouteEvent.Purpose.SOURCE_CHECK);
        Optional<Errno> error = decision.outcome().error();
        if (error.isPresent()) {
            return lastResort(filter);
        }
        RouteMatch match = decision.outcome().match().orElseThrow();
        RouteType type = match.route().type();
        if (type != RouteType.UNICAST) {
            if (type != RouteType.LOCAL) {
                return new Answer(DropReason.IP_INVALID_SOURCE, false);
            }
            if (!ns.sysctls().either(device, Ipv4Conf.ACCEPT_LOCAL)) {
                return new Answer(DropReason.IP_LOCAL_SOURCE, false);
            }
        }
        boolean here = match.route().nexthops().stream().anyMatch(hop -> hop.device() == device)
                || type == RouteType.LOCAL && device == NetDevice.LOOPBACK_INDEX;
        if (here) {
            return new Answer(DropReason.NOT_SPECIFIED, direct(match.nexthop()));
        }
        if (ns.addresses().of(device).isEmpty()) {
            return lastResort(filter);
        }
        if (filter == 1) {
            return new Answer(DropReason.IP_RPFILTER, false);
        }
        RouteDecision onDevice = Fib.lookup(
                walk,
                host,
                skb,
                RouteQuery.of(back.withOutputInterface(device)),
                Stage.ROUTE_INPUT,
                RouteEvent.Purpose.SOURCE_CHECK);
        boolean direct = onDevice.outcome()
                .match()
                .filter(found -> found.route().type() == RouteType.UNICAST && direct(found.nexthop()))
                .isPresent();
        return new Answer(DropReason.NOT_SPECIFIED, direct);
    }

    private static FlowKey swapped(FlowKey packet) {
        return packet.withTransport(packet.protocol(), packet.destinationPort(), packet.sourcePort());
    }

    private static boolean direct(NextHop nexthop) {
        return nexthop.scope().number() >= RouteScope.HOST.number();
    }

    private static Answer lastResort(int filter) {
        return filter != 0 ? new Answer(DropReason.IP_RPFILTER, false) : FINE;
    }
}
