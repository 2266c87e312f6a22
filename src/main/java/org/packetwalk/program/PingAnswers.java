package org.packetwalk.program;

import java.util.Locale;
import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.socket.SocketError;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.Ipv6Prefix;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.LinkLayer;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.PacketCodec;

/** Reads what comes back to a ping and tells it: answers, errors, advice. */
record PingAnswers(PingOptions options) {

    /** Whether as much came back as was asked for. */
    boolean finished(PingRun now) {
        return options.count() > 0 && now.received() + now.errors() >= options.count();
    }

    /** {@code -D}: virtual time in seconds. */
    String stamp(ProgramContext context) {
        long micros = context.calls().now().nanos() / 1000;
        return options.manner().printTime()
                ? String.format(Locale.ROOT, "[%d.%06d] ", micros / 1_000_000, micros % 1_000_000)
                : "";
    }

    /** Reads all that has come. */
    PingRun readAll(ProgramContext context, PingRun before) {
        PingRun now = before;
        while (context.calls().readable(now.socket()) && !finished(now)) {
            ResultOrErrno<SkBuff> answer = context.calls().receive(now.socket());
            if (answer instanceof ResultOrErrno.Ok<SkBuff> packet) {
                now = take(context, now, packet.value());
            } else {
                Optional<SocketError> error = context.calls().receiveError(now.socket());
                if (error.isEmpty()) {
                    break;
                }
                now = report(context, now, error.get());
            }
        }
        return now;
    }

    /** {@code ping4_parse_reply}. */
    private PingRun take(ProgramContext context, PingRun now, SkBuff skb) {
        boolean ipv6 = Ping6.isIpv6(skb);
        if (!ipv6 && (skb.packet().icmp().isError() || skb.packet().icmp().type() == IcmpMessage.REDIRECT)) {
            return quoted(now, skb)
                    .map(request -> about(context, now, skb, request))
                    .orElse(now);
        }
        int sequence = ipv6 ? Ping6.answered(now, skb) : answered(now, skb);
        if (sequence < 0) {
            return now;
        }
        SimTime time = context.calls().now();
        long roundTrip = time.since(now.sentAt(sequence));
        PingRun after = now.acknowledged(sequence).received(sequence, roundTrip);
        PingRun paced = options.timed()
                ? after.with(after.pace().after(roundTrip, options.manner().adaptive()))
                : after;
        return options.quiet() ? paced : told(context, paced, skb, sequence, roundTrip, now.answered(sequence));
    }

    /** {@code gather_statistics}: the line of an answer, or in a flood a step back. */
    private PingRun told(ProgramContext context, PingRun now, SkBuff skb, int sequence, long roundTrip, boolean again) {
        PingManner manner = options.manner();
        String bell = manner.audible() ? "\007" : "";
        if (manner.flood()) {
            context.print("\b \b" + bell);
            return now;
        }
        boolean ipv6 = Ping6.isIpv6(skb);
        Packet packet = skb.packet();
        IpAddress source = ipv6 ? packet.ipv6().source() : packet.ipv4().source();
        PingHeader.Told header = PingHeader.tell(
                ipv6 ? ByteString.EMPTY : packet.ipv4().options(), now.pace().route());
        context.print(String.format(
                Locale.ROOT,
                "%s%d bytes from %s: icmp_seq=%d%s ttl=%d%s%s%s%s%s\n",
                stamp(context),
                ipv6 ? packet.ipv6().payloadLength() : packet.ipv4().payloadLength(),
                who(context, source, skb),
                sequence,
                manner.verbose() ? " ident=" + now.id() : "",
                ipv6 ? packet.ipv6().hopLimit() : packet.ipv4().ttl(),
                options.timed() ? " time=" + PingTimes.roundTrip(roundTrip) + " ms" : "",
                again && (!asksMany(now) || manner.verbose()) ? " (DUP!)" : "",
                differs(now, source) ? " (DIFFERENT ADDRESS!)" : "",
                bell,
                header.text()));
        return now.with(now.pace().told(header.route()));
    }

    /** Whether somebody else answers than was asked; said only where one was asked. */
    private boolean differs(PingRun now, IpAddress source) {
        IpAddress asked = now.target().address();
        return !source.equals(asked) && !asksMany(now) && !asksAnyRouter(asked);
    }

    private boolean asksMany(PingRun now) {
        return now.target().address().isMulticast() || options.broadcast();
    }

