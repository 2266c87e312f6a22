package org.packetwalk.stack;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.ConnectionInfo;
import org.packetwalk.kernel.DestinationEntry;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PacketType;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.netfilter.Hook;
import org.packetwalk.kernel.netfilter.IpvsCandidate;
import org.packetwalk.kernel.netfilter.IpvsConnection;
import org.packetwalk.kernel.netfilter.IpvsDecision;
import org.packetwalk.kernel.netfilter.IpvsOutcome;
import org.packetwalk.kernel.netfilter.IpvsQuery;
import org.packetwalk.kernel.netfilter.IpvsSchedule;
import org.packetwalk.kernel.netfilter.IpvsScheduler;
import org.packetwalk.kernel.netfilter.IpvsService;
import org.packetwalk.kernel.netfilter.IpvsState;
import org.packetwalk.kernel.netfilter.IpvsTable;
import org.packetwalk.kernel.netfilter.Tuple;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.TcpFlags;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.packet.UdpHeader;
import org.packetwalk.trace.FilterEvent;
import org.packetwalk.trace.KernelFunction;

/**
 * A director gives packets for its virtual services to real servers on its links ({@code ip_vs_in} of
 * {@code net/netfilter/ipvs/ip_vs_core.c}, {@code ip_vs_dr_xmit} of {@code ip_vs_xmit.c}); the answers do not come back this way.
 */
final class DirectRouting {

    private DirectRouting() {}

    /** {@code ip_vs_in_hook}: what is for no virtual service goes on as if there were none. */
    static Hooks.Verdict in(Hooks.Place place, SkBuff skb) {
        Packet packet = place.network(skb);
        boolean served = packet.has(TcpHeader.class) || packet.has(UdpHeader.class);
        boolean forUs = skb.type() == PacketType.HOST || place.hook() == Hook.OUTPUT;
        if (!served || !forUs || skb.tracking().balanced()) {
            return Hooks.Verdict.accept(skb);
        }
        return place.walk().call(KernelFunction.IP_VS_IN_HOOK, () -> decide(place, skb, packet));
    }

    private static Hooks.Verdict decide(Hooks.Place place, SkBuff skb, Packet packet) {
        Walk walk = place.walk();
        Tuple tuple = Facts.tuple(packet);
        IpvsTable table = table(place);
        Optional<IpvsConnection> known = table.find(tuple, walk.now());
        if (known.isPresent() && begins(packet) && isOver(known.get())) {
            put(place, table.without(known.get()));
            known = Optional.empty();
        }
        if (known.isPresent()) {
            return goOn(place, skb, packet, known.get());
        }
        Optional<IpvsService> service =
                table.find(tuple.protocol(), tuple.destination().ipv4(), tuple.destinationPort());
        return service.map(found -> schedule(place, skb, packet, found)).orElseGet(() -> Hooks.Verdict.accept(skb));
    }

    private static IpvsTable table(Hooks.Place place) {
        return place.walk().host(place.host()).netfilter().ipvs();
    }

    private static void put(Hooks.Place place, IpvsTable table) {
        NetNamespace ns = place.walk().host(place.host());
        place.walk().update(ns.withNetfilter(ns.netfilter().with(table)));
    }

    private static boolean begins(Packet packet) {
        return !packet.has(TcpHeader.class)
                || packet.tcp().flags().has(TcpFlags.SYN)
                        && !packet.tcp().flags().has(TcpFlags.RST);
    }

    /** {@code is_new_conn_expected}: a SYN for a connection that has ended begins a new one. */
    private static boolean isOver(IpvsConnection connection) {
        return connection.state() == IpvsState.TIME_WAIT || connection.state() == IpvsState.FIN_WAIT;
    }

    private static void tell(
            Hooks.Place place,
            SkBuff skb,
            IpvsService service,
            List<IpvsCandidate> considered,
            IpvsOutcome.Verdict verdict,
            String server) {
        Tuple tuple = Facts.tuple(place.network(skb));
        place.walk()
                .emit(new FilterEvent.Balanced(
                        place.walk().head(place.host(), skb),
                        place.hook(),
                        new IpvsDecision(
                                new IpvsQuery(service.text(), service.scheduler(), tuple),
                                considered,
                                new IpvsOutcome(verdict, server))));
    }

    /** {@code ip_vs_try_to_schedule}, {@code ip_vs_schedule}, {@code ip_vs_leave}. */
    private static Hooks.Verdict schedule(Hooks.Place place, SkBuff skb, Packet packet, IpvsService service) {
        Walk walk = place.walk();
        if (!begins(packet)) {
            tell(place, skb, service, List.of(), IpvsOutcome.Verdict.NOT_NEW, "");
            return Hooks.Verdict.accept(skb);
        }
        Tuple tuple = Facts.tuple(packet);
        IpvsSchedule.Choice choice =
                IpvsSchedule.choose(table(place), service, tuple.source().ipv4(), walk.now());
        if (choice.chosen().isEmpty()) {
            tell(place, skb, service, choice.considered(), IpvsOutcome.Verdict.NO_SERVER, "");
            IcmpOutput.error(walk, place.host(), skb, IcmpMessage.DESTINATION_UNREACHABLE, 3, 0);
            return Hooks.Verdict.drop(skb, Errno.EPERM);
        }
        String server = choice.chosen().get().text();
        tell(place, skb, service, choice.considered(), IpvsOutcome.Verdict.SCHEDULED, server);
        IpvsConnection begun = new IpvsConnection(
                tuple,
                choice.chosen().get().address(),
                choice.chosen().get().port(),
                packet.has(TcpHeader.class) ? IpvsState.NONE : IpvsState.UDP,
                walk.now());
        put(place, table(place).with(choice.service()));
        return transmit(place, skb, packet, begun);
    }

