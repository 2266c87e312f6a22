package org.packetwalk.kernel.route;

import java.util.List;
import java.util.Locale;

/** Table main as {@code /proc/net/route} prints it ({@code fib_route_seq_show}). */
final class ProcNetRoute {

    private static final String HEAD =
            "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT";
    private static final int WIDTH = 127;
    private static final int UP = 1;
    private static final int GATEWAY = 2;
    private static final int HOST = 4;
    private static final int REJECT = 0x200;

    private ProcNetRoute() {}

    static String text(List<Route> routes, LinkStates links) {
        StringBuilder out = new StringBuilder(padded(HEAD));
        for (Route route : routes) {
            if (route.type() != RouteType.BROADCAST && route.type() != RouteType.MULTICAST) {
                out.append(padded(line(route, links)));
            }
        }
        return out.toString();
    }

    private static String line(Route route, LinkStates links) {
        NextHop nexthop = route.nexthops().get(0);
        int mss = route.metrics().advertisedMss();
        return String.format(
                Locale.ROOT,
                "%s\t%08X\t%08X\t%04X\t0\t0\t%d\t%08X\t%d\t%d\t%d",
                nexthop.device() == 0 ? "*" : links.name(nexthop.device()),
                Integer.reverseBytes(route.prefix().network().bits()),
                Integer.reverseBytes(nexthop.gateway().bits()),
                flags(route, nexthop),
                (int) route.metric(),
                Integer.reverseBytes(route.prefix().mask().bits()),
                mss == 0 ? 0 : mss + 40,
                route.metrics().window(),
                route.metrics().rttMillis());
    }

    private static int flags(Route route, NextHop nexthop) {
        boolean rejects = route.type() == RouteType.UNREACHABLE || route.type() == RouteType.PROHIBIT;
        return UP
                | (rejects ? REJECT : 0)
                | (nexthop.hasGateway() ? GATEWAY : 0)
                | (route.prefix().length() == 32 ? HOST : 0);
    }

    private static String padded(String line) {
        return line + " ".repeat(Math.max(0, WIDTH - line.length())) + "\n";
    }
}
