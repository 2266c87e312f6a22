package org.packetwalk.narrate;

import org.packetwalk.kernel.SkBuff;
import org.packetwalk.packet.ArpMessage;
import org.packetwalk.packet.EthernetHeader;
import org.packetwalk.packet.Header;
import org.packetwalk.packet.HopByHopHeader;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Icmpv6Message;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Ipv6FragmentHeader;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.TcpFlags;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.packet.UdpHeader;

/** What a packet is called, and how a capture would write it. */
public final class PacketWords {

    private PacketWords() {}

    /** What kind of packet it is, such as "ICMP echo request". */
    public static Sentence kind(Packet packet) {
        Sentence kind = Sentence.of(Subject.PACKET, "packet.data");
        for (Header header : packet.headers()) {
            Sentence named = header.accept(new Kind());
            if (named.isPresent()) {
                kind = named;
            }
        }
        return kind;
    }

    /** What an ICMP message of a type and code is. */
    public static Sentence icmp(int type, int code) {
        return Sentence.of(Subject.PACKET, icmpKey(type, code), type, code);
    }

    /** What an ICMPv6 message of a type and code is. */
    public static Sentence icmpv6(int type, int code) {
        return Sentence.of(Subject.PACKET, icmpv6Key(type, code), type, code);
    }

    private static String icmpv6Key(int type, int code) {
        return switch (type) {
            case Icmpv6Message.ECHO_REQUEST -> "packet.echo-request";
            case Icmpv6Message.ECHO_REPLY -> "packet.echo-reply";
            case Icmpv6Message.PACKET_TOO_BIG -> "packet.too-big";
            case Icmpv6Message.TIME_EXCEEDED -> code == 0 ? "packet.hop-limit" : "packet.reassembly-exceeded";
            case Icmpv6Message.DESTINATION_UNREACHABLE ->
                switch (code) {
                    case Icmpv6Message.NO_ROUTE -> "packet.no-route";
                    case Icmpv6Message.PROHIBITED -> "packet.prohibited";
                    case Icmpv6Message.ADDRESS_UNREACHABLE -> "packet.address-unreachable";
                    case Icmpv6Message.PORT_UNREACHABLE -> "packet.port-unreachable";
                    default -> "packet.icmpv6";
                };
            case Icmpv6Message.ROUTER_SOLICITATION -> "packet.router-solicitation";
            case Icmpv6Message.ROUTER_ADVERTISEMENT -> "packet.router-advertisement";
            case Icmpv6Message.NEIGHBOR_SOLICITATION -> "packet.neighbor-solicitation";
            case Icmpv6Message.NEIGHBOR_ADVERTISEMENT -> "packet.neighbor-advertisement";
            case Icmpv6Message.REDIRECT -> "packet.redirect";
            case Icmpv6Message.MLDV2_REPORT -> "packet.listener-report";
            default -> "packet.icmpv6";
        };
    }

    private static String icmpKey(int type, int code) {
        return switch (type) {
            case IcmpMessage.ECHO_REPLY -> "packet.echo-reply";
            case IcmpMessage.ECHO_REQUEST -> "packet.echo-request";
            case IcmpMessage.REDIRECT -> "packet.redirect";
            case IcmpMessage.TIME_EXCEEDED ->
                code == IcmpMessage.TTL_EXCEEDED ? "packet.ttl-exceeded" : "packet.reassembly-exceeded";
            case IcmpMessage.DESTINATION_UNREACHABLE ->
                switch (code) {
                    case IcmpMessage.NET_UNREACHABLE -> "packet.net-unreachable";
                    case IcmpMessage.HOST_UNREACHABLE -> "packet.host-unreachable";
                    case IcmpMessage.PROTOCOL_UNREACHABLE -> "packet.protocol-unreachable";
                    case IcmpMessage.PORT_UNREACHABLE -> "packet.port-unreachable";
                    case IcmpMessage.FRAGMENTATION_NEEDED -> "packet.fragmentation-needed";
                    case IcmpMessage.PACKET_FILTERED -> "packet.filtered";
                    default -> "packet.unreachable";
                };
            default -> "packet.icmp";
        };
    }

