package org.packetwalk.program;

import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.SocketOptions;
import org.packetwalk.kernel.socket.SocketOptions.PathMtuDiscovery;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.packet.Icmpv6Message;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.stack.SystemCalls;

/** What {@code ping -6} does otherwise than {@code ping -4} ({@code ping6_common.c} of iputils). */
final class Ping6 {

    private static final int PROBE_PORT = 1025;

    /** Of the messages from type 128 on a raw socket wants echo replies alone. */
    private static final int FILTER = ~(1 << Icmpv6Message.ECHO_REPLY - 128);

    private Ping6() {}

    /** What came of the start: the ping under way, or why not. */
    sealed interface Start {
        record Begun(PingRun run) implements Start {}

        record Refused(String message) implements Start {}
    }

    /** Whether the target is one for IPv6: it was asked for, or the text is such an address. */
    static boolean concerns(PingOptions options) {
        return options.family() == 6 || options.family() == 0 && target(options).indexOf(':') >= 0;
    }

    private static String target(PingOptions options) {
        int zone = options.target().indexOf('%');
        return zone < 0 ? options.target() : options.target().substring(0, zone);
    }

    private static String zone(PingOptions options) {
        int zone = options.target().indexOf('%');
        return zone < 0 ? "" : options.target().substring(zone + 1);
    }

    static Start begin(ProgramContext context, PingOptions options) {
        if (options.manner().labelled()) {
            return new Start.Refused("-F is not simulated: flow labels of IPv6 packets are 0 here.");
        }
        SystemCalls calls = context.calls();
        Optional<Ipv6Address> resolved = context.resolveIpv6(target(options));
        if (resolved.isEmpty()) {
            boolean other = IpAddress.isValid(target(options));
            return new Start.Refused(options.target() + ": "
                    + (other ? "Address family for hostname not supported" : HostLookup.NOT_ANSWERED));
        }
        Ipv6Address target = resolved.get();
        int scope = device(calls, zone(options)).map(NetDevice::index).orElse(0);
        if (!zone(options).isEmpty() && scope == 0) {
            return new Start.Refused(options.target() + ": " + HostLookup.UNKNOWN);
        }
        int bound = device(calls, options.device()).map(NetDevice::index).orElse(0);
        if (!options.device().isEmpty() && bound == 0) {
            return new Start.Refused("unknown iface: " + options.device());
        }
        IpAddress source = options.source();
        boolean probed = !target.isLinkLocal() && !target.isMulticast();
        if (source.isAny() && probed) {
            SocketId probe = calls.udpIpv6Socket();
            calls.options(
                    probe,
                    SocketOptions.DEFAULT
                            .withDevice(bound)
                            .withTos(options.tos())
                            .withMark(options.mark()));
            Errno errno = calls.connect(probe, new Endpoint(target, PROBE_PORT, scope));
            source = calls.localEnd(probe).address();
            calls.close(probe);
            if (errno != Errno.OK) {
                return new Start.Refused("connect: " + errno.text());
            }
        }
        if (options.source().isAny() && bound != 0 && !owns(calls, bound, source)) {
            context.printError(
                    "ping: Warning: source address might be selected on device other than: " + options.device() + "\n");
        }
        return open(context, options, new Endpoint(target, 0, scope), source, bound);
    }

    private static boolean owns(SystemCalls calls, int device, IpAddress source) {
        return calls.namespace().ipv6().addresses().find(device).stream()
                .flatMap(ours -> ours.addresses().stream())
                .anyMatch(ours -> ours.address().equals(source));
    }

    private static Optional<NetDevice> device(SystemCalls calls, String name) {
        return name.isEmpty() ? Optional.empty() : calls.namespace().devices().find(name);
    }

