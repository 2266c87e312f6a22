package org.packetwalk.kernel.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv4Prefix;

/**
 * What the kernel checks before it takes a route, and how it completes it: {@code fib_create_info}. Answers the errors
 * and extended messages of the kernel.
 */
public final class RouteAdmission {

    private final RoutingTables tables;
    private final InterfaceAddresses addresses;
    private final LinkStates links;
    private final LinkdownPolicy policy;
    private final AdmissionWitness witness;

    /** Checks against these tables, addresses and interfaces. */
    public RouteAdmission(RoutingTables tables, InterfaceAddresses addresses, LinkStates links, LinkdownPolicy policy) {
        this(tables, addresses, links, policy, AdmissionWitness.SILENT);
    }

    /** Admission to these tables, with somebody who sees what is asked. */
    public RouteAdmission(
            RoutingTables tables,
            InterfaceAddresses addresses,
            LinkStates links,
            LinkdownPolicy policy,
            AdmissionWitness witness) {
        this.witness = witness;
        this.tables = tables;
        this.addresses = addresses;
        this.links = links;
        this.policy = policy;
    }

    /** Checks a route and puts it into its table ({@code inet_rtm_newroute}). */
    public ResultOrErrno<RoutingTables> add(RouteConfig config, RouteInsertion how) {
        ResultOrErrno<Route> admitted = admit(config);
        if (admitted instanceof ResultOrErrno.Refused<Route> refused) {
            return ResultOrErrno.refused(refused.errno(), refused.message());
        }
        return tables.insert(((ResultOrErrno.Ok<Route>) admitted).value(), how);
    }

    /** The route as the kernel will keep it, or why it will not. */
    public ResultOrErrno<Route> admit(RouteConfig config) {
        if (config.length() < 0 || config.length() > 32) {
            return ResultOrErrno.refused(Errno.EINVAL, "Invalid prefix length");
        }
        if ((config.destination().bits() & ~Ipv4Prefix.mask(config.length())) != 0) {
            return ResultOrErrno.refused(Errno.EINVAL, "Invalid prefix for given prefix length");
        }
        if (!config.validTos()) {
            return ResultOrErrno.refused(Errno.EINVAL, "Invalid dsfield (tos): ECN bits must be 0");
        }
        if (config.type().widestScope().isNarrowerThan(config.scope())) {
            return ResultOrErrno.refused(Errno.EINVAL, "Invalid scope");
        }
        if (config.type().rejects()) {
            if (config.nexthopObject().isPresent()) {
                return ResultOrErrno.ok(route(config, config.nexthops()));
            }
            return config.nexthops().isEmpty()
                    ? ResultOrErrno.ok(route(config, List.of(NextHop.NONE)))
                    : ResultOrErrno.refused(
                            Errno.EINVAL, "Gateway, device and multipath can not be specified for this route type");
        }
        if (config.scope().isNarrowerThan(RouteScope.HOST)) {
            return ResultOrErrno.refused(Errno.EINVAL, "Invalid scope");
        }
        ResultOrErrno<List<NextHop>> nexthops = config.nexthopObject().isPresent()
                ? ResultOrErrno.ok(config.nexthops())
                : config.scope().equals(RouteScope.HOST) ? hostNexthop(config) : nexthops(config);
        if (nexthops instanceof ResultOrErrno.Refused<List<NextHop>> refused) {
            return ResultOrErrno.refused(refused.errno(), refused.message());
        }
        if (!validSource(config)) {
            return ResultOrErrno.refused(Errno.EINVAL, "Invalid prefsrc address");
        }
        List<NextHop> ways = ((ResultOrErrno.Ok<List<NextHop>>) nexthops).value();
        return ResultOrErrno.ok(route(config, Multipath.rebalance(ways, policy)));
    }

    private static Route route(RouteConfig config, List<NextHop> nexthops) {
        RouteInfo info = new RouteInfo(
                config.table(),
                config.type(),
                config.scope(),
                config.protocol(),
                config.preferredSource(),
                config.metric(),
                config.metrics(),
                nexthops,
                config.nexthopObject(),
                !config.nexthopObject().isPresent() && nexthops.stream().allMatch(NextHop::linkdown));
        return new Route(
                new Ipv4Prefix(config.destination(), config.length()),
                config.table(),
                config.tos(),
                config.type(),
                info);
    }

    private ResultOrErrno<List<NextHop>> hostNexthop(RouteConfig config) {
        if (config.nexthops().isEmpty()) {
            return ResultOrErrno.refused(Errno.ENODEV);
        }
        if (config.nexthops().size() != 1) {
            return ResultOrErrno.refused(Errno.EINVAL, "Route with host scope can not have multiple nexthops");
        }
        NextHop asked = config.nexthops().get(0);
        if (asked.hasGateway()) {
            return ResultOrErrno.refused(Errno.EINVAL, "Route with host scope can not have a gateway");
        }
        if (!links.exists(asked.device())) {
            return ResultOrErrno.refused(Errno.ENODEV);
        }
        return ResultOrErrno.ok(List.of(completed(asked, asked.device(), RouteScope.NOWHERE, false)));
    }

    private ResultOrErrno<List<NextHop>> nexthops(RouteConfig config) {
        List<NextHop> checked = new ArrayList<>();
        if (config.nexthops().isEmpty()) {
            return ResultOrErrno.refused(Errno.ENODEV);
        }
        for (NextHop asked : config.nexthops()) {
            ResultOrErrno<NextHop> answer =
                    asked.hasGateway() ? checkGateway(asked, config.table(), config.scope()) : checkDirect(asked);
            if (answer instanceof ResultOrErrno.Refused<NextHop> refused) {
                return ResultOrErrno.refused(refused.errno(), refused.message());
            }
            checked.add(((ResultOrErrno.Ok<NextHop>) answer).value());
        }
        return ResultOrErrno.ok(checked);
    }

