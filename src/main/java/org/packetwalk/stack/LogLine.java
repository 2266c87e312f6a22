package org.packetwalk.stack;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.netfilter.EffectTarget;
import org.packetwalk.kernel.netfilter.PacketFacts;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.packet.EthernetHeader;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.TcpFlags;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.packet.UdpHeader;

/** What LOG writes about a packet ({@code net/netfilter/nf_log_syslog.c}). */
final class LogLine {

    private LogLine() {}

    static String of(Hooks.Place place, SkBuff skb, EffectTarget.Log log) {
        Packet packet = skb.packet().from(Ipv4Header.class);
        Ipv4Header ip = packet.ipv4();
        PacketFacts facts = Facts.of(packet);
        List<String> words = new ArrayList<>();
        words.add("IN=" + place.input());
        words.add("OUT=" + place.output());
        if (!place.input().isEmpty() && skb.isFrame()) {
            EthernetHeader frame = skb.packet().ethernet();
            words.add("MAC=" + frame.destination() + ":" + frame.source() + ":08:00");
        }
        words.add("SRC=" + ip.source());
        words.add("DST=" + ip.destination());
        words.add("LEN=" + ip.totalLength());
        words.add(String.format(java.util.Locale.ROOT, "TOS=0x%02X", ip.tos() & 0x1e));
        words.add(String.format(java.util.Locale.ROOT, "PREC=0x%02X", ip.tos() & 0xe0));
        words.add("TTL=" + ip.ttl());
        words.add("ID=" + ip.identification());
        if (ip.dontFragment()) {
            words.add("DF");
        }
        if (packet.has(TcpHeader.class)) {
            tcp(packet.tcp(), facts, words);
        } else if (packet.has(UdpHeader.class)) {
            words.add("PROTO=UDP");
            words.add("SPT=" + facts.sourcePort());
            words.add("DPT=" + facts.destinationPort());
            words.add("LEN=" + packet.udp().datagramLength());
        } else if (packet.has(IcmpMessage.class)) {
            words.add("PROTO=ICMP");
            words.add("TYPE=" + facts.icmpType());
            words.add("CODE=" + facts.icmpCode());
        } else {
            words.add("PROTO="
                    + (ip.protocol().equals(IpProtocol.ICMP)
                            ? "ICMP"
                            : ip.protocol().number()));
        }
        if (skb.mark() != 0) {
            words.add("MARK=0x" + Integer.toHexString(skb.mark()));
        }
        return log.prefix() + String.join(" ", words);
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
