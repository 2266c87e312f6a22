package org.packetwalk.export.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.packetwalk.kernel.PacketId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.EtherType;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.MacAddress;
import org.packetwalk.packet.ArpMessage;
import org.packetwalk.packet.EthernetHeader;
import org.packetwalk.packet.Header;
import org.packetwalk.packet.HopByHopHeader;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Icmpv6Message;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Ipv6FragmentHeader;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.LinkLayer;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.packet.TcpFlags;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.packet.UdpHeader;

/**
 * A packet in the plain fields of a recording.
 *
 * @param fields what is shown, in the order of the format
 * @param hidden what tells two packets in the same buffer apart and is not shown: IP identification and echo id
 * @param length {@code skb->len} in bytes
 */
record PacketDescription(JsonObject fields, List<String> hidden, int length) {

    /** {@code SKB_MAX_ALLOC} less the room for a link header: packets from here on lie in further pages. */
    private static final int LARGEST_LINEAR = 16064 - 31;

    private static final int VXLAN_PORT = 4789;
    private static final int VXLAN_HEADER = 8;

    /** Keeps its own copy of the list. */
    PacketDescription {
        hidden = List.copyOf(hidden);
    }

    /** Describes the packet of a buffer. */
    static PacketDescription of(SkBuff skb) {
        JsonObject fields = new JsonObject();
        List<String> hidden = new ArrayList<>();
        Packet packet = skb.packet();
        if (packet.has(EthernetHeader.class)) {
            ethernet(fields, packet.ethernet());
        }
        if (packet.has(ArpMessage.class)) {
            arp(fields, packet.arp());
        } else if (packet.has(Ipv4Header.class)) {
            fields.addProperty("eth", "ipv4");
            ipv4(fields, hidden, packet.from(Ipv4Header.class), false);
        } else if (packet.has(Ipv6Header.class)) {
            fields.addProperty("eth", "ipv6");
            ipv6(fields, hidden, packet.from(Ipv6Header.class), false);
        } else {
            fields.addProperty(
                    "eth",
                    packet.has(EthernetHeader.class)
                            ? etherType(packet.ethernet().type())
                            : "0x0000");
        }
        if (skb.mark() != 0) {
            fields.addProperty("mark", Integer.toUnsignedLong(skb.mark()));
        }
        return new PacketDescription(fields, hidden, skb.length());
    }

    /** Whether its moment is random: IGMP and IPv6 housekeeping (MLD, router solicitations, duplicate address detection). */
    boolean housekeeping() {
        String protocol = text("proto");
        if (protocol.equals("igmp")) {
            return true;
        }
        return protocol.equals("icmpv6")
                && (List.of("130", "131", "132", "133", "143").contains(text("type"))
                        || text("type").equals("135") && text("src").equals("::"));
    }

    /** A field as text, empty if absent. */
    String text(String key) {
        JsonElement value = fields.get(key);
        return value == null ? "" : value.getAsString();
    }

    /** Whether the network protocol is one that drops are shown for. */
    boolean shown() {
        return List.of("ipv4", "ipv6", "arp").contains(text("eth"));
    }

    /** What makes two packets in one buffer the same; type 0 and 8 are told apart by the echo id alone. */
    List<String> identity() {
        List<String> identity = new ArrayList<>(hidden);
        for (String key : List.of("proto", "len", "flags", "eth", "op", "tpa", "frag", "seq")) {
            identity.add(text(key));
        }
        String type = text("type");
        identity.add(type.equals("0") || type.equals("8") ? "echo" : type);
        return identity;
    }

    private static void ethernet(JsonObject fields, EthernetHeader header) {
        if (!header.destination().equals(MacAddress.ZERO) || !header.source().equals(MacAddress.ZERO)) {
            fields.addProperty("dmac", header.destination().toString());
            fields.addProperty("smac", header.source().toString());
        }
    }

    private static String etherType(EtherType type) {
        return String.format(Locale.ROOT, "0x%04x", type.value());
    }

    private static void arp(JsonObject fields, ArpMessage arp) {
        fields.addProperty("eth", "arp");
        addNumberOrWord(fields, "op", arp.operation().label());
        fields.addProperty("sha", arp.senderMac().toString());
        fields.addProperty("spa", arp.senderIp().toString());
        fields.addProperty("tha", arp.targetMac().toString());
        fields.addProperty("tpa", arp.targetIp().toString());
    }

    private static void ipv4(JsonObject fields, List<String> hidden, Packet packet, boolean quoted) {
        Ipv4Header ip = packet.ipv4();
        fields.addProperty("src", ip.source().toString());
        fields.addProperty("dst", ip.destination().toString());
        fields.addProperty("ttl", ip.ttl());
        fields.addProperty("len", ip.totalLength());
        protocol(fields, ip.protocol());
        if (ip.tos() != 0) {
            fields.addProperty("tos", ip.tos());
        }
        if (ip.dontFragment()) {
            fields.addProperty("df", true);
        }
        if (ip.moreFragments()) {
            fields.addProperty("mf", true);
        }
        hidden.add("id " + ip.identification());
        if (ip.fragmentOffset() != 0) {
            fields.addProperty("frag", ip.fragmentOffset());
            return;
        }
        Optional<Header> transport = PacketCodec.peekTransport(packet);
        transport.ifPresent(header -> transport(fields, hidden, packet, header, ip.payloadLength(), quoted));
        if (transport.isEmpty() && ip.protocol().equals(IpProtocol.TCP) && !quoted) {
            brokenTcp(fields, PacketCodec.transport(packet));
        }
    }

