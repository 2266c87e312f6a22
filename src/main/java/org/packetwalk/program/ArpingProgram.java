package org.packetwalk.program;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.PacketType;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.SocketOptions;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.EtherType;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.MacAddress;
import org.packetwalk.packet.ArpMessage;
import org.packetwalk.packet.ArpOperation;
import org.packetwalk.packet.Packet;
import org.packetwalk.stack.SystemCalls;

/**
 * {@code arping} of iputils, run by root: asks for a hardware address through a packet socket.
 *
 * @param options the command line
 * @param run what it has done so far
 */
public record ArpingProgram(ArpingOptions options, ArpingRun run) implements Program {

    /** The port of the socket that only asks for the source. */
    private static final int PROBE_PORT = 1025;

    /** An arping that has not begun. */
    public static ArpingProgram start(ArpingOptions options) {
        return new ArpingProgram(options, ArpingRun.NEW);
    }

    @Override
    public String name() {
        return "arping";
    }

    @Override
    public Turn resume(ProgramContext context) {
        return run.equals(ArpingRun.NEW) ? begin(context) : loop(context, run);
    }

    private static Turn fail(ProgramContext context, String message) {
        context.printError("arping: " + message + "\n");
        return new Turn.Exited(2);
    }

    /** Unlike the other complaints this one goes to standard output. */
    private static Turn unsuitable(ProgramContext context, NetDevice device, String how) {
        context.print("Interface \"" + device.name() + "\" is " + how + "\n");
        return new Turn.Exited(2);
    }

    private Turn begin(ProgramContext context) {
        SystemCalls calls = context.calls();
        Optional<NetDevice> found = device(calls);
        if (found.isEmpty()) {
            return fail(
                    context,
                    options.device().isEmpty()
                            ? "Suitable device could not be determined. Please, use option -I."
                            : "Device " + options.device() + " not available.");
        }
        NetDevice device = found.get();
        if (!device.up()) {
            return unsuitable(context, device, "down");
        }
        if (!device.arp() || device.isLoopback()) {
            return unsuitable(context, device, "not ARPable");
        }
        Optional<Ipv4Address> resolved = context.resolve(options.target());
        if (resolved.isEmpty()) {
            return fail(
                    context,
                    options.target() + ": "
                            + (options.target().matches("[0-9.]+") ? HostLookup.UNKNOWN : HostLookup.NOT_ANSWERED));
        }
        Ipv4Address source = options.source().isAny() && options.unsolicited() ? resolved.get() : options.source();
        if (!options.duplicateDetection() || !source.isAny()) {
            SocketId probe = calls.udpSocket();
            calls.options(
                    probe, SocketOptions.DEFAULT.withDevice(device.index()).withDontRoute(true));
            boolean given = !source.isAny();
            Errno errno = given
                    ? calls.bind(probe, new Endpoint(source, 0))
                    : calls.connect(probe, new Endpoint(resolved.get(), PROBE_PORT));
            source = given ? source : calls.localEnd(probe).ipv4();
            calls.close(probe);
            if (errno != Errno.OK) {
                return fail(context, (given ? "bind: " : "connect: ") + errno.text());
            }
        }
        SocketId socket = calls.packetSocket(EtherType.ARP, device.index());
        if (!options.quiet()) {
            context.print("ARPING " + resolved.get() + " from " + source + " " + device.name() + "\n");
        }
        ArpingRun begun = ArpingRun.begin(socket, resolved.get(), source, device, calls.now());
        return loop(context, send(context, begun));
    }

    /** The device named, or the only one that can do ARP. */
    private Optional<NetDevice> device(SystemCalls calls) {
        if (!options.device().isEmpty()) {
            return calls.namespace().devices().find(options.device());
        }
        List<NetDevice> suitable = calls.namespace().devices().all().stream()
                .filter(device -> device.up() && device.arp() && !device.isLoopback())
                .toList();
        return suitable.size() == 1 ? Optional.of(suitable.get(0)) : Optional.empty();
    }

    /** {@code send_pack}. */
    private ArpingRun send(ProgramContext context, ArpingRun now) {
        ArpOperation operation = options.answers() ? ArpOperation.REPLY : ArpOperation.REQUEST;
        ArpMessage message = new ArpMessage(
                operation, now.own(), now.source(), options.answers() ? now.own() : now.to(), now.target());
        SimTime time = context.calls().now();
        Errno errno = context.calls().sendPacket(now.socket(), now.to(), Packet.of(ByteString.EMPTY, message));
        if (errno != Errno.OK) {
            context.printError("arping: sendto: " + errno.text() + "\n");
            return now.ticked(time.plusNanos(options.intervalNanos()));
        }
        return now.sent(time, time.plusNanos(options.intervalNanos()));
    }