    /** Whence and whither: addresses and, where there are some, ports; empty if it has no addresses. */
    public static String way(Packet packet) {
        Ends ends = new Ends("", "");
        for (Header header : packet.headers()) {
            ends = header.accept(ends);
        }
        return ends.from.isEmpty() ? "" : ends.from + " > " + ends.to;
    }

    /** Length, way: the line of a packet in a list. */
    static String line(SkBuff skb) {
        String way = way(skb.packet());
        return skb.length() + " bytes" + (way.isEmpty() ? "" : " " + way);
    }

    /** The name that one header gives the packet, {@link Sentence#NONE} if it leaves that to the next. */
    private static final class Kind implements Header.Visitor<Sentence> {

        private static Sentence named(String key) {
            return Sentence.of(Subject.PACKET, key);
        }

        @Override
        public Sentence ethernet(EthernetHeader header) {
            return Sentence.NONE;
        }

        @Override
        public Sentence arp(ArpMessage header) {
            return switch (header.operation().number()) {
                case 1 -> named("packet.arp-request");
                case 2 -> named("packet.arp-reply");
                default -> named("packet.arp");
            };
        }

        @Override
        public Sentence ipv4(Ipv4Header header) {
            return named(header.isFragment() ? "packet.fragment" : "packet.ip");
        }

        @Override
        public Sentence ipv6(Ipv6Header header) {
            return named("packet.ipv6");
        }

        @Override
        public Sentence hopByHop(HopByHopHeader header) {
            return Sentence.NONE;
        }

        @Override
        public Sentence ipv6Fragment(Ipv6FragmentHeader header) {
            return named("packet.fragment");
        }

        @Override
        public Sentence icmp(IcmpMessage header) {
            return PacketWords.icmp(header.type(), header.code());
        }

        @Override
        public Sentence icmpv6(Icmpv6Message header) {
            return PacketWords.icmpv6(header.type(), header.code());
        }

        @Override
        public Sentence udp(UdpHeader header) {
            return named("packet.udp");
        }

        @Override
        public Sentence tcp(TcpHeader header) {
            if (header.flags().has(TcpFlags.RST)) {
                return named("packet.tcp-rst");
            }
            if (header.flags().has(TcpFlags.SYN)) {
                return named(header.flags().has(TcpFlags.ACK) ? "packet.tcp-syn-ack" : "packet.tcp-syn");
            }
            return named(header.flags().has(TcpFlags.FIN) ? "packet.tcp-fin" : "packet.tcp");
        }
    }

    /** Both ends of a packet, which each header makes more exact. */
    private record Ends(String from, String to) implements Header.Visitor<Ends> {

        @Override
        public Ends ethernet(EthernetHeader header) {
            return this;
        }

        @Override
        public Ends arp(ArpMessage header) {
            return new Ends(header.senderIp().toString(), header.targetIp().toString());
        }

        @Override
        public Ends ipv4(Ipv4Header header) {
            return new Ends(header.source().toString(), header.destination().toString());
        }

        @Override
        public Ends ipv6(Ipv6Header header) {
            return new Ends(header.source().toString(), header.destination().toString());
        }

        @Override
        public Ends hopByHop(HopByHopHeader header) {
            return this;
        }

        @Override
        public Ends ipv6Fragment(Ipv6FragmentHeader header) {
            return this;
        }

        @Override
        public Ends icmp(IcmpMessage header) {
            return this;
        }

        @Override
        public Ends icmpv6(Icmpv6Message header) {
            return this;
        }

        @Override
        public Ends udp(UdpHeader header) {
            return new Ends(from + ":" + header.sourcePort(), to + ":" + header.destinationPort());
        }

        @Override
        public Ends tcp(TcpHeader header) {
            return new Ends(from + ":" + header.sourcePort(), to + ":" + header.destinationPort());
        }
    }
}