    /** The address of a subnet's routers, whoever of them answers (RFC 4291 section 2.6.1). */
    private static boolean asksAnyRouter(IpAddress asked) {
        return asked instanceof Ipv6Address ipv6
                && Ipv6Prefix.containing(ipv6, 64).network().equals(ipv6);
    }

    /** The request of ours that an ICMP message is about, if it is. */
    private Optional<IcmpMessage> quoted(PingRun now, SkBuff skb) {
        Packet quoted =
                PacketCodec.decodeQuote(skb.packet().payload(), LinkLayer.IPV4).packet();
        if (!quoted.has(Ipv4Header.class)
                || !quoted.ipv4().destination().equals(now.target().address())) {
            return Optional.empty();
        }
        return PacketCodec.peekTransport(quoted)
                .filter(IcmpMessage.class::isInstance)
                .map(IcmpMessage.class::cast)
                .filter(request -> request.type() == IcmpMessage.ECHO_REQUEST && request.id() == now.id());
    }

    /** Errors are told when the error queue is read; redirects and source quenches are no errors and told here. */
    private PingRun about(ProgramContext context, PingRun now, SkBuff skb, IcmpMessage request) {
        IcmpMessage message = skb.packet().icmp();
        boolean advice = message.type() == IcmpMessage.REDIRECT || message.type() == IcmpMessage.SOURCE_QUENCH;
        if (!advice) {
            return now.acknowledged(request.sequence());
        }
        if (!options.quiet()) {
            context.print("From " + who(context, skb.packet().ipv4().source(), skb) + ": icmp_seq="
                    + request.sequence() + " " + PingMessages.of(message.type(), message.code(), message.rest())
                    + "\n");
        }
        return now;
    }

    private static int answered(PingRun now, SkBuff skb) {
        IcmpMessage message = skb.packet().icmp();
        return message.type() == IcmpMessage.ECHO_REPLY && message.id() == now.id() ? message.sequence() : -1;
    }

    private String who(ProgramContext context, IpAddress address, SkBuff skb) {
        String numeric = address instanceof Ipv6Address ipv6
                ? Ping6.numeric(context, ipv6, ipv6.isLinkLocal() ? Ping6.arrivedBy(skb) : 0)
                : address.toString();
        return options.numeric()
                ? numeric
                : context.nameOf(address)
                        .map(name -> name + " (" + numeric + ")")
                        .orElse(numeric);
    }

    PingRun report(ProgramContext context, PingRun now, SocketError error) {
        if (error.origin() == SocketError.Origin.LOCAL) {
            if (options.quiet()) {
                return now;
            }
            if (options.manner().flood()) {
                context.print("E");
                return now.failed();
            }
            context.printError("ping: local error: "
                    + (error.errno() == Errno.EMSGSIZE
                            ? "message too long, mtu" + (now.target().isIpv6() ? ": " : "=") + error.info()
                            : error.errno().text())
                    + "\n");
            return now.failed();
        }
        if (error.icmpId() != now.id() || !wasFor(error, now.target().address())) {
            return now;
        }
        if (options.manner().flood() && !options.quiet()) {
            context.print("\bE");
        } else if (!options.quiet()) {
            context.print(stamp(context) + "From "
                    + who(context, error.offender(), error.skb()) + " icmp_seq=" + error.icmpSequence() + " "
                    + words(error) + "\n");
        }
        // ping6 does not count how many requests were under way when an error came.
        return now.target().isIpv6()
                ? now.failed()
                : now.acknowledged(error.icmpSequence()).failed();
    }

    /** Whether the packet an error is about went where this ping sends; one that a host translated did not. */
    private static boolean wasFor(SocketError error, IpAddress target) {
        boolean six = error.origin() == SocketError.Origin.ICMP6;
        Packet quoted = PacketCodec.decodeQuote(error.skb().packet().payload(), six ? LinkLayer.IPV6 : LinkLayer.IPV4)
                .packet();
        return six
                ? quoted.has(Ipv6Header.class) && quoted.ipv6().destination().equals(target)
                : quoted.has(Ipv4Header.class) && quoted.ipv4().destination().equals(target);
    }

    private static String words(SocketError error) {
        return error.origin() == SocketError.Origin.ICMP6
                ? Ping6.words(error.type(), error.code(), error.info())
                : PingMessages.of(error.type(), error.code(), error.info());
    }
}
