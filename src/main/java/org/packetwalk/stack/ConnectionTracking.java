package org.packetwalk.stack;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.Check;
import org.packetwalk.kernel.ConnectionInfo;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.Field;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.netfilter.Connection;
import org.packetwalk.kernel.netfilter.ConnectionStatus;
import org.packetwalk.kernel.netfilter.Conntrack;
import org.packetwalk.kernel.netfilter.TcpTracking;
import org.packetwalk.kernel.netfilter.TrackingDecision;
import org.packetwalk.kernel.netfilter.TrackingOutcome;
import org.packetwalk.kernel.netfilter.Tuple;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Icmpv6Message;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.LinkLayer;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.trace.FilterEvent;
import org.packetwalk.trace.KernelFunction;

/** Connection tracking of packets ({@code net/netfilter/nf_conntrack_core.c}). */
final class ConnectionTracking {

    /** A UDP exchange that lasts longer than this is a stream, in milliseconds. */
    private static final int STREAM_AFTER_MILLIS = 2000;

    private ConnectionTracking() {}

    /** {@code ipv4_conntrack_defrag}, {@code ipv6_defrag}: only whole packets are tracked; parts wait for each other. */
    static Hooks.Verdict defragment(Hooks.Place place, SkBuff skb) {
        if (place.six()) {
            return skb.tracking().info() == ConnectionInfo.UNTRACKED
                    ? Hooks.Verdict.accept(skb)
                    : Ipv6Fragmentation.collect(place, skb);
        }
        if (!skb.packet().ipv4().isFragment() || skb.tracking().info() == ConnectionInfo.UNTRACKED) {
            return Hooks.Verdict.accept(skb);
        }
        Optional<SkBuff> whole = place.walk()
                .call(KernelFunction.IPV4_CONNTRACK_DEFRAG, () -> Reassembly.add(place.walk(), place.host(), skb));
        return whole.map(Hooks.Verdict::accept).orElseGet(() -> Hooks.Verdict.ended(skb, Errno.OK));
    }

    /** {@code nf_conntrack_in}: finds or begins the connection; a packet that fits none goes on as INVALID. */
    static Hooks.Verdict track(Hooks.Place place, SkBuff skb) {
        Packet packet = place.network(skb);
        Tuple tuple = Facts.tuple(packet);
        if (skb.tracking().info() != ConnectionInfo.NONE) {
            tell(place, skb, tuple, List.of(), TrackingOutcome.KEPT);
            return Hooks.Verdict.accept(skb);
        }
        if (isOfLink(packet)) {
            SkBuff left = skb.tracked(skb.tracking().of(0, ConnectionInfo.UNTRACKED));
            tell(place, left, tuple, List.of(begins(false, packet)), TrackingOutcome.UNTRACKED);
            return Hooks.Verdict.accept(left);
        }
        if (isError(packet)) {
            return Hooks.Verdict.accept(relate(place, skb, packet, tuple));
        }
        return Hooks.Verdict.accept(belong(place, skb, packet, tuple));
    }

    /** {@code noct_valid_new}: messages of neighbour discovery and about groups stay on the link and have no connection. */
    private static boolean isOfLink(Packet packet) {
        if (!packet.has(Icmpv6Message.class) || packet.has(Ipv4Header.class)) {
            return false;
        }
        int type = packet.icmpv6().type();
        return type >= 130 && type <= 136 || type == Icmpv6Message.MLDV2_REPORT || type == 151;
    }

    private static boolean isError(Packet packet) {
        if (Facts.six(packet)) {
            return packet.has(Icmpv6Message.class) && packet.icmpv6().isError();
        }
        return packet.has(IcmpMessage.class) && packet.icmp().isError();
    }

    private static Conntrack table(Hooks.Place place) {
        return place.walk().host(place.host()).netfilter().conntrack();
    }

    static void put(Hooks.Place place, Conntrack table) {
        NetNamespace ns = place.walk().host(place.host());
        place.walk().update(ns.withNetfilter(ns.netfilter().with(table)));
    }

    private static void tell(Hooks.Place place, SkBuff skb, Tuple tuple, List<Check> checks, TrackingOutcome outcome) {
        Walk walk = place.walk();
        HostId host = place.host();
        walk.emit(new FilterEvent.Tracked(
                walk.head(host, skb),
                place.hook(),
                new TrackingDecision(tuple, checks, outcome),
                HookChains.connection(walk, walk.host(host), skb)));
    }

