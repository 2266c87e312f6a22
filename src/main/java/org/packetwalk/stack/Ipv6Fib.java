package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.Ipv6Destination;
import org.packetwalk.kernel.PathLimit;
import org.packetwalk.kernel.RouteMetrics;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.neigh.NeighborKey;
import org.packetwalk.kernel.neigh.NudState;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.route.TableId;
import org.packetwalk.kernel.route6.Ipv6Exception;
import org.packetwalk.kernel.route6.Ipv6Flow;
import org.packetwalk.kernel.route6.Ipv6Gateways;
import org.packetwalk.kernel.route6.Ipv6NextHop;
import org.packetwalk.kernel.route6.Ipv6Route;
import org.packetwalk.kernel.route6.Ipv6RouteDecision;
import org.packetwalk.kernel.route6.Ipv6RouteLookup;
import org.packetwalk.kernel.route6.Ipv6RouteMatch;
import org.packetwalk.kernel.route6.Ipv6RouteQuery;
import org.packetwalk.kernel.route6.Ipv6RuleVisit;
import org.packetwalk.kernel.route6.Ipv6SourceDecision;
import org.packetwalk.kernel.route6.Ipv6SourceQuery;
import org.packetwalk.kernel.route6.Ipv6SourceSelection;
import org.packetwalk.kernel.route6.Ipv6TableWalk;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.Stage;

/** Asks the IPv6 tables of a host, records each table asked, and makes the route of a packet of the answer. */
final class Ipv6Fib {

    private Ipv6Fib() {}

    /**
     * The route of a flow.
     *
     * @param entry the route to attach; it refuses packets if {@link Ipv6Destination#error} is set
     * @param decision what was considered
     */
    record Answer(Ipv6Destination entry, Ipv6RouteDecision decision) {

        /** The route of a table, if one was found. */
        Optional<Ipv6RouteMatch> match() {
            return decision.outcome().match();
        }

        /** Whether packets cannot be sent by it. */
        boolean refused() {
            return entry.error() != Errno.OK;
        }
    }

    /**
     * What is known of gateways.
     *
     * @param minds whether ways without a carrier may be left out ({@code RT6_LOOKUP_F_IGNORE_LINKSTATE})
     */
    private record Gateways(NetNamespace ns, boolean minds) implements Ipv6Gateways {

        @Override
        public boolean failed(Ipv6NextHop way) {
            return ns.neighbors()
                    .find(new NeighborKey(way.device(), way.gateway()))
                    .filter(entry -> entry.state() == NudState.FAILED)
                    .isPresent();
        }

        @Override
        public boolean ignoresLinkdown(int device) {
            return minds && ns.sysctls().ipv6Conf(device, "ignore_routes_with_linkdown") != 0;
        }
    }

    /** {@code fib6_rule_lookup}: by the tables local and main while no rule was ever added, else by the rules. */
    static Answer lookup(Walk walk, HostId host, SkBuff skb, Ipv6RouteQuery query, Stage stage) {
        return walk.call(KernelFunction.FIB6_RULE_LOOKUP, () -> {
            NetNamespace ns = walk.host(host);
            Ipv6RouteDecision decision = new Ipv6RouteLookup(
                            ns.ipv6().routing(), new Interfaces(ns.devices()), new Gateways(ns, true))
                    .decide(query);
            if (ns.ipv6().routing().customRules()) {
                walk.run(
                        KernelFunction.FIB_RULES_LOOKUP,
                        () -> walk.run(
                                KernelFunction.FIB6_RULE_ACTION, () -> report(walk, host, skb, decision, stage)));
            } else {
                report(walk, host, skb, decision, stage);
            }
            Answer answer = new Answer(entry(walk, host, query, decision), decision);
            walk.emit(new RouteEvent.Ipv6Routed(
                    walk.head(host, skb),
                    stage,
                    decision,
                    answer.entry(),
                    ns.devices().nameOf(answer.entry().device()),
                    ns.devices().nameOf(answer.entry().owner()),
                    Fib.context(ns)));
            return answer;
        });
    }

    /** The route of a table that a flow's route was made of ({@code rt6_info.from}); nobody is asked for it again. */
    static Optional<Ipv6RouteMatch> origin(Walk walk, HostId host, Ipv6Flow flow) {
        NetNamespace ns = walk.host(host);
        boolean deviceOnly = Ipv6Flow.needsDevice(flow.destination()) || flow.outputInterface() != 0;
        return new Ipv6RouteLookup(ns.ipv6().routing(), new Interfaces(ns.devices()), new Gateways(ns, true))
                .decide(new Ipv6RouteQuery(flow, flow.outputInterface(), deviceOnly, false, walk.now()))
                .outcome()
                .match();
    }

