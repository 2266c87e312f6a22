package org.packetwalk.netlink;

import java.util.List;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.route.Route;
import org.packetwalk.stack.RouteGet;
import org.packetwalk.stack.Walk;

/** The kernel's side of rtnetlink and sysctl: takes a request, changes the machine of the walk or refuses. */
public final class Configurator {

    /** The answer of a request that was accepted. */
    static final ResultOrErrno<Errno> DONE = ResultOrErrno.ok(Errno.OK);

    private Configurator() {}

    /** Applies a request to a host. A refused request changes nothing, unless the kernel itself stops half-way. */
    public static ResultOrErrno<Errno> apply(Walk walk, HostId host, ConfigRequest request) {
        if (request instanceof HostRequest change) {
            return new HostChanges(walk).apply(change);
        }
        if (request instanceof SysctlRequest change) {
            return SysctlChanges.apply(walk, host, change);
        }
        if (request instanceof LinkRequest change) {
            return new LinkChanges(walk).apply(host, change);
        }
        if (request instanceof AddressRequest change) {
            return new AddressChanges(walk, host).apply(change);
        }
        if (request instanceof RouteRequest change) {
            return RouteChanges.apply(walk, host, change);
        }
        if (request instanceof RuleRequest change) {
            return RuleChanges.apply(walk, host, change);
        }
        return NeighborChanges.apply(walk, host, (NeighborRequest) request);
    }

    /** Answers the question of {@code ip route get}. */
    public static ResultOrErrno<RouteAnswer> route(Walk walk, HostId host, RouteQuestion question) {
        RouteGet.Answer answer = question.received()
                ? RouteGet.input(walk, host, question.flow())
                : RouteGet.output(walk, host, question.flow());
        if (answer.errno() != Errno.OK) {
            return ResultOrErrno.refused(answer.errno());
        }
        List<Route> matched =
                answer.match().stream().map(match -> match.route()).toList();
        return question.tableEntry() && matched.isEmpty()
                ? ResultOrErrno.refused(Errno.EHOSTUNREACH)
                : ResultOrErrno.ok(new RouteAnswer(answer.entry(), matched));
    }
}