    /** {@code nf_conntrack_inet_error}: an ICMP error belongs to the connection of the packet it quotes. */
    private static SkBuff relate(Hooks.Place place, SkBuff skb, Packet packet, Tuple outer) {
        Packet quote = PacketCodec.decodeQuote(packet.payload(), place.six() ? LinkLayer.IPV6 : LinkLayer.IPV4)
                .packet();
        Optional<Connection> found = Optional.empty();
        boolean reply = false;
        boolean readable = quote.has(Ipv4Header.class) || quote.has(Ipv6Header.class);
        if (readable && PacketCodec.peekTransport(quote).isPresent()) {
            Tuple asked = Facts.tuple(quote).inverted();
            found = table(place).find(asked, place.walk().now());
            reply = found.filter(connection -> connection.reply().equals(asked)).isPresent();
            boolean inReply = reply;
            found = found.filter(
                    connection -> connection.tuple(inReply).destination().equals(outer.destination()));
        }
        if (found.isEmpty()) {
            tell(place, skb, outer, List.of(quoted(false)), TrackingOutcome.INVALID);
            return skb;
        }
        SkBuff related = skb.tracked(
                skb.tracking().of(found.get().number(), reply ? ConnectionInfo.RELATED_REPLY : ConnectionInfo.RELATED));
        tell(place, related, outer, List.of(quoted(true)), TrackingOutcome.RELATES);
        return related;
    }

    private static Check quoted(boolean known) {
        return new Check(Field.CONNECTION, "quoted", known ? "known" : "", known);
    }

    /** {@code resolve_normal_ct} and the handler of the protocol. */
    private static SkBuff belong(Hooks.Place place, SkBuff skb, Packet packet, Tuple tuple) {
        Walk walk = place.walk();
        Conntrack table = table(place);
        Optional<Connection> known = table.find(tuple, walk.now());
        if (known.isPresent() && reopens(known.get(), packet, tuple)) {
            table = table.forget(known.get());
            known = Optional.empty();
        }
        if (known.isEmpty()) {
            if (!mayBegin(packet)) {
                tell(place, skb, tuple, List.of(begins(false, packet)), TrackingOutcome.INVALID);
                return skb;
            }
            int number = table.next();
            Conntrack begun = table.begin(tuple, walk.now());
            put(place, begun.with(handled(begun.get(number).orElseThrow(), packet, false, place)));
            SkBuff tracked = skb.tracked(skb.tracking().of(number, ConnectionInfo.NEW));
            tell(place, tracked, tuple, List.of(begins(true, packet)), TrackingOutcome.BEGINS);
            return tracked;
        }
        Connection connection = known.get();
        boolean reply = connection.reply().equals(tuple);
        if (packet.has(TcpHeader.class)) {
            TcpTracking next = connection.tcp().after(packet.tcp().flags(), reply);
            if (next == TcpTracking.INVALID) {
                tell(
                        place,
                        skb,
                        tuple,
                        List.of(new Check(
                                Field.STATE,
                                connection.tcp().name(),
                                packet.tcp().flags().toString(),
                                false)),
                        TrackingOutcome.INVALID);
                return skb;
            }
        }
        Connection after = handled(connection, packet, reply, place);
        ConnectionInfo info = reply
                ? ConnectionInfo.ESTABLISHED_REPLY
                : connection.has(ConnectionStatus.SEEN_REPLY) ? ConnectionInfo.ESTABLISHED : ConnectionInfo.NEW;
        boolean refused = packet.has(TcpHeader.class)
                && after.tcp() == TcpTracking.CLOSE
                && reply
                && !connection.has(ConnectionStatus.SEEN_REPLY);
        Connection seen = reply ? after.with(ConnectionStatus.SEEN_REPLY) : after;
        Conntrack now = table.with(seen);
        // A reset as the only answer: there never was a connection.
        put(place, refused ? now.forget(seen) : now);
        SkBuff tracked = skb.tracked(skb.tracking().of(connection.number(), info));
        tell(
                place,
                tracked,
                tuple,
                List.of(new Check(Field.CONNECTION, "known", reply ? "reply" : "original", true)),
                TrackingOutcome.BELONGS);
        return tracked;
    }

    /** A SYN for a connection that is over begins a new one (RFC 9293 section 3.6.1). */
    private static boolean reopens(Connection connection, Packet packet, Tuple tuple) {
        if (!packet.has(TcpHeader.class)) {
            return false;
        }
        boolean reply = connection.reply().equals(tuple);
        boolean over = connection.tcp() == TcpTracking.TIME_WAIT || connection.tcp() == TcpTracking.CLOSE;
        return over && connection.tcp().after(packet.tcp().flags(), reply) == TcpTracking.SYN_SENT;
    }