    /** A TCP header that says it is shorter than one can be; it is shown as it is. */
    private static void brokenTcp(JsonObject fields, ByteString segment) {
        if (segment.size() >= TcpHeader.MINIMUM_LENGTH) {
            ports(fields, segment.u16(0), segment.u16(2));
            fields.addProperty("flags", new TcpFlags(segment.u8(13)).toString().replace('|', '+'));
            fields.addProperty("data", segment.size() - (segment.u8(12) >> 4) * 4);
        }
    }

    private static void ipv6(JsonObject fields, List<String> hidden, Packet packet, boolean quoted) {
        Ipv6Header ip = packet.ipv6();
        fields.addProperty("src", ip.source().toString());
        fields.addProperty("dst", ip.destination().toString());
        fields.addProperty("ttl", ip.hopLimit());
        fields.addProperty("len", ip.payloadLength() + Ipv6Header.LENGTH);
        protocol(fields, PacketCodec.upperProtocol(packet));
        int behind = ip.payloadLength();
        for (Header header : packet.headers()) {
            if (header instanceof HopByHopHeader || header instanceof Ipv6FragmentHeader) {
                behind -= header.length();
            }
            if (header instanceof Ipv6FragmentHeader fragment) {
                if (fragment.moreFragments()) {
                    fields.addProperty("mf", true);
                }
                if (fragment.fragmentOffset() != 0) {
                    fields.addProperty("frag", fragment.fragmentOffset());
                    return;
                }
            }
        }
        int length = behind;
        PacketCodec.peekTransport(packet)
                .ifPresent(header -> transport(fields, hidden, packet, header, length, quoted));
    }

    private static void protocol(JsonObject fields, IpProtocol protocol) {
        switch (protocol.number()) {
            case 1 -> fields.addProperty("proto", "icmp");
            case 2 -> fields.addProperty("proto", "igmp");
            case 6 -> fields.addProperty("proto", "tcp");
            case 17 -> fields.addProperty("proto", "udp");
            case 58 -> fields.addProperty("proto", "icmpv6");
            default -> fields.addProperty("proto", protocol.number());
        }
    }

    private static void transport(
            JsonObject fields, List<String> hidden, Packet packet, Header header, int length, boolean quoted) {
        if (header instanceof UdpHeader udp) {
            ports(fields, udp.sourcePort(), udp.destinationPort());
            if (!quoted) {
                fields.addProperty("data", length - UdpHeader.LENGTH);
                tunnel(fields, packet, udp);
            }
        } else if (header instanceof TcpHeader tcp) {
            ports(fields, tcp.sourcePort(), tcp.destinationPort());
            if (!quoted) {
                fields.addProperty(
                        "flags",
                        new TcpFlags(tcp.flags().bits() & 0xff).toString().replace('|', '+'));
                fields.addProperty("data", length - tcp.length());
            }
        } else if (header instanceof IcmpMessage icmp) {
            icmp(fields, hidden, packet, icmp, quoted);
        } else if (header instanceof Icmpv6Message icmp) {
            icmpv6(fields, hidden, packet, icmp, quoted);
        }
    }

    /** The frame inside of a VXLAN datagram (RFC 7348). */
    private static void tunnel(JsonObject fields, Packet packet, UdpHeader udp) {
        ByteString data = packet.payload();
        if (udp.destinationPort() != VXLAN_PORT || data.size() < VXLAN_HEADER + EthernetHeader.LENGTH) {
            return;
        }
        Packet frame =
                PacketCodec.decode(data.from(VXLAN_HEADER), LinkLayer.ETHERNET).packet();
        fields.addProperty("vni", data.u32(4) >>> 8);
        fields.add("inner", of(SkBuff.of(PacketId.NONE, frame)).fields());
    }

    private static void ports(JsonObject fields, int source, int destination) {
        fields.addProperty("sport", source);
        fields.addProperty("dport", destination);
    }

