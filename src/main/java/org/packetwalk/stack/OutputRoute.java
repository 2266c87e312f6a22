package org.packetwalk.stack;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

import org.packetwalk.kernel.DestinationEntry;
import org.packetwalk.kernel.DestinationEntry.InputFunction;
import org.packetwalk.kernel.DestinationEntry.Kind;
import org.packetwalk.kernel.DestinationEntry.OutputFunction;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PathLimit;
import org.packetwalk.kernel.RouteMetrics;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.route.NextHop;
import org.packetwalk.kernel.route.RouteDecision;
import org.packetwalk.kernel.route.RouteException;
import org.packetwalk.kernel.route.RouteMatch;
import org.packetwalk.kernel.route.RouteOutcome;
import org.packetwalk.kernel.route.RouteQuery;
import org.packetwalk.kernel.route.RouteScope;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.sysctl.Ipv4Conf;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.Stage;

/**
 * The route of a packet that this host sends: {@code ip_route_output_key_hash_rcu} and {@code __mkroute_output}
 * ({@code net/ipv4/route.c}). One object decides one question.
 */
final class OutputRoute {

    /** Below this MTU in bytes a device has no IPv4 ({@code IPV4_MIN_MTU}). */
    static final int MINIMUM_MTU = 68;

    /**
     * What was decided.
     *
     * @param entry the route, {@link DestinationEntry#NONE} if refused
     * @param errno why it was refused
     * @param match the route of the table, if one was used
     */
    record Answer(DestinationEntry entry, Errno errno, Optional<RouteMatch> match) {

        boolean refused() {
            return errno != Errno.OK;
        }

        Ipv4Address source() {
            return entry.source();
        }
    }

    private final Walk walk;
    private final HostId host;
    private final SkBuff skb;
    private final FlowKey asked;
    private final boolean anySource;
    private final ToIntFunction<NetNamespace> hash;
    private Ipv4Address source;
    private Ipv4Address destination;
    private RouteDecision decision;

    private OutputRoute(Walk walk, HostId host, SkBuff skb, FlowKey asked, boolean anySource, SkBuff hashed) {
        this.walk = walk;
        this.host = host;
        this.skb = skb;
        this.asked = asked.withInputInterface(FlowKey.LOOPBACK_INTERFACE);
        this.anySource = anySource;
        this.source = asked.source();
        this.hash = ns -> hashed.equals(SkBuff.NONE) ? FlowHash.of(ns, flow()) : FlowHash.of(ns, hashed);
        this.destination = asked.destination();
        this.decision = new RouteDecision(RouteQuery.of(this.asked), List.of(), RouteOutcome.NO_ROUTE);
    }

    /** {@code ip_route_output_flow}, whose lookup the compiler merged into it. */
    static Answer flow(Walk walk, HostId host, SkBuff skb, FlowKey flow) {
        return walk.call(KernelFunction.IP_ROUTE_OUTPUT_FLOW, () -> key(walk, host, skb, flow, false));
    }

    /** {@code ip_route_output_key_hash}. */
    static Answer hash(Walk walk, HostId host, SkBuff skb, FlowKey flow) {
        return walk.call(KernelFunction.IP_ROUTE_OUTPUT_KEY_HASH, () -> key(walk, host, skb, flow, false));
    }

    /** The same for the answer to a packet, whose own addresses and ports decide among several ways. */
    static Answer answering(Walk walk, HostId host, SkBuff skb, FlowKey flow, SkBuff packet) {
        return walk.call(KernelFunction.IP_ROUTE_OUTPUT_KEY_HASH, () -> key(walk, host, skb, flow, false, packet));
    }

    /** The same for a packet that this host did not make ({@code FLOWI_FLAG_ANYSRC}). */
    static Answer fromAnywhere(Walk walk, HostId host, SkBuff skb, FlowKey flow) {
        return walk.call(KernelFunction.IP_ROUTE_OUTPUT_KEY_HASH, () -> key(walk, host, skb, flow, true));
    }

    /** {@code ip_route_output_key_hash_rcu}; {@code anySource} as {@code FLOWI_FLAG_ANYSRC}. */
    static Answer key(Walk walk, HostId host, SkBuff skb, FlowKey flow, boolean anySource) {
        return key(walk, host, skb, flow, anySource, SkBuff.NONE);
    }