    private static Start open(
            ProgramContext context, PingOptions options, Endpoint target, IpAddress source, int bound) {
        SystemCalls calls = context.calls();
        SocketId socket = calls.rawIpv6Socket(IpProtocol.ICMPV6);
        PathMtuDiscovery discovery = target.address().isMulticast() && !options.pathMtuDiscoveryGiven()
                ? PathMtuDiscovery.DO
                : options.pathMtuDiscovery();
        SocketOptions settings = SocketOptions.DEFAULT
                .withDevice(bound)
                .withTos(options.tos())
                .withMark(options.mark())
                .withRecvErr(true)
                .withPathMtuDiscovery(discovery)
                .withTtl(options.ttl());
        calls.options(socket, settings.withMulticast(options.ttl() > 0 ? options.ttl() : 1, !options.noLoop(), bound));
        boolean sticky = options.manner().sticky();
        if (options.sourceGiven() || sticky) {
            Errno errno = calls.bind(socket, new Endpoint(source, 0, bound != 0 ? bound : target.scope()));
            if (errno != Errno.OK) {
                calls.close(socket);
                return new Start.Refused("bind icmp socket: " + errno.text());
            }
        }
        calls.icmpFilter(socket, FILTER);
        String numeric = numeric(context, target.ipv6(), target.scope());
        String shown = options.numeric() || IpAddress.isValid(target(options))
                ? numeric
                : context.nameOf(target.address())
                        .map(name -> name + " (" + numeric + ")")
                        .orElse(numeric);
        if (options.manner().verbose()) {
            context.print("ai->ai_family: AF_INET6, ai->ai_canonname: '" + options.target() + "'\n");
        }
        String from = options.sourceGiven() || bound != 0 || sticky
                ? "from " + numeric(context, source instanceof Ipv6Address ours ? ours : Ipv6Address.ANY, bound) + " "
                        + options.device() + ": "
                : "";
        context.print("PING " + options.target() + "(" + shown + ") " + from + options.size() + " data bytes\n");
        int id = options.manner().id() >= 0 ? options.manner().id() : calls.random(65535) + 1;
        return new Start.Begun(PingRun.begin(socket, target, id, calls.now(), options.intervalNanos()));
    }

    /** An address with its zone, as {@code getnameinfo} writes it. */
    static String numeric(ProgramContext context, Ipv6Address address, int scope) {
        boolean zoned = scope != 0 && (address.isLinkLocal() || address.isMulticast());
        return zoned ? address + "%" + context.calls().namespace().devices().nameOf(scope) : address.toString();
    }

    static ByteString message(PingRun run, int sequence, ByteString data) {
        return PacketCodec.encode(Packet.of(data, Icmpv6Message.echoRequest(run.id(), sequence)));
    }

    /** The sequence number of a reply to this ping, -1 if it is none. */
    static int answered(PingRun run, SkBuff skb) {
        Icmpv6Message message = skb.packet().icmpv6();
        return message.isEchoReply() && message.id() == run.id() ? message.sequence() : -1;
    }

    /** The device a packet of IPv6 came by; of one over lo, the device that has the address it is for ({@code inet6_iif}). */
    static int arrivedBy(SkBuff skb) {
        return skb.device() == NetDevice.LOOPBACK_INDEX && skb.route6().isPresent()
                ? skb.route6().owner()
                : skb.device();
    }

    /** Whether a packet is of IPv6. */
    static boolean isIpv6(SkBuff skb) {
        return skb.packet().has(org.packetwalk.packet.Ipv6Header.class);
    }

    /** What an error says ({@code print_icmp} of ping6). */
    static String words(int type, int code, int info) {
        return switch (type) {
            case Icmpv6Message.DESTINATION_UNREACHABLE ->
                "Destination unreachable: "
                        + switch (code) {
                            case 0 -> "No route";
                            case 1 -> "Administratively prohibited";
                            case 2 -> "Beyond scope of source address";
                            case 3 -> "Address unreachable";
                            case 4 -> "Port unreachable";
                            default -> "Unknown code " + code;
                        };
            case Icmpv6Message.PACKET_TOO_BIG -> "Packet too big: mtu=" + info;
            case Icmpv6Message.TIME_EXCEEDED ->
                "Time exceeded: " + (code == 0 ? "Hop limit" : code == 1 ? "Defragmentation failure" : "code " + code);
            case Icmpv6Message.PARAMETER_PROBLEM ->
                "Parameter problem: "
                        + switch (code) {
                            case 0 -> "Wrong header field ";
                            case 1 -> "Unknown header ";
                            case 2 -> "Unknown option ";
                            default -> "code " + code + " ";
                        }
                        + "at " + Integer.toUnsignedString(info);
            default -> "Unknown ICMP type: " + type;
        };
    }
}