    /** {@code event_loop}. */
    private Turn loop(ProgramContext context, ArpingRun before) {
        ArpingRun now = before;
        while (true) {
            while (context.calls().readable(now.socket())) {
                Optional<SkBuff> frame = context.calls().receivePacket(now.socket());
                ArpingRun after = frame.isPresent() ? take(context, now, frame.get()) : now;
                boolean counted = after.received() > now.received();
                now = after;
                if (counted && isFinal(now)) {
                    return finish(context, now);
                }
            }
            SimTime time = context.calls().now();
            if (time.isBefore(now.nextTick())) {
                return new Turn.Polling(new ArpingProgram(options, now), now.socket(), now.nextTick());
            }
            long ticks = now.ticks() + 1;
            if (options.count() > 0 && options.count() <= ticks
                    || options.timeout() > 0 && options.timeout() <= ticks) {
                return finish(context, now);
            }
            now = send(context, now);
        }
    }

    private boolean isFinal(ArpingRun now) {
        return options.quitOnReply() || options.timeout() > 0 && now.received() == options.count();
    }

    /** {@code recv_pack}: only what answers the question counts. */
    private ArpingRun take(ProgramContext context, ArpingRun now, SkBuff skb) {
        ArpMessage message = skb.packet().arp();
        boolean known = message.operation().equals(ArpOperation.REQUEST)
                || message.operation().equals(ArpOperation.REPLY);
        if (!known || skb.type() == PacketType.OTHERHOST || !answers(now, message)) {
            return now;
        }
        if (!options.quiet()) {
            print(context, now, skb, message);
        }
        boolean broadcast = skb.type() != PacketType.HOST;
        boolean request = message.operation().equals(ArpOperation.REQUEST);
        return now.received(broadcast, request, options.broadcastOnly() ? now.to() : message.senderMac());
    }

    private boolean answers(ArpingRun now, ArpMessage message) {
        if (!message.senderIp().equals(now.target())) {
            return false;
        }
        if (options.duplicateDetection()) {
            return !message.senderMac().equals(now.own())
                    && (now.source().isAny() || now.source().equals(message.targetIp()));
        }
        return message.targetIp().equals(now.source()) && message.targetMac().equals(now.own());
    }

    private void print(ProgramContext context, ArpingRun now, SkBuff skb, ArpMessage message) {
        StringBuilder line = new StringBuilder(skb.type() == PacketType.HOST ? "Unicast " : "Broadcast ");
        line.append(message.operation().equals(ArpOperation.REPLY) ? "reply from " : "request from ");
        line.append(message.senderIp())
                .append(" [")
                .append(hex(message.senderMac()))
                .append("] ");
        boolean forOther = !message.targetIp().equals(now.source());
        if (forOther) {
            line.append("for ").append(message.targetIp()).append(' ');
        }
        if (!message.targetMac().equals(now.own())) {
            line.append(forOther ? "" : "for ")
                    .append('[')
                    .append(hex(message.targetMac()))
                    .append(']');
        }
        long micros = context.calls().now().since(now.lastSent()) / 1000;
        line.append(String.format(Locale.ROOT, " %d.%03dms\n", micros / 1000, micros % 1000));
        context.print(line.toString());
    }

    private static String hex(MacAddress address) {
        return address.toString().toUpperCase(Locale.ROOT);
    }

    @Override
    public boolean endless() {
        return options.count() == 0 && options.timeout() == 0 && !options.quitOnReply();
    }

    @Override
    public Turn.Exited interrupt(ProgramContext context) {
        return run.equals(ArpingRun.NEW) ? terminate(context) : finish(context, run);
    }

    private Turn.Exited finish(ProgramContext context, ArpingRun now) {
        context.calls().close(now.socket());
        if (!options.quiet()) {
            StringBuilder out = new StringBuilder("Sent " + now.sent() + " probes (" + now.broadcasts()
                    + " broadcast(s))\nReceived " + now.received() + " response(s)");
            if (now.requestsReceived() > 0 || now.broadcastsReceived() > 0) {
                out.append(" (");
                if (now.requestsReceived() > 0) {
                    out.append(now.requestsReceived()).append(" request(s)");
                }
                if (now.broadcastsReceived() > 0) {
                    out.append(now.requestsReceived() > 0 ? ", " : "")
                            .append(now.broadcastsReceived())
                            .append(" broadcast(s)");
                }
                out.append(')');
            }
            context.print(out.append('\n').toString());
        }
        boolean heard = now.received() > 0;
        if (options.unsolicited()) {
            return new Turn.Exited(0);
        }
        return new Turn.Exited(heard == options.duplicateDetection() ? 1 : 0);
    }
}