    private static void icmp(JsonObject fields, List<String> hidden, Packet packet, IcmpMessage icmp, boolean quoted) {
        if (icmp.isEchoRequest() && !quoted && packet.length() >= LARGEST_LINEAR) {
            // A raw socket puts all of its data, the ICMP header included, into the further pages.
            fields.addProperty("paged", true);
            return;
        }
        fields.addProperty("type", icmp.type());
        fields.addProperty("code", icmp.code());
        if (icmp.isEchoRequest() || icmp.isEchoReply()) {
            fields.addProperty("seq", icmp.sequence());
            hidden.add("echo " + icmp.id());
            return;
        }
        boolean error = List.of(
                        IcmpMessage.DESTINATION_UNREACHABLE,
                        IcmpMessage.REDIRECT,
                        IcmpMessage.TIME_EXCEEDED,
                        IcmpMessage.PARAMETER_PROBLEM)
                .contains(icmp.type());
        if (quoted || !error) {
            return;
        }
        if (icmp.type() == IcmpMessage.DESTINATION_UNREACHABLE && icmp.code() == IcmpMessage.FRAGMENTATION_NEEDED) {
            fields.addProperty("mtu", icmp.mtu());
        }
        if (icmp.type() == IcmpMessage.REDIRECT) {
            fields.addProperty("gw", icmp.gateway().toString());
        }
        if (!packet.ipv4().options().isEmpty()) {
            // Behind options the quoted packet lies in the further pages.
            fields.addProperty("paged", true);
            return;
        }
        fields.add("about", about(packet, LinkLayer.IPV4));
    }

    private static void icmpv6(
            JsonObject fields, List<String> hidden, Packet packet, Icmpv6Message icmp, boolean quoted) {
        fields.addProperty("type", icmp.type());
        fields.addProperty("code", icmp.code());
        if (icmp.isEchoRequest() || icmp.isEchoReply()) {
            fields.addProperty("seq", icmp.sequence());
            hidden.add("echo " + icmp.id());
        } else if (icmp.isError() && !quoted) {
            if (icmp.type() == Icmpv6Message.PACKET_TOO_BIG) {
                fields.addProperty("mtu", icmp.mtu());
            }
            fields.add("about", about(packet, LinkLayer.IPV6));
        } else if (icmp.type() == Icmpv6Message.NEIGHBOR_SOLICITATION
                || icmp.type() == Icmpv6Message.NEIGHBOR_ADVERTISEMENT) {
            neighborDiscovery(fields, icmp, PacketCodec.transport(packet));
        } else if (icmp.type() == Icmpv6Message.REDIRECT && !quoted) {
            ByteString message = PacketCodec.transport(packet);
            fields.addProperty("target", new Ipv6Address(message.u64(8), message.u64(16)).toString());
            fields.addProperty("about", new Ipv6Address(message.u64(24), message.u64(32)).toString());
        }
    }

    /** RFC 4861 sections 4.3 and 4.4: the target and, as first option, a hardware address. */
    private static void neighborDiscovery(JsonObject fields, Icmpv6Message icmp, ByteString message) {
        if (message.size() < 24) {
            return;
        }
        fields.addProperty("target", new Ipv6Address(message.u64(8), message.u64(16)).toString());
        if (icmp.type() == Icmpv6Message.NEIGHBOR_ADVERTISEMENT) {
            fields.addProperty(
                    "na",
                    (icmp.rest() < 0 ? "R" : "")
                            + ((icmp.rest() & 0x40000000) != 0 ? "S" : "")
                            + ((icmp.rest() & 0x20000000) != 0 ? "O" : ""));
        }
        if (message.size() >= 32) {
            fields.addProperty("lladdr", new MacAddress(message.u64(24) & 0xffff_ffff_ffffL).toString());
        }
    }

    /** The packet that an ICMP error quotes. */
    private static JsonObject about(Packet error, LinkLayer first) {
        ByteString behindIp = PacketCodec.transport(error);
        Packet quote = PacketCodec.decodeQuote(behindIp.from(IcmpMessage.LENGTH), first)
                .packet();
        JsonObject fields = new JsonObject();
        if (quote.has(Ipv4Header.class)) {
            ipv4(fields, new ArrayList<>(), quote, true);
        } else if (quote.has(Ipv6Header.class)) {
            ipv6(fields, new ArrayList<>(), quote, true);
        }
        return fields;
    }

    private static void addNumberOrWord(JsonObject fields, String key, String value) {
        if (value.chars().allMatch(Character::isDigit)) {
            fields.addProperty(key, Integer.valueOf(value));
        } else {
            fields.addProperty(key, value);
        }
    }

    /** One line about a packet whose fields are given, ports already named. */
    static String brief(JsonObject fields) {
        if (fields.get("eth").getAsString().equals("arp")) {
            return "arp " + word(fields, "op") + " " + word(fields, "spa") + " > " + word(fields, "tpa");
        }
        StringBuilder text = new StringBuilder(fields.has("proto") ? word(fields, "proto") : word(fields, "eth"))
                .append(' ')
                .append(word(fields, "src"))
                .append(fields.has("sport") ? ":" + word(fields, "sport") : "")
                .append(" > ")
                .append(word(fields, "dst"))
                .append(fields.has("dport") ? ":" + word(fields, "dport") : "");
        if (fields.has("type")) {
            text.append(" type ").append(word(fields, "type")).append(" code ").append(word(fields, "code"));
        }
        if (fields.has("flags") && !word(fields, "flags").isEmpty()) {
            text.append(' ').append(word(fields, "flags"));
        }
        return text.toString();
    }

    private static String word(JsonObject fields, String key) {
        JsonElement value = fields.get(key);
        return value == null ? "None" : value.getAsString();
    }
}
