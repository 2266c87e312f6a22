package org.packetwalk.stack;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.trace.IpEvent;
import org.packetwalk.trace.IpEvent.IcmpAction;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.Stage;

/** Takes ICMP messages: answers echo requests, passes errors and replies on ({@code icmp_rcv}). */
final class IcmpInput {

    /** The code of an exceeded time that means the time for reassembly ({@code ICMP_EXC_FRAGTIME}). */
    private static final int REASSEMBLY_TIME = 1;

    private IcmpInput() {}

    /** {@code icmp_rcv}. */
    static void receive(Walk walk, HostId host, SkBuff skb) {
        walk.run(KernelFunction.ICMP_RCV, () -> {
            if (!skb.packet().has(IcmpMessage.class)) {
                walk.count(host, SnmpCounter.ICMP_IN_MSGS);
                walk.count(host, SnmpCounter.ICMP_IN_CSUM_ERRORS);
                walk.count(host, SnmpCounter.ICMP_IN_ERRORS);
                drop(walk, host, skb, DropReason.ICMP_CSUM);
                return;
            }
            IcmpMessage message = skb.packet().icmp();
            walk.count(host, SnmpCounter.ICMP_IN_MSGS);
            NetNamespace ns = walk.host(host);
            walk.update(ns.withCounters(ns.counters().plusIcmpIn(message.type())));
            countKind(walk, host, message.type());
            boolean toEverybody = skb.route().broadcast() || skb.route().multicast();
            if (message.type() > 18) {
                walk.count(host, SnmpCounter.ICMP_IN_ERRORS);
                drop(walk, host, skb, DropReason.UNHANDLED_PROTO);
            } else if (toEverybody && ignored(walk, host, message)) {
                emit(walk, host, skb, message, IcmpAction.IGNORE);
                walk.count(host, SnmpCounter.ICMP_IN_ERRORS);
                drop(walk, host, skb, DropReason.INVALID_PROTO);
            } else {
                handle(walk, host, skb, message);
            }
        });
    }

    private static boolean ignored(Walk walk, HostId host, IcmpMessage message) {
        if (message.type() == IcmpMessage.ECHO_REQUEST || message.type() == IcmpMessage.TIMESTAMP) {
            return walk.host(host).sysctls().number("net.ipv4.icmp_echo_ignore_broadcasts") != 0;
        }
        return true;
    }

    private static void handle(Walk walk, HostId host, SkBuff skb, IcmpMessage message) {
        switch (message.type()) {
            case IcmpMessage.ECHO_REQUEST -> {
                echo(walk, host, skb, message);
                Drop.consume(walk, host, skb, Stage.TRANSPORT_RECEIVE);
            }
            case IcmpMessage.ECHO_REPLY -> {
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
            case IcmpMessage.REDIRECT -> {
                emit(walk, host, skb, message, IcmpAction.TO_SOCKETS);
                walk.run(KernelFunction.ICMP_REDIRECT, () -> IcmpErrors.deliver(walk, host, skb, message));
                Drop.consume(walk, host, skb, Stage.TRANSPORT_RECEIVE);
            }
            case IcmpMessage.DESTINATION_UNREACHABLE,
                    IcmpMessage.TIME_EXCEEDED,
                    IcmpMessage.SOURCE_QUENCH,
                    IcmpMessage.PARAMETER_PROBLEM -> {
                // Nobody is told of parts that did not come in time.
                boolean told = message.type() != IcmpMessage.TIME_EXCEEDED || message.code() != REASSEMBLY_TIME;
                emit(walk, host, skb, message, told ? IcmpAction.TO_SOCKETS : IcmpAction.IGNORE);
                if (told) {
                    walk.run(KernelFunction.ICMP_UNREACH, () -> IcmpErrors.deliver(walk, host, skb, message));
                }
                Drop.consume(walk, host, skb, Stage.TRANSPORT_RECEIVE);
            }
            default -> {
                emit(walk, host, skb, message, IcmpAction.IGNORE);
                Drop.consume(walk, host, skb, Stage.TRANSPORT_RECEIVE);
            }
        }
    }

    /** The counters of /proc/net/snmp that follow from the type, whatever becomes of the message ({@code icmp_put}). */
    private static void countKind(Walk walk, HostId host, int type) {
        switch (type) {
            case IcmpMessage.ECHO_REQUEST -> walk.count(host, SnmpCounter.ICMP_IN_ECHOS);
            case IcmpMessage.ECHO_REPLY -> walk.count(host, SnmpCounter.ICMP_IN_ECHO_REPS);
            case IcmpMessage.DESTINATION_UNREACHABLE -> walk.count(host, SnmpCounter.ICMP_IN_DEST_UNREACHS);
            case IcmpMessage.TIME_EXCEEDED -> walk.count(host, SnmpCounter.ICMP_IN_TIME_EXCDS);
            case IcmpMessage.SOURCE_QUENCH -> walk.count(host, SnmpCounter.ICMP_IN_SRC_QUENCHS);
            case IcmpMessage.PARAMETER_PROBLEM -> walk.count(host, SnmpCounter.ICMP_IN_PARM_PROBS);
            case IcmpMessage.REDIRECT -> walk.count(host, SnmpCounter.ICMP_IN_REDIRECTS);
            default -> {}
        }
    }

    /** {@code icmp_echo}. */
    private static void echo(Walk walk, HostId host, SkBuff skb, IcmpMessage message) {
        if (walk.host(host).sysctls().number("net.ipv4.icmp_echo_ignore_all") != 0) {
            emit(walk, host, skb, message, IcmpAction.IGNORE);
            return;
        }
        emit(walk, host, skb, message, IcmpAction.ANSWER);
        walk.run(
                KernelFunction.ICMP_ECHO,
                () -> IcmpOutput.reply(walk, host, skb, new IcmpMessage(IcmpMessage.ECHO_REPLY, 0, message.rest())));
    }

    private static void emit(Walk walk, HostId host, SkBuff skb, IcmpMessage message, IcmpAction action) {
        walk.emit(new IpEvent.IcmpReceived(walk.head(host, skb), message.type(), message.code(), action));
    }

    private static void drop(Walk walk, HostId host, SkBuff skb, DropReason reason) {
        Drop.packet(walk, host, skb, reason, KernelFunction.ICMP_RCV, Stage.TRANSPORT_RECEIVE);
    }
}