    private static Answer key(Walk walk, HostId host, SkBuff skb, FlowKey flow, boolean anySource, SkBuff hashed) {
        return walk.call(KernelFunction.IP_ROUTE_OUTPUT_KEY_HASH_RCU, () -> {
            OutputRoute question = new OutputRoute(walk, host, skb, flow, anySource, hashed);
            Answer answer = question.decide();
            question.report(answer);
            return answer;
        });
    }

    private void report(Answer answer) {
        NetNamespace ns = walk.host(host);
        walk.emit(new RouteEvent.Routed(
                walk.head(host, skb),
                Stage.ROUTE_OUTPUT,
                decision,
                answer.entry(),
                answer.refused() ? "" : ns.devices().nameOf(answer.entry().device()),
                answer.match()
                        .map(match -> ns.devices().nameOf(match.nexthop().device()))
                        .orElse(""),
                answer.errno(),
                Fib.context(ns)));
    }

    private Answer decide() {
        int bound = asked.outputInterface();
        if (!source.isAny()) {
            if (source.isMulticast() || source.isLimitedBroadcast()) {
                return refused(Errno.EINVAL);
            }
            if (bound == 0 && (destination.isMulticast() || destination.isLimitedBroadcast())) {
                int owner = owner(source);
                return owner == 0 ? refused(Errno.ENETUNREACH) : make(Kind.UNICAST, owner, owner, Optional.empty());
            }
            if (!anySource && owner(source) == 0) {
                return refused(Errno.ENETUNREACH);
            }
        }
        if (bound != 0) {
            Optional<NetDevice> device = walk.host(host).device(bound);
            if (device.isEmpty()) {
                return refused(Errno.ENODEV);
            }
            if (!device.get().up() || device.get().mtu() < MINIMUM_MTU) {
                return refused(Errno.ENETUNREACH);
            }
            if (destination.isLocalMulticast() || destination.isLimitedBroadcast() || asked.protocol() == 2) {
                if (source.isAny()) {
                    source = select(bound, Ipv4Address.ANY, RouteScope.LINK);
                }
                return make(Kind.UNICAST, bound, bound, Optional.empty());
            }
            if (source.isAny()) {
                if (destination.isMulticast()) {
                    source = select(bound, Ipv4Address.ANY, asked.scope());
                } else if (destination.isAny()) {
                    source = select(bound, Ipv4Address.ANY, RouteScope.HOST);
                }
            }
        }
        if (destination.isAny()) {
            destination = source.isAny() ? Ipv4Address.LOOPBACK : source;
            source = source.isAny() ? Ipv4Address.LOOPBACK : source;
            return make(Kind.LOCAL, NetDevice.LOOPBACK_INDEX, bound, Optional.empty());
        }
        return lookup(bound);
    }

    private FlowKey flow() {
        return asked.withSource(source).withDestination(destination);
    }

    private Answer lookup(int bound) {
        decision = Fib.lookup(walk, host, skb, RouteQuery.of(flow()), Stage.ROUTE_OUTPUT, RouteEvent.Purpose.ROUTE);
        Optional<Errno> error = decision.outcome().error();
        if (error.isPresent()) {
            if (bound == 0) {
                return refused(error.get());
            }
            // A packet bound to a device needs no route: its destination is taken to be on the link.
            if (source.isAny()) {
                source = select(bound, Ipv4Address.ANY, RouteScope.LINK);
            }
            return make(Kind.UNICAST, bound, bound, Optional.empty());
        }
        RouteMatch match = decision.outcome().match().orElseThrow();
        if (match.route().type() == RouteType.LOCAL) {
            if (source.isAny()) {
                Ipv4Address preferred = match.route().info().preferredSource();
                source = preferred.isAny() ? destination : preferred;
            }
            return make(Kind.LOCAL, NetDevice.LOOPBACK_INDEX, match.nexthop().device(), Optional.of(match));
        }
        RouteMatch chosen = bound == 0 ? PathChoice.output(walk, host, skb, match, hash, source) : match;
        if (source.isAny()) {
            source = preferredSource(walk, host, skb, chosen);
        }
        return make(kind(match.route().type()), chosen.nexthop().device(), bound, Optional.of(chosen));
    }