    private static Hooks.Verdict goOn(Hooks.Place place, SkBuff skb, Packet packet, IpvsConnection connection) {
        Tuple client = connection.client();
        IpvsService none = IpvsService.of(
                client.protocol(), client.destination().ipv4(), client.destinationPort(), IpvsScheduler.WLC);
        Optional<IpvsService> service =
                table(place).find(client.protocol(), client.destination().ipv4(), client.destinationPort());
        String server = connection.server() + ":" + connection.serverPort();
        boolean there = service.flatMap(found -> found.find(connection.server(), connection.serverPort()))
                .isPresent();
        tell(
                place,
                skb,
                service.orElse(none),
                List.of(),
                there ? IpvsOutcome.Verdict.KNOWN : IpvsOutcome.Verdict.SERVER_GONE,
                server);
        return there ? transmit(place, skb, packet, connection) : Hooks.Verdict.drop(skb, Errno.EPERM);
    }

    /** {@code ip_vs_set_state}, then {@code ip_vs_dr_xmit}: only the hop count and the hardware address change. */
    private static Hooks.Verdict transmit(Hooks.Place place, SkBuff skb, Packet packet, IpvsConnection connection) {
        Walk walk = place.walk();
        IpvsState next = packet.has(TcpHeader.class)
                ? connection.state().after(packet.tcp().flags())
                : IpvsState.UDP;
        put(place, table(place).with(connection.in(next, walk.now()), walk.now()));
        return walk.call(KernelFunction.IP_VS_DR_XMIT, () -> {
            OutputRoute.Answer answer = route(place, skb, connection.server());
            if (answer.refused()) {
                return Hooks.Verdict.drop(skb, answer.errno());
            }
            if (answer.entry().local()) {
                // The director is a real server itself.
                return Hooks.Verdict.accept(marked(skb));
            }
            Ipv4Header header = packet.ipv4();
            if (header.ttl() <= 1) {
                IcmpOutput.error(walk, place.host(), skb, IcmpMessage.TIME_EXCEEDED, 0, 0);
                return Hooks.Verdict.drop(skb, Errno.EPERM);
            }
            int mtu = IpOutput.mtu(
                    answer.entry(), walk.device(place.host(), answer.entry().device()));
            if (header.dontFragment() && header.totalLength() > mtu && skb.segmentSize() == 0) {
                IcmpOutput.error(walk, place.host(), skb, IcmpMessage.DESTINATION_UNREACHABLE, 4, mtu);
                return Hooks.Verdict.drop(skb, Errno.EPERM);
            }
            send(
                    place,
                    marked(skb.withPacket(packet.withIpv4(header.withTtl(header.ttl() - 1))))
                            .routed(towards(answer.entry(), connection.server())));
            return Hooks.Verdict.ended(skb, Errno.OK);
        });
    }

    /** {@code ip_vs_notrack}: what was given away is not tracked, and not given away again. */
    private static SkBuff marked(SkBuff skb) {
        return skb.tracked(skb.tracking().of(0, ConnectionInfo.UNTRACKED).givenAway());
    }

    /** {@code do_output_route4}. */
    private static OutputRoute.Answer route(Hooks.Place place, SkBuff skb, Ipv4Address server) {
        Walk walk = place.walk();
        return walk.call(
                KernelFunction.__IP_VS_GET_OUT_RT,
                () -> walk.call(
                        KernelFunction.DO_OUTPUT_ROUTE4,
                        () -> walk.call(
                                KernelFunction.IP_ROUTE_OUTPUT_FLOW,
                                () -> OutputRoute.key(
                                        walk, place.host(), skb.unrouted(), FlowKey.output(server), false))));
    }

    /** {@code FLOWI_FLAG_KNOWN_NH}: the hardware address asked for is that of the server, not of the packet's destination. */
    private static DestinationEntry towards(DestinationEntry entry, Ipv4Address server) {
        return entry.usesGateway() ? entry : entry.via(server);
    }

    /** {@code ip_vs_send_or_cont}. */
    private static void send(Hooks.Place place, SkBuff skb) {
        Walk walk = place.walk();
        HostId host = place.host();
        String output = walk.host(host).devices().nameOf(skb.route().device());
        Hooks.Verdict verdict = Hooks.pass(walk, host, skb, Hook.OUTPUT, "", output);
        if (verdict.passed()) {
            IpOutput.output(walk, host, verdict.skb(), skb.deviceName());
        }
    }
}