    /** {@code fib_check_nh_nongw}. */
    private ResultOrErrno<NextHop> checkDirect(NextHop asked) {
        if (asked.onlink()) {
            return ResultOrErrno.refused(
                    Errno.EINVAL, "Invalid flags for nexthop - PERVASIVE and ONLINK can not be set");
        }
        if (!links.exists(asked.device())) {
            return ResultOrErrno.refused(Errno.ENODEV);
        }
        if (!links.up(asked.device())) {
            return ResultOrErrno.refused(Errno.ENETDOWN, "Device for nexthop is not up");
        }
        return ResultOrErrno.ok(completed(asked, asked.device(), RouteScope.HOST, true));
    }

    /** A nexthop of a nexthop object, which is checked like one of a route of link scope. */
    public ResultOrErrno<NextHop> checkNexthop(NextHop asked) {
        return asked.hasGateway() ? checkGateway(asked, TableId.MAIN, RouteScope.UNIVERSE) : checkDirect(asked);
    }

    /** {@code fib_check_nh_v4_gw}: the gateway must itself be reachable directly. */
    private ResultOrErrno<NextHop> checkGateway(NextHop asked, TableId table, RouteScope scope) {
        if (asked.onlink()) {
            return checkOnlink(asked, scope);
        }
        RouteScope atLeast = RouteScope.of(Math.min(255, Math.max(scope.number() + 1, RouteScope.LINK.number())));
        FlowKey flow = FlowKey.output(asked.gateway()).withScope(atLeast).withOutputInterface(asked.device());
        ResultOrErrno<RouteMatch> found = find(new RouteQuery(flow, true), table);
        if (found instanceof ResultOrErrno.Refused<RouteMatch> refused) {
            return ResultOrErrno.refused(refused.errno(), "Nexthop has invalid gateway");
        }
        RouteMatch match = ((ResultOrErrno.Ok<RouteMatch>) found).value();
        RouteType type = match.route().type();
        if (type != RouteType.UNICAST && type != RouteType.LOCAL) {
            return ResultOrErrno.refused(Errno.EINVAL, "Nexthop has invalid gateway");
        }
        int device = match.nexthop().device();
        if (!links.exists(device)) {
            return ResultOrErrno.refused(Errno.EINVAL, "No egress device for nexthop gateway");
        }
        if (!links.up(device)) {
            return ResultOrErrno.refused(Errno.ENETDOWN);
        }
        return ResultOrErrno.ok(completed(asked, device, match.route().scope(), true));
    }

    private ResultOrErrno<RouteMatch> find(RouteQuery query, TableId table) {
        Optional<RouteTable> own = table.equals(TableId.MAIN) ? Optional.empty() : tables.table(table);
        if (own.isPresent()) {
            TableSearch search = own.get().explain(table, query, policy);
            witness.gateway(query.flow(), List.of(search.walk()));
            TableHit hit = search.hit();
            if (hit.error().isEmpty()) {
                return ResultOrErrno.ok(hit.match(table, 0));
            }
        }
        RouteDecision decision = new RouteLookup(tables, links, policy).decide(query);
        witness.gateway(query.flow(), decision.searches());
        RouteOutcome outcome = decision.outcome();
        return outcome.match()
                .map(ResultOrErrno::ok)
                .orElseGet(() -> ResultOrErrno.refused(outcome.error().orElse(Errno.ENETUNREACH)));
    }

    private ResultOrErrno<NextHop> checkOnlink(NextHop asked, RouteScope scope) {
        if (scope.number() >= RouteScope.LINK.number()) {
            return ResultOrErrno.refused(Errno.EINVAL, "Nexthop has invalid scope");
        }
        if (!links.exists(asked.device())) {
            return ResultOrErrno.refused(Errno.ENODEV, "Nexthop device required for onlink");
        }
        if (!links.up(asked.device())) {
            return ResultOrErrno.refused(Errno.ENETDOWN, "Nexthop device is not up");
        }
        AddressTypeDecision type = new AddressLookup(tables, addresses, policy).addressType(asked.gateway());
        witness.onlinkGateway(type);
        if (type.outcome() != RouteType.UNICAST) {
            return ResultOrErrno.refused(Errno.EINVAL, "Nexthop has invalid gateway");
        }
        return ResultOrErrno.ok(completed(asked, asked.device(), RouteScope.LINK, true));
    }

    private NextHop completed(NextHop asked, int device, RouteScope scope, boolean needsCarrier) {
        return new NextHop(
                device,
                asked.gateway(),
                asked.weight(),
                scope,
                asked.onlink(),
                false,
                needsCarrier && !links.carrier(device),
                asked.realms(),
                Integer.MAX_VALUE);
    }

    /** {@code fib_valid_prefsrc}. */
    private boolean validSource(RouteConfig config) {
        Ipv4Address source = config.preferredSource();
        if (source.isAny()
                || config.type() == RouteType.LOCAL
                        && !config.destination().isAny()
                        && source.equals(config.destination())) {
            return true;
        }
        AddressLookup lookup = new AddressLookup(tables, addresses, policy);
        TableId table = config.table().equals(TableId.MAIN) ? TableId.LOCAL : config.table();
        return isLocal(lookup.addressType(source, table))
                || !table.equals(TableId.LOCAL) && isLocal(lookup.addressType(source));
    }

    private boolean isLocal(AddressTypeDecision decision) {
        witness.source(decision);
        return decision.outcome() == RouteType.LOCAL;
    }
}