    private static Check begins(boolean holds, Packet packet) {
        String what = packet.has(TcpHeader.class)
                ? packet.tcp().flags().toString()
                : packet.has(IcmpMessage.class)
                        ? "icmp " + packet.icmp().type()
                        : packet.has(Icmpv6Message.class)
                                ? "icmpv6 " + packet.icmpv6().type()
                                : "";
        return new Check(Field.CONNECTION, "new", what, holds);
    }

    /** Whether a packet can be the first of a connection. */
    private static boolean mayBegin(Packet packet) {
        if (packet.has(TcpHeader.class)) {
            TcpTracking state = TcpTracking.NONE.after(packet.tcp().flags(), false);
            return state != TcpTracking.INVALID && state != TcpTracking.IGNORED;
        }
        if (packet.has(IcmpMessage.class)) {
            int type = packet.icmp().type();
            return type == IcmpMessage.ECHO_REQUEST || type == IcmpMessage.TIMESTAMP || type == 15 || type == 17;
        }
        if (packet.has(Icmpv6Message.class)) {
            return packet.icmpv6().isEchoRequest() || packet.icmpv6().type() == 139;
        }
        return true;
    }

    /** What the packet changes: the state of TCP and how long the connection is remembered. */
    private static Connection handled(Connection connection, Packet packet, boolean reply, Hooks.Place place) {
        Walk walk = place.walk();
        IpProtocol protocol = Facts.protocol(packet);
        if (packet.has(TcpHeader.class)) {
            TcpTracking before = connection.tcp();
            TcpTracking next = before.after(packet.tcp().flags(), reply);
            if (next == TcpTracking.IGNORED) {
                return connection;
            }
            boolean assured = next == TcpTracking.ESTABLISHED
                    && (before == TcpTracking.SYN_RECV || before == TcpTracking.ESTABLISHED);
            Connection after = connection.in(next).until(later(place, next.timeout()));
            return assured ? after.with(ConnectionStatus.ASSURED) : after;
        }
        if (protocol.equals(IpProtocol.UDP)) {
            boolean stream = connection.has(ConnectionStatus.SEEN_REPLY)
                    && connection.born().plusMillis(STREAM_AFTER_MILLIS).isBefore(walk.now());
            Connection after = connection.until(later(place, stream ? "udp_timeout_stream" : "udp_timeout"));
            return stream ? after.with(ConnectionStatus.ASSURED) : after;
        }
        boolean icmp = protocol.equals(IpProtocol.ICMP) || protocol.equals(IpProtocol.ICMPV6);
        String timeout = protocol.equals(IpProtocol.ICMPV6) ? "icmpv6_timeout" : "icmp_timeout";
        return connection.until(later(place, icmp ? timeout : "generic_timeout"));
    }

    /** When a connection is forgotten, by a setting of seconds below {@code net.netfilter.nf_conntrack_}. */
    private static SimTime later(Hooks.Place place, String setting) {
        long seconds = place.walk().host(place.host()).sysctls().number("net.netfilter.nf_conntrack_" + setting);
        return place.walk().now().plusMillis(seconds * 1000);
    }

    /** {@code nf_confirm}: a connection whose first packet got this far is known from now on. */
    static Hooks.Verdict confirm(Hooks.Place place, SkBuff skb) {
        ConnectionInfo info = skb.tracking().info();
        Conntrack table = table(place);
        Optional<Connection> found = table.get(skb.tracking().connection());
        if (!info.isTracked() || info.isReply() || found.isEmpty()) {
            return Hooks.Verdict.accept(skb);
        }
        Connection connection = found.get();
        if (connection.has(ConnectionStatus.CONFIRMED)) {
            return Hooks.Verdict.accept(skb);
        }
        boolean clash = List.of(connection.original(), connection.reply()).stream()
                .anyMatch(tuple -> table.find(tuple, place.walk().now()).isPresent());
        if (clash) {
            return Hooks.Verdict.drop(skb, Errno.EPERM);
        }
        put(place, table.confirm(connection));
        return Hooks.Verdict.accept(skb);
    }

    /** {@code nf_ct_attach}: an answer made on the spot is related to the connection of the packet it answers. */
    static SkBuff attach(SkBuff answer, SkBuff to) {
        ConnectionInfo info = to.tracking().info();
        if (!info.isTracked()) {
            return answer;
        }
        return answer.tracked(answer.tracking()
                .of(
                        to.tracking().connection(),
                        info.isReply() ? ConnectionInfo.RELATED : ConnectionInfo.RELATED_REPLY));
    }
}
