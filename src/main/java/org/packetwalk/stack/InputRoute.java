package org.packetwalk.stack;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.packetwalk.kernel.DestinationEntry;
import org.packetwalk.kernel.DestinationEntry.InputFunction;
import org.packetwalk.kernel.DestinationEntry.Kind;
import org.packetwalk.kernel.DestinationEntry.OutputFunction;
import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PathLimit;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.route.RouteDecision;
import org.packetwalk.kernel.route.RouteException;
import org.packetwalk.kernel.route.RouteMatch;
import org.packetwalk.kernel.route.RouteOutcome;
import org.packetwalk.kernel.route.RouteQuery;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.sysctl.Ipv4Conf;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.Stage;

/**
 * The route of a packet that was received: {@code ip_route_input_noref} and {@code ip_route_input_slow}
 * ({@code net/ipv4/route.c}). One object decides one question.
 */
final class InputRoute {

    /**
     * What was decided.
     *
     * @param entry the route, {@link DestinationEntry#NONE} if the packet is refused
     * @param reason why it is refused; {@link DropReason#NOT_SPECIFIED} with a route means nothing
     * @param match the route of the table, if one was used
     * @param errno what {@code ip route get … iif} answers for a refusal
     */
    record Answer(DestinationEntry entry, DropReason reason, Errno errno, Optional<RouteMatch> match) {

        boolean refused() {
            return !entry.isPresent();
        }
    }

    private final Walk walk;
    private final HostId host;
    private final SkBuff skb;
    private final FlowKey asked;
    private final NetDevice device;
    private final boolean ip;
    private RouteDecision decision;

    private InputRoute(Walk walk, HostId host, SkBuff skb, FlowKey asked, boolean ip) {
        this.walk = walk;
        this.host = host;
        this.skb = skb;
        this.asked = asked;
        this.device = walk.device(host, asked.inputInterface());
        this.ip = ip;
        this.decision = new RouteDecision(RouteQuery.of(asked), List.of(), RouteOutcome.NO_ROUTE);
    }

    /** {@code ip_route_input_noref}; {@code ip} is false for the questions of ARP. */
    static Answer noref(Walk walk, HostId host, SkBuff skb, FlowKey flow, boolean ip) {
        return walk.call(KernelFunction.IP_ROUTE_INPUT_NOREF, () -> rcu(walk, host, skb, flow, ip));
    }

    /** The question of {@code ip route get … iif}. */
    static Answer question(Walk walk, HostId host, FlowKey flow) {
        return rcu(walk, host, SkBuff.NONE, flow, true);
    }

    /** {@code ip_route_input_rcu}, which the compiler merged into its callers. */
    private static Answer rcu(Walk walk, HostId host, SkBuff skb, FlowKey flow, boolean ip) {
        return flow.destination().isMulticast()
                ? new InputRoute(walk, host, skb, flow, ip).multicast()
                : slow(walk, host, skb, flow, ip);
    }

    /** {@code ip_route_input_slow}. */
    static Answer slow(Walk walk, HostId host, SkBuff skb, FlowKey flow, boolean ip) {
        return walk.call(KernelFunction.IP_ROUTE_INPUT_SLOW, () -> {
            InputRoute question = new InputRoute(walk, host, skb, flow, ip);
            Answer answer = question.decide();
            question.report(answer);
            return answer;
        });
    }

    private void report(Answer answer) {
        NetNamespace ns = walk.host(host);
        walk.emit(new RouteEvent.Routed(
                walk.head(host, skb),
                Stage.ROUTE_INPUT,
                decision,
                answer.entry(),
                answer.refused() ? "" : ns.devices().nameOf(answer.entry().device()),
                answer.match()
                        .map(match -> ns.devices().nameOf(match.nexthop().device()))
                        .orElse(""),
                answer.refused() ? answer.errno() : answer.entry().error(),
                Fib.context(ns)));
    }

