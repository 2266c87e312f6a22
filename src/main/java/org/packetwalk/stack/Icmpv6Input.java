package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.Ipv6Destination;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.route6.Ipv6Flow;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.packet.Icmpv6Message;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.trace.IpEvent;
import org.packetwalk.trace.IpEvent.IcmpAction;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.Stage;

/** What this host does with ICMPv6 messages ({@code icmpv6_rcv}). */
final class Icmpv6Input {

    private Icmpv6Input() {}

    static void receive(Walk walk, HostId host, SkBuff skb) {
        walk.run(KernelFunction.ICMPV6_RCV, () -> {
            if (!skb.packet().has(Icmpv6Message.class)) {
                walk.count(host, SnmpCounter.ICMP6_IN_MSGS);
                walk.count(host, SnmpCounter.ICMP6_IN_ERRORS);
                Drop.packet(walk, host, skb, DropReason.ICMP_CSUM, KernelFunction.ICMPV6_RCV, Stage.TRANSPORT_RECEIVE);
                return;
            }
            Icmpv6Message message = skb.packet().icmpv6();
            Icmpv6Counters.in(walk, host, message.type());
            handle(walk, host, skb, message);
        });
    }

    private static void drop(Walk walk, HostId host, SkBuff skb, DropReason reason) {
        Drop.packet(walk, host, skb, reason, KernelFunction.ICMPV6_RCV, Stage.TRANSPORT_RECEIVE);
    }

    private static void handle(Walk walk, HostId host, SkBuff skb, Icmpv6Message message) {
        switch (message.type()) {
            case Icmpv6Message.ECHO_REQUEST -> {
                if (echo(walk, host, skb, message)) {
                    Drop.consumeAsDropped(walk, host, skb, Stage.TRANSPORT_RECEIVE);
                } else {
                    drop(walk, host, skb, DropReason.NOT_SPECIFIED);
                }
            }
            case Icmpv6Message.ECHO_REPLY -> {
                emit(walk, host, skb, message, IcmpAction.TO_SOCKETS);
                // There is no ping socket; raw sockets have their clone already.
                walk.run(
                        KernelFunction.PING_RCV,
                        () -> Drop.packet(
                                walk,
                                host,
                                skb,
                                DropReason.NO_SOCKET,
                                KernelFunction.PING_RCV,
                                Stage.TRANSPORT_RECEIVE));
            }
            case Icmpv6Message.DESTINATION_UNREACHABLE,
                    Icmpv6Message.PACKET_TOO_BIG,
                    Icmpv6Message.TIME_EXCEEDED,
                    Icmpv6Message.PARAMETER_PROBLEM -> {
                emit(walk, host, skb, message, IcmpAction.TO_SOCKETS);
                Icmpv6Notify.notify(walk, host, skb, message);
                Drop.consume(walk, host, skb, Stage.TRANSPORT_RECEIVE);
            }
            case Icmpv6Message.ROUTER_SOLICITATION,
                    Icmpv6Message.ROUTER_ADVERTISEMENT,
                    Icmpv6Message.NEIGHBOR_SOLICITATION,
                    Icmpv6Message.NEIGHBOR_ADVERTISEMENT,
                    Icmpv6Message.REDIRECT -> {
                Optional<DropReason> fault = NdiscInput.receive(walk, host, skb, message);
                if (fault.isPresent()) {
                    drop(walk, host, skb, fault.get());
                } else {
                    Drop.consume(walk, host, skb, Stage.TRANSPORT_RECEIVE);
                }
            }
            default -> {
                emit(walk, host, skb, message, IcmpAction.IGNORE);
                Drop.consume(walk, host, skb, Stage.TRANSPORT_RECEIVE);
            }
        }
    }

    /**
     * {@code icmpv6_echo_reply}: from the address asked, or from one that is chosen if a group was asked. Answers whether there
     * was an answer.
     */
    private static boolean echo(Walk walk, HostId host, SkBuff skb, Icmpv6Message message) {
        Ipv6Header asked = skb.packet().ipv6();
        boolean ignored = setting(walk, host, "echo_ignore_all")
                || asked.destination().isMulticast() && setting(walk, host, "echo_ignore_multicast")
                || skb.route6().type() == Ipv6Destination.Kind.ANYCAST && setting(walk, host, "echo_ignore_anycast");
        if (ignored) {
            emit(walk, host, skb, message, IcmpAction.IGNORE);
            return false;
        }
        emit(walk, host, skb, message, IcmpAction.ANSWER);
        return walk.call(KernelFunction.ICMPV6_ECHO_REPLY, () -> {
            boolean unicast = skb.route6().type() == Ipv6Destination.Kind.LOCAL;
            Ipv6Flow flow = Ipv6Flow.output(asked.source())
                    .withSource(unicast ? asked.destination() : Ipv6Address.ANY)
                    .withOutputInterface(
                            asked.source().isLoopback() ? skb.device() : Ipv6Input.arrivedAt(walk, host, skb))
                    .marked(setting(walk, host, "net.ipv6.fwmark_reflect") ? skb.mark() : 0, 0)
                    .withTransport(IpProtocol.ICMPV6.number(), 0, 0);
            Icmpv6Message reply = new Icmpv6Message(Icmpv6Message.ECHO_REPLY, 0, message.rest());
            SkBuff begun = walk.newBuffer(Packet.of(skb.packet().payload(), reply));
            Ipv6Routing.Way way = Ipv6Routing.lookup(walk, host, begun, flow, false);
            if (way.refused()) {
                Drop.unsent(walk, host, begun);
                return false;
            }
            Icmpv6Errors.transmit(walk, host, way, begun, asked.source());
            return true;
        });
    }

    private static boolean setting(Walk walk, HostId host, String key) {
        return walk.host(host).sysctls().number(key.startsWith("net.") ? key : "net.ipv6.icmp." + key) != 0;
    }

    private static void emit(Walk walk, HostId host, SkBuff skb, Icmpv6Message message, IcmpAction action) {
        walk.emit(new IpEvent.IcmpReceived(walk.head(host, skb), message.type(), message.code(), action));
    }
}
