package org.packetwalk.narrate;

import org.packetwalk.kernel.neigh.NudState;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.route.NextHop;
import org.packetwalk.kernel.route.Route;
import org.packetwalk.kernel.route.RouteProtocol;
import org.packetwalk.kernel.route.RouteScope;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.route.RoutingRule;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.IpPrefix;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv4Prefix;
import org.packetwalk.net.MacAddress;
import org.packetwalk.trace.RoutingContext;

/** What an account quotes: an entry of a table in the words in which iproute2 lists it, or a question in those it takes. */
public final class ConfigurationLine {

    private ConfigurationLine() {}

    /** A line of {@code ip route show table T}. */
    public static String route(Route route, RoutingContext context) {
        StringBuilder line = new StringBuilder();
        if (route.type() != RouteType.UNICAST) {
            line.append(route.type().word()).append(' ');
        }
        line.append(prefix(route.prefix()));
        if (route.tos() != 0) {
            line.append(" tos 0x").append(Integer.toHexString(route.tos()));
        }
        boolean several = route.nexthops().size() > 1;
        if (!several) {
            route.nexthops().forEach(nexthop -> line.append(way(nexthop, context)));
        }
        if (!route.protocol().equals(RouteProtocol.BOOT)) {
            line.append(" proto ").append(route.protocol().word());
        }
        if (!route.scope().equals(RouteScope.UNIVERSE)) {
            line.append(" scope ").append(route.scope().word());
        }
        if (!route.preferredSource().isAny()) {
            line.append(" src ").append(route.preferredSource());
        }
        if (route.metric() != 0) {
            line.append(" metric ").append(route.metric());
        }
        if (several) {
            for (NextHop nexthop : route.nexthops()) {
                line.append(" nexthop").append(way(nexthop, context));
                line.append(" weight ").append(nexthop.weight());
            }
        }
        if (route.metrics().mtu() != 0) {
            line.append(" mtu ").append(route.metrics().mtuLocked() ? "lock " : "");
            line.append(route.metrics().mtu());
        }
        return line.toString();
    }

    /** A way out as {@code nexthop} of a route is written. */
    public static String nexthop(NextHop nexthop, RoutingContext context) {
        return "nexthop" + way(nexthop, context) + " weight " + nexthop.weight();
    }

    private static String way(NextHop nexthop, RoutingContext context) {
        StringBuilder line = new StringBuilder();
        if (nexthop.hasGateway()) {
            line.append(" via ").append(nexthop.gateway());
        }
        if (nexthop.device() != 0) {
            line.append(" dev ").append(context.nameOf(nexthop.device()));
        }
        if (nexthop.dead()) {
            line.append(" dead");
        }
        if (nexthop.linkdown()) {
            line.append(" linkdown");
        }
        if (nexthop.onlink()) {
            line.append(" onlink");
        }
        return line.toString();
    }

    /** A line of {@code ip rule}. */
    public static String rule(RoutingRule rule) {
        StringBuilder line = new StringBuilder();
        line.append(rule.priority()).append(": ").append(rule.inverted() ? "not " : "");
        line.append("from ").append(rule.from().length() == 0 ? "all" : prefix(rule.from()));
        if (rule.to().length() != 0) {
            line.append(" to ").append(prefix(rule.to()));
        }
        if (rule.tos() != 0) {
            line.append(" tos 0x").append(Integer.toHexString(rule.tos()));
        }
        if (rule.markMask() != 0) {
            line.append(" fwmark 0x").append(Integer.toHexString(rule.mark()));
            line.append(rule.markMask() == -1 ? "" : "/0x" + Integer.toHexString(rule.markMask()));
        }
        named(line, " iif ", rule.inputInterface());
        named(line, " oif ", rule.outputInterface());
        named(line, " uidrange ", rule.users().isGiven() ? rule.users().toString() : "");
        named(line, " ipproto ", rule.protocol() == 0 ? "" : new IpProtocol(rule.protocol()).label());
        named(line, " sport ", rule.sourcePorts().isGiven() ? rule.sourcePorts().toString() : "");
        named(
                line,
                " dport ",
                rule.destinationPorts().isGiven() ? rule.destinationPorts().toString() : "");
        return line.append(action(rule)).toString();
    }

    private static String action(RoutingRule rule) {
        return switch (rule.action()) {
            case LOOKUP ->
                " lookup " + rule.table().word()
                        + (rule.suppressPrefixLength() < 0
                                ? ""
                                : " suppress_prefixlength " + rule.suppressPrefixLength())
                        + (rule.suppressInterfaceGroup() < 0
                                ? ""
                                : " suppress_ifgroup " + rule.suppressInterfaceGroup());
            case GOTO -> " goto " + rule.target();
            case NOP -> " nop";
            case BLACKHOLE -> " blackhole";
            case UNREACHABLE -> " unreachable";
            case PROHIBIT -> " prohibit";
        };
    }

    private static void named(StringBuilder line, String word, String value) {
        if (!value.isEmpty()) {
            line.append(word).append(value);
        }
    }

    /** A line of {@code ip neigh}. */
    public static String neighbor(IpAddress address, String device, MacAddress lladdr, NudState state) {
        boolean known = state.valid();
        return address + " dev " + device + (known ? " lladdr " + lladdr : "") + ' ' + state;
    }

    /** The command that asks a real host the same question. */
    public static String routeGet(FlowKey flow, RoutingContext context) {
        StringBuilder line = new StringBuilder("ip route get ").append(flow.destination());
        if (!flow.source().isAny()) {
            line.append(" from ").append(flow.source());
        }
        if (flow.inputInterface() > FlowKey.LOOPBACK_INTERFACE) {
            line.append(" iif ").append(context.nameOf(flow.inputInterface()));
        }
        if (flow.outputInterface() != 0) {
            line.append(" oif ").append(context.nameOf(flow.outputInterface()));
        }
        if (flow.mark() != 0) {
            line.append(" mark 0x").append(Integer.toHexString(flow.mark()));
        }
        if (flow.tos() != 0) {
            line.append(" tos 0x").append(Integer.toHexString(flow.tos()));
        }
        return line.toString();
    }

    /** A prefix as iproute2 writes it: {@code default}, and a host without its /32. */
    public static String prefix(IpPrefix prefix) {
        if (prefix.length() == 0) {
            return "default";
        }
        boolean host = prefix.length() == (prefix instanceof Ipv4Prefix ? 32 : 128);
        return host ? prefix.network().toString() : prefix.toString();
    }
}