    /** {@code ip_route_input_mc}. */
    private Answer multicast() {
        Ipv4Address source = asked.source();
        if (!MulticastMembership.joined(walk.host(host), device, asked.destination())) {
            return refused(DropReason.NOT_SPECIFIED);
        }
        if (source.isMulticast() || source.isLimitedBroadcast()) {
            return refused(DropReason.IP_INVALID_SOURCE);
        }
        if (source.isLoopback() && !localnet()) {
            return refused(DropReason.IP_LOCALNET);
        }
        if (source.isAny()) {
            if (!asked.destination().isLocalMulticast()) {
                return refused(DropReason.IP_INVALID_SOURCE);
            }
        } else {
            SourceCheck.Answer check = SourceCheck.validate(walk, host, skb, asked.withDestination(Ipv4Address.ANY), 0);
            if (check.refused()) {
                return refused(check.reason());
            }
        }
        return accepted(entry(Kind.MULTICAST, true, false, true, InputFunction.IP_LOCAL_DELIVER), Optional.empty());
    }

    private Answer decide() {
        Ipv4Address source = asked.source();
        Ipv4Address destination = asked.destination();
        if (source.isMulticast() || source.isLimitedBroadcast()) {
            return martianSource(DropReason.IP_INVALID_SOURCE);
        }
        if (destination.isLimitedBroadcast() || source.isAny() && destination.isAny()) {
            return broadcast(Optional.empty());
        }
        if (source.isAny()) {
            return martianSource(DropReason.IP_INVALID_SOURCE);
        }
        if (destination.isAny()) {
            return martianDestination(DropReason.IP_INVALID_DEST);
        }
        if (destination.isLoopback() && !localnet()) {
            return martianDestination(DropReason.IP_LOCALNET);
        }
        if (source.isLoopback() && !localnet()) {
            return martianSource(DropReason.IP_LOCALNET);
        }
        return lookup();
    }

    private Answer lookup() {
        decision = Fib.lookup(
                walk,
                host,
                skb,
                RouteQuery.of(inTables(walk.host(host), asked)),
                Stage.ROUTE_INPUT,
                RouteEvent.Purpose.ROUTE);
        boolean forwarding = walk.host(host).sysctls().conf(device.index(), Ipv4Conf.FORWARDING) != 0;
        Optional<Errno> error = decision.outcome().error();
        if (error.isPresent()) {
            return noRoute(forwarding ? error.get() : Errno.EHOSTUNREACH);
        }
        RouteMatch match = decision.outcome().match().orElseThrow();
        RouteType type = match.route().type();
        if (type == RouteType.BROADCAST) {
            return walk.host(host).sysctls().both(device.index(), Ipv4Conf.BC_FORWARDING)
                    ? forward(match)
                    : broadcast(Optional.of(match));
        }
        if (type == RouteType.LOCAL) {
            SourceCheck.Answer check = SourceCheck.validate(walk, host, skb, asked, 0);
            return check.refused()
                    ? martianSource(check.reason())
                    : accepted(
                            entry(Kind.LOCAL, true, false, false, InputFunction.IP_LOCAL_DELIVER), Optional.of(match));
        }
        if (!forwarding) {
            return noRoute(Errno.EHOSTUNREACH);
        }
        if (type != RouteType.UNICAST) {
            return martianDestination(DropReason.IP_INVALID_DEST);
        }
        return forward(match);
    }

    private Answer broadcast(Optional<RouteMatch> match) {
        if (!ip) {
            return refused(DropReason.INVALID_PROTO);
        }
        if (!asked.source().isAny()) {
            SourceCheck.Answer check = SourceCheck.validate(walk, host, skb, asked.withDestination(Ipv4Address.ANY), 0);
            if (check.refused()) {
                return martianSource(check.reason());
            }
        }
        return accepted(entry(Kind.BROADCAST, true, true, false, InputFunction.IP_LOCAL_DELIVER), match);
    }