    /** {@code ip6_route_redirect}: the route to a destination, whichever router named a better one. */
    static Optional<Ipv6RouteMatch> redirected(Walk walk, HostId host, SkBuff skb, Ipv6RouteQuery query) {
        NetNamespace ns = walk.host(host);
        return walk.call(
                KernelFunction.IP6_ROUTE_REDIRECT,
                () -> walk.call(KernelFunction.FIB6_RULE_LOOKUP, () -> {
                    Ipv6RouteDecision decision = new Ipv6RouteLookup(
                                    ns.ipv6().routing(), new Interfaces(ns.devices()), new Gateways(ns, true))
                            .decide(query);
                    for (Ipv6RuleVisit visit : decision.considered()) {
                        if (visit.walk().searched()) {
                            walk.run(
                                    KernelFunction.__IP6_ROUTE_REDIRECT,
                                    () -> walk.emit(new RouteEvent.Ipv6TableAsked(
                                            walk.head(host, skb),
                                            Stage.ROUTE_INPUT,
                                            query.flow(),
                                            visit.walk(),
                                            visit.walk()
                                                    .match()
                                                    .map(match -> ns.devices()
                                                            .nameOf(match.way().device()))
                                                    .orElse(""),
                                            Fib.context(ns))));
                        }
                    }
                    return decision.outcome().match();
                }));
    }

    /** {@code ip6_nh_lookup_table}: of one table, whatever the rules and the carriers say. */
    static Optional<Ipv6RouteMatch> table(Walk walk, HostId host, TableId id, Ipv6RouteQuery query) {
        NetNamespace ns = walk.host(host);
        Optional<Ipv6TableWalk> searched = new Ipv6RouteLookup(
                        ns.ipv6().routing(), new Interfaces(ns.devices()), new Gateways(ns, false))
                .searchTable(id, query);
        searched.ifPresent(found -> asked(walk, host, SkBuff.NONE, query, found, Stage.ROUTE_OUTPUT));
        return searched.flatMap(Ipv6TableWalk::match);
    }

    /** {@code fib6_lookup}: what the tables answer by the rules, without a route for a packet. */
    static Optional<Ipv6RouteMatch> tables(Walk walk, HostId host, Ipv6RouteQuery query) {
        return walk.call(KernelFunction.FIB6_LOOKUP, () -> {
            NetNamespace ns = walk.host(host);
            Ipv6RouteDecision decision = new Ipv6RouteLookup(
                            ns.ipv6().routing(), new Interfaces(ns.devices()), new Gateways(ns, true))
                    .decide(query);
            for (Ipv6RuleVisit visit : decision.considered()) {
                if (visit.walk().searched()) {
                    asked(walk, host, SkBuff.NONE, query, visit.walk(), Stage.ROUTE_OUTPUT);
                }
            }
            return decision.outcome().error() == Errno.OK ? decision.outcome().match() : Optional.empty();
        });
    }

    private static void asked(
            Walk walk, HostId host, SkBuff skb, Ipv6RouteQuery query, Ipv6TableWalk found, Stage stage) {
        NetNamespace ns = walk.host(host);
        int device = found.match().map(match -> match.way().device()).orElse(NetDevice.LOOPBACK_INDEX);
        walk.run(
                KernelFunction.FIB6_TABLE_LOOKUP,
                () -> walk.emit(new RouteEvent.Ipv6TableAsked(
                        walk.head(host, skb),
                        stage,
                        query.flow(),
                        found,
                        ns.devices().nameOf(device),
                        Fib.context(ns))));
    }

    private static void report(Walk walk, HostId host, SkBuff skb, Ipv6RouteDecision decision, Stage stage) {
        for (Ipv6RuleVisit visit : decision.considered()) {
            if (visit.walk().searched()) {
                walk.run(
                        KernelFunction.IP6_POL_ROUTE,
                        () -> asked(walk, host, skb, decision.query(), visit.walk(), stage));
            }
        }
    }