    /** What a route makes of its packets: a route may name any address a broadcast or multicast one. */
    private static Kind kind(RouteType type) {
        return type == RouteType.BROADCAST
                ? Kind.BROADCAST
                : type == RouteType.MULTICAST ? Kind.MULTICAST : Kind.UNICAST;
    }

    /** {@code fib_result_prefsrc}: the source of a route, or one chosen for its nexthop. */
    static Ipv4Address preferredSource(Walk walk, HostId host, SkBuff skb, RouteMatch match) {
        Ipv4Address preferred = match.route().info().preferredSource();
        return preferred.isAny()
                ? Fib.selectSource(
                        walk,
                        host,
                        skb,
                        match.nexthop().device(),
                        match.nexthop().gateway(),
                        match.route().scope())
                : preferred;
    }

    /** {@code __mkroute_output}. */
    private Answer make(Kind wanted, int deviceIndex, int original, Optional<RouteMatch> match) {
        NetNamespace ns = walk.host(host);
        NetDevice device = ns.devices().get(deviceIndex);
        if (device.mtu() < MINIMUM_MTU) {
            return refused(Errno.EINVAL);
        }
        if (source.isLoopback() && !device.isLoopback() && !ns.sysctls().either(deviceIndex, Ipv4Conf.ROUTE_LOCALNET)) {
            return refused(Errno.EINVAL);
        }
        Kind kind = wanted;
        Optional<RouteMatch> used = match;
        if (destination.isLimitedBroadcast()) {
            kind = Kind.BROADCAST;
            used = Optional.empty();
        } else if (destination.isMulticast()) {
            kind = Kind.MULTICAST;
        }
        boolean local = device.isLoopback();
        if (kind == Kind.BROADCAST) {
            local = true;
        } else if (kind == Kind.MULTICAST) {
            local = MulticastMembership.joined(ns, device, destination);
            if (match.isPresent() && match.get().route().prefix().length() < 4) {
                used = Optional.empty();
            }
        }
        boolean toEverybody = kind == Kind.BROADCAST || kind == Kind.MULTICAST;
        Optional<RouteException> exception = used.flatMap(found -> ns.memory().find(found, destination, walk.now()));
        Ipv4Address gateway = gateway(used, exception);
        DestinationEntry entry = new DestinationEntry(
                kind,
                destination,
                source,
                deviceIndex,
                gateway,
                local,
                kind == Kind.BROADCAST,
                kind == Kind.MULTICAST,
                false,
                original,
                match.map(found -> (int) found.table().number()).orElse(0),
                toEverybody && local && !device.isLoopback() ? OutputFunction.IP_MC_OUTPUT : OutputFunction.IP_OUTPUT,
                local ? InputFunction.IP_LOCAL_DELIVER : InputFunction.DISCARD,
                Errno.OK,
                limit(used, exception));
        return new Answer(entry, Errno.OK, match);
    }

    /** The gateway of the route, or the one that a redirect named ({@code rt_bind_exception}). */
    static Ipv4Address gateway(Optional<RouteMatch> used, Optional<RouteException> exception) {
        return exception
                .map(RouteException::gateway)
                .filter(learnt -> !learnt.isAny())
                .orElseGet(() -> used.map(RouteMatch::nexthop)
                        .filter(nexthop -> nexthop.scope().equals(RouteScope.LINK))
                        .map(NextHop::gateway)
                        .orElse(Ipv4Address.ANY));
    }

    /** What bounds the packets of a route ({@code fill_route_from_fnhe}). */
    static PathLimit limit(Optional<RouteMatch> used, Optional<RouteException> exception) {
        RouteMetrics metrics = used.map(found -> found.route().info().metrics()).orElse(RouteMetrics.NONE);
        return exception
                .map(learnt -> new PathLimit(
                        learnt.mtu(),
                        learnt.locked() || metrics.mtuLocked(),
                        learnt.expires(),
                        !learnt.gateway().isAny(),
                        metrics))
                .orElseGet(() -> PathLimit.prescribed(metrics));
    }

    private Answer refused(Errno errno) {
        return new Answer(DestinationEntry.NONE, errno, Optional.empty());
    }

    private int owner(Ipv4Address address) {
        return Fib.owner(walk, host, skb, address, Stage.ROUTE_OUTPUT);
    }

    private Ipv4Address select(int device, Ipv4Address towards, RouteScope scope) {
        return Fib.selectSource(walk, host, skb, device, towards, scope);
    }
}