    /** {@code __mkroute_input}. */
    private Answer forward(RouteMatch found) {
        RouteMatch match = PathChoice.input(
                walk,
                host,
                skb,
                found,
                ns -> skb.packet().has(Ipv4Header.class) ? FlowHash.of(ns, skb) : FlowHash.of(ns, asked));
        int output = match.nexthop().device();
        SourceCheck.Answer check = SourceCheck.validate(walk, host, skb, asked, output);
        if (check.refused()) {
            return martianSource(check.reason());
        }
        Optional<RouteException> exception = walk.host(host).memory().find(match, asked.destination(), walk.now());
        Ipv4Address gateway = OutputRoute.gateway(Optional.of(match), exception);
        PathLimit limit = OutputRoute.limit(Optional.of(match), exception);
        boolean learntCounts = walk.host(host).sysctls().number("net.ipv4.ip_forward_use_pmtu") != 0;
        boolean sameLink = output == device.index();
        boolean redirect = ip
                && sameLink
                && check.direct()
                && walk.host(host).sysctls().either(device.index(), Ipv4Conf.SEND_REDIRECTS)
                && (walk.host(host).sysctls().either(device.index(), Ipv4Conf.SHARED_MEDIA)
                        || walk.host(host).addresses().onLink(output, asked.source(), gateway));
        if (!ip && sameLink && !walk.host(host).sysctls().either(device.index(), Ipv4Conf.PROXY_ARP_PVLAN)) {
            return refused(DropReason.IP_INVALID_DEST);
        }
        DestinationEntry entry = new DestinationEntry(
                match.route().type() == RouteType.BROADCAST ? Kind.BROADCAST : Kind.UNICAST,
                asked.destination(),
                Ipv4Address.ANY,
                output,
                gateway,
                false,
                false,
                false,
                redirect,
                device.index(),
                (int) match.table().number(),
                OutputFunction.IP_OUTPUT,
                InputFunction.IP_FORWARD,
                Errno.OK,
                learntCounts ? limit : limit.forForwarding());
        return accepted(entry, Optional.of(match));
    }

    private Answer noRoute(Errno errno) {
        DestinationEntry entry = new DestinationEntry(
                Kind.UNICAST,
                asked.destination(),
                Ipv4Address.ANY,
                NetDevice.LOOPBACK_INDEX,
                Ipv4Address.ANY,
                false,
                false,
                false,
                false,
                device.index(),
                0,
                OutputFunction.IP_RT_BUG,
                InputFunction.IP_ERROR,
                errno,
                PathLimit.NONE);
        return new Answer(entry, DropReason.NOT_SPECIFIED, errno, Optional.empty());
    }

    private DestinationEntry entry(
            Kind kind, boolean local, boolean broadcast, boolean multicast, InputFunction input) {
        return new DestinationEntry(
                kind,
                asked.destination(),
                Ipv4Address.ANY,
                NetDevice.LOOPBACK_INDEX,
                Ipv4Address.ANY,
                local,
                broadcast,
                multicast,
                false,
                device.index(),
                decision.outcome()
                        .match()
                        .map(match -> (int) match.table().number())
                        .orElse(0),
                OutputFunction.IP_RT_BUG,
                input,
                Errno.OK,
                PathLimit.NONE);
    }

    /** The flow as tables and rules see it: protocol and ports only if a rule asks for them ({@code fib4_rules_early_flow_dissect}). */
    static FlowKey inTables(NetNamespace ns, FlowKey flow) {
        return ns.routing().dissectsFlows() ? flow : flow.withTransport(0, 0, 0);
    }

    private boolean localnet() {
        return walk.host(host).sysctls().either(device.index(), Ipv4Conf.ROUTE_LOCALNET);
    }

    private static Answer accepted(DestinationEntry entry, Optional<RouteMatch> match) {
        return new Answer(entry, DropReason.NOT_SPECIFIED, Errno.OK, match);
    }

    /** {@code ip_handle_martian_source}: of who sent it only the hardware address can be believed. */
    private Answer martianSource(DropReason reason) {
        if (logged()) {
            walk.log(
                    host,
                    "IPv4: martian source " + asked.destination() + " from " + asked.source() + ", on dev "
                            + device.name());
            if (skb.isFrame()) {
                StringBuilder header = new StringBuilder("ll header: 00000000:");
                ByteString bytes = PacketCodec.encode(
                        Packet.of(ByteString.EMPTY, skb.packet().ethernet()));
                for (int i = 0; i < bytes.size(); i++) {
                    header.append(String.format(Locale.ROOT, " %02x", bytes.u8(i)));
                }
                walk.log(host, header.toString());
            }
        }
        return refused(reason);
    }

    private Answer martianDestination(DropReason reason) {
        if (logged()) {
            walk.log(
                    host,
                    "IPv4: martian destination " + asked.destination() + " from " + asked.source() + ", dev "
                            + device.name());
        }
        return refused(reason);
    }

    private boolean logged() {
        return walk.host(host).sysctls().either(device.index(), Ipv4Conf.LOG_MARTIANS) && walk.mayLog(host);
    }

    private static Answer refused(DropReason reason) {
        return new Answer(DestinationEntry.NONE, reason, Errno.EINVAL, Optional.empty());
    }
}