    /** {@code ip6_rt_init_dst}: by which functions packets of a route go. */
    private static Ipv6Destination entry(Walk walk, HostId host, Ipv6RouteQuery query, Ipv6RouteDecision decision) {
        Ipv6Address destination = query.flow().destination();
        Errno error = decision.outcome().error();
        if (error != Errno.OK) {
            return rejected(destination, error);
        }
        Ipv6RouteMatch match = decision.outcome().match().orElseThrow();
        Ipv6Route route = match.route();
        int owner = match.way().device();
        boolean local = route.own();
        boolean group = route.prefix().network().isMulticast();
        Optional<Ipv6Exception> learnt = walk.host(host).ipv6().learnt(match, destination, walk.now());
        Ipv6Destination.Kind kind = local
                ? route.type() == RouteType.LOCAL ? Ipv6Destination.Kind.LOCAL : Ipv6Destination.Kind.ANYCAST
                : group ? Ipv6Destination.Kind.MULTICAST : Ipv6Destination.Kind.UNICAST;
        return new Ipv6Destination(
                kind,
                destination,
                local ? NetDevice.LOOPBACK_INDEX : owner,
                owner,
                learnt.map(Ipv6Exception::gateway)
                        .filter(better -> !better.isAny())
                        .orElse(match.way().gateway()),
                output(route, group),
                input(route, group),
                Errno.OK,
                limit(learnt, route),
                route.metrics().hopLimit());
    }

    private static Ipv6Destination.OutputFunction output(Ipv6Route route, boolean group) {
        if (route.rejects()) {
            return Ipv6Destination.OutputFunction.IP6_PKT_DISCARD_OUT;
        }
        return group ? Ipv6Destination.OutputFunction.IP6_MR_OUTPUT : Ipv6Destination.OutputFunction.IP6_OUTPUT;
    }

    private static Ipv6Destination.InputFunction input(Ipv6Route route, boolean group) {
        if (route.rejects()) {
            return Ipv6Destination.InputFunction.IP6_PKT_DISCARD;
        }
        if (route.type() == RouteType.LOCAL || route.type() == RouteType.ANYCAST) {
            return Ipv6Destination.InputFunction.IP6_INPUT;
        }
        return group ? Ipv6Destination.InputFunction.IP6_MC_INPUT : Ipv6Destination.InputFunction.IP6_FORWARD;
    }

    private static PathLimit limit(Optional<Ipv6Exception> learnt, Ipv6Route route) {
        RouteMetrics prescribed = route.metrics();
        return learnt.map(known -> new PathLimit(
                        known.mtu(), false, known.expires(), !known.gateway().isAny(), prescribed))
                .orElseGet(() -> PathLimit.prescribed(prescribed));
    }

    /** {@code ip6_rt_init_dst_reject}, {@code ip6_null_entry}. */
    private static Ipv6Destination rejected(Ipv6Address destination, Errno error) {
        return new Ipv6Destination(
                Ipv6Destination.Kind.REJECTED,
                destination,
                NetDevice.LOOPBACK_INDEX,
                NetDevice.LOOPBACK_INDEX,
                Ipv6Address.ANY,
                switch (error) {
                    case EINVAL -> Ipv6Destination.OutputFunction.DST_DISCARD_OUT;
                    case EACCES -> Ipv6Destination.OutputFunction.IP6_PKT_PROHIBIT_OUT;
                    default -> Ipv6Destination.OutputFunction.IP6_PKT_DISCARD_OUT;
                },
                switch (error) {
                    case EINVAL -> Ipv6Destination.InputFunction.DST_DISCARD;
                    case EACCES -> Ipv6Destination.InputFunction.IP6_PKT_PROHIBIT;
                    default -> Ipv6Destination.InputFunction.IP6_PKT_DISCARD;
                },
                error,
                PathLimit.NONE,
                0);
    }

    /** {@code ipv6_dev_get_saddr}; the choice is recorded, since people ask for it. */
    static Ipv6Address selectSource(Walk walk, HostId host, SkBuff skb, int device, Ipv6Address destination) {
        NetNamespace ns = walk.host(host);
        long temporary = device == 0 ? 0 : ns.sysctls().ipv6Conf(device, "use_tempaddr");
        Ipv6SourceDecision decision = Ipv6SourceSelection.decide(
                ns.ipv6().addresses(),
                ns.ipv6().labels(),
                new Ipv6SourceQuery(
                        device,
                        destination,
                        device != 0 && ns.sysctls().ipv6Conf(device, "use_oif_addrs_only") != 0,
                        temporary >= 2,
                        walk.now()));
        walk.emit(new RouteEvent.Ipv6SourceChosen(walk.head(host, skb), decision, Fib.context(ns)));
        return decision.outcome();
    }
}
