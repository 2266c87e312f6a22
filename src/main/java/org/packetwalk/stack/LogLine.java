package org.packetwalk.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.netfilter.EffectTarget;
import org.packetwalk.kernel.netfilter.PacketFacts;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.packet.EthernetHeader;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Icmpv6Message;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.TcpFlags;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.packet.UdpHeader;

/** What LOG writes about a packet ({@code net/netfilter/nf_log_syslog.c}). */
final class LogLine {

    private LogLine() {}

    static String of(Hooks.Place place, SkBuff skb, EffectTarget.Log log) {
        Packet packet = place.network(skb);
        List<String> words = new ArrayList<>();
        words.add("IN=" + place.input());
        words.add("OUT=" + place.output());
        if (!place.input().isEmpty() && skb.isFrame()) {
            EthernetHeader frame = skb.packet().ethernet();
            words.add("MAC=" + frame.destination() + ":" + frame.source() + (place.six() ? ":86:dd" : ":08:00"));
        }
        if (place.six()) {
            ipv6(packet.ipv6(), words);
        } else {
            ipv4(packet.ipv4(), words);
        }
        transport(packet, words);
        if (skb.mark() != 0) {
            words.add("MARK=0x" + Integer.toHexString(skb.mark()));
        }
        return log.prefix() + String.join(" ", words);
    }

    private static void ipv4(Ipv4Header ip, List<String> words) {
        words.add("SRC=" + ip.source());
        words.add("DST=" + ip.destination());
        words.add("LEN=" + ip.totalLength());
        words.add(String.format(Locale.ROOT, "TOS=0x%02X", ip.tos() & 0x1e));
        words.add(String.format(Locale.ROOT, "PREC=0x%02X", ip.tos() & 0xe0));
        words.add("TTL=" + ip.ttl());
        words.add("ID=" + ip.identification());
        if (ip.dontFragment()) {
            words.add("DF");
        }
    }

    /** Addresses are written in full, as {@code %pI6} does. */
    private static void ipv6(Ipv6Header ip, List<String> words) {
        words.add("SRC=" + full(ip.source()));
        words.add("DST=" + full(ip.destination()));
        words.add("LEN=" + (Ipv6Header.LENGTH + ip.payloadLength()));
        words.add("TC=" + ip.trafficClass());
        words.add("HOPLIMIT=" + ip.hopLimit());
        words.add("FLOWLBL=" + ip.flowLabel());
    }

    private static String full(Ipv6Address address) {
        return IntStream.range(0, 8)
                .mapToObj(group -> String.format(Locale.ROOT, "%04x", address.group(group)))
                .collect(Collectors.joining(":"));
    }

    private static void transport(Packet packet, List<String> words) {
        PacketFacts facts = Facts.of(packet);
        if (packet.has(TcpHeader.class)) {
            tcp(packet.tcp(), facts, words);
        } else if (packet.has(UdpHeader.class)) {
            words.add("PROTO=UDP");
            words.add("SPT=" + facts.sourcePort());
            words.add("DPT=" + facts.destinationPort());
            words.add("LEN=" + packet.udp().datagramLength());
        } else if (packet.has(IcmpMessage.class)) {
            icmp("ICMP", facts, words);
            if (packet.icmp().isEchoRequest() || packet.icmp().isEchoReply()) {
                words.add("ID=" + packet.icmp().id());
                words.add("SEQ=" + packet.icmp().sequence());
            }
        } else if (packet.has(Icmpv6Message.class)) {
            icmp("ICMPv6", facts, words);
            if (packet.icmpv6().isEcho()) {
                words.add("ID=" + packet.icmpv6().id());
                words.add("SEQ=" + packet.icmpv6().sequence());
            }
        } else {
            words.add("PROTO=" + facts.protocol());
        }
    }

    private static void icmp(String name, PacketFacts facts, List<String> words) {
        words.add("PROTO=" + name);
        words.add("TYPE=" + facts.icmpType());
        words.add("CODE=" + facts.icmpCode());
    }

    private static void tcp(TcpHeader tcp, PacketFacts facts, List<String> words) {
        words.add("PROTO=TCP");
        words.add("SPT=" + facts.sourcePort());
        words.add("DPT=" + facts.destinationPort());
        words.add("WINDOW=" + tcp.window());
        words.add("RES=0x00");
        for (TcpFlags flag : List.of(
                TcpFlags.CWR,
                TcpFlags.ECE,
                TcpFlags.URG,
                TcpFlags.ACK,
                TcpFlags.PSH,
                TcpFlags.RST,
                TcpFlags.SYN,
                TcpFlags.FIN)) {
            if (tcp.flags().has(flag)) {
                words.add(flag.toString());
            }
        }
        words.add("URGP=" + tcp.urgentPointer());
    }
}
