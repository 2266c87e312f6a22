package org.packetwalk.netlink;

import java.util.List;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.route.Route;
import org.packetwalk.kernel.route.RouteMatch;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.stack.Ipv6RouteGet;
import org.packetwalk.stack.RouteGet;
import org.packetwalk.stack.Walk;

/** The kernel's side of rtnetlink and sysctl: takes a request, changes the machine of the walk or refuses. */
public final class Configurator {

    /** The answer of a request that was accepted. */
    static final ResultOrErrno<Errno> DONE = ResultOrErrno.ok(Errno.OK);

    /** The transport protocols a route may be asked for ({@code rtm_getroute_parse_ip_proto}). */
    private static final List<Integer> ROUTED =
            List.of(IpProtocol.ICMP.number(), IpProtocol.TCP.number(), IpProtocol.UDP.number());

    private Configurator() {}

    /** Applies a request to a host. A refused request changes nothing, unless the kernel itself stops half-way. */
    public static ResultOrErrno<Errno> apply(Walk walk, HostId host, ConfigRequest request) {
        return request.accept(new Application(walk, host));
    }

    /** Tells a program about all devices of a host ({@code RTM_GETLINK} with {@code NLM_F_DUMP}). */
    public static void tellLinks(Walk walk, HostId host) {
        PeerNumbers.toldAll(walk, host);
    }

    /** Answers on which device's link an address is, by its index ({@code arp_req_dev}). */
    public static ResultOrErrno<Integer> onLink(Walk walk, HostId host, Ipv4Address address) {
        RouteGet.Answer answer = RouteGet.onLink(walk, host, address);
        return answer.errno() == Errno.OK
                ? ResultOrErrno.ok(answer.entry().device())
                : ResultOrErrno.refused(answer.errno());
    }

    /** Answers the question of {@code ip route get}. */
    public static ResultOrErrno<RouteAnswer> route(Walk walk, HostId host, RouteQuestion question) {
        int protocol = question.flow().protocol();
        if (protocol != 0 && !ROUTED.contains(protocol)) {
            return ResultOrErrno.refused(Errno.EOPNOTSUPP, "Unsupported ip proto");
        }
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
                : ResultOrErrno.ok(new RouteAnswer(
                        answer.entry(),
                        matched,
                        answer.match().map(RouteMatch::realms).orElse(0L)));
    }

    /** Asks the IPv6 tables without changing anything ({@code RTM_GETROUTE}). */
    public static ResultOrErrno<Ipv6RouteAnswer> ipv6Route(Walk walk, HostId host, Ipv6RouteQuestion question) {
        Ipv6RouteGet.Answer answer = question.received()
                ? Ipv6RouteGet.input(walk, host, question.flow())
                : Ipv6RouteGet.output(walk, host, question.flow());
        return answer.entry().error() != Errno.OK
                ? ResultOrErrno.refused(answer.entry().error())
                : ResultOrErrno.ok(new Ipv6RouteAnswer(
                        answer.entry(), answer.source(), answer.match().stream().toList()));
    }

    private record Application(Walk walk, HostId host) implements ConfigRequest.Visitor<ResultOrErrno<Errno>> {

        @Override
        public ResultOrErrno<Errno> host(HostRequest request) {
            return new HostChanges(walk).apply(host, request);
        }

        @Override
        public ResultOrErrno<Errno> link(LinkRequest request) {
            return new LinkChanges(walk).apply(host, request);
        }

        @Override
        public ResultOrErrno<Errno> address(AddressRequest request) {
            return new AddressChanges(walk, host).apply(request);
        }

        @Override
        public ResultOrErrno<Errno> route(RouteRequest request) {
            return RouteChanges.apply(walk, host, request);
        }

        @Override
        public ResultOrErrno<Errno> rule(RuleRequest request) {
            return RuleChanges.apply(walk, host, request);
        }

        @Override
        public ResultOrErrno<Errno> label(LabelRequest request) {
            return LabelChanges.apply(walk, host, request);
        }

        @Override
        public ResultOrErrno<Errno> nexthop(NexthopRequest request) {
            return NexthopChanges.apply(walk, host, request);
        }

        @Override
        public ResultOrErrno<Errno> fdb(FdbRequest request) {
            return new FdbChanges(walk, host).apply(request);
        }

        @Override
        public ResultOrErrno<Errno> neighbor(NeighborRequest request) {
            return NeighborChanges.apply(walk, host, request);
        }

        @Override
        public ResultOrErrno<Errno> filter(FilterRequest request) {
            return FilterChanges.apply(walk, host, request);
        }

        @Override
        public ResultOrErrno<Errno> sysctl(SysctlRequest request) {
            return SysctlChanges.apply(walk, host, request);
        }
    }
}
