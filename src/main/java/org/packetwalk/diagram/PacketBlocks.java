package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.List;

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
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.packet.UdpHeader;

/** The blocks of a packet buffer as they are drawn, outermost first. */
final class PacketBlocks {
    private PacketBlocks() {}

    /** What counts to the packet now: the link header only between the neighbour and the other end of the wire. */
    static List<HeaderBlock> of(SkBuff skb) {
        List<Header> headers = skb.packet().headers();
        boolean pulled = skb.isFrame() && !skb.linkHeader();
        return blocks(pulled ? headers.subList(1, headers.size()) : headers, skb);
    }

    /** What a transport protocol gets: nothing of the link, nothing of IP ({@code ip_local_deliver_finish} pulls it). */
    static List<HeaderBlock> transport(SkBuff skb) {
        return of(skb).stream()
                .filter(block -> block.line() != Palette.L2 && block.line() != Palette.L3)
                .toList();
    }

    /** The innermost part of so many bytes: what a program gets of the packet. */
    static List<HeaderBlock> innermost(SkBuff skb, int bytes) {
        List<Header> headers = skb.packet().headers();
        int left = skb.packet().length();
        int first = 0;
        while (first < headers.size() && left > bytes) {
            left -= headers.get(first).length();
            first++;
        }
        return blocks(headers.subList(first, headers.size()), skb);
    }

    private static List<HeaderBlock> blocks(List<Header> headers, SkBuff skb) {
        var blocks = new ArrayList<HeaderBlock>();
        for (Header header : headers) {
            blocks.add(header.accept(Kind.OF));
        }
        if (skb.packet().payload().size() > 0) {
            blocks.add(HeaderBlock.DATA);
        }
        return blocks;
    }

    private enum Kind implements Header.Visitor<HeaderBlock> {
        OF;

        @Override
        public HeaderBlock ethernet(EthernetHeader header) {
            return HeaderBlock.ETH;
        }

        @Override
        public HeaderBlock arp(ArpMessage header) {
            return HeaderBlock.ARP;
        }

        @Override
        public HeaderBlock ipv4(Ipv4Header header) {
            return HeaderBlock.IP;
        }

        @Override
        public HeaderBlock ipv6(Ipv6Header header) {
            return HeaderBlock.IPV6;
        }

        @Override
        public HeaderBlock hopByHop(HopByHopHeader header) {
            return HeaderBlock.IPV6;
        }

        @Override
        public HeaderBlock ipv6Fragment(Ipv6FragmentHeader header) {
            return HeaderBlock.IPV6;
        }

        @Override
        public HeaderBlock icmp(IcmpMessage header) {
            return HeaderBlock.ICMP;
        }

        @Override
        public HeaderBlock icmpv6(Icmpv6Message header) {
            return HeaderBlock.ICMP;
        }

        @Override
        public HeaderBlock udp(UdpHeader header) {
            return HeaderBlock.UDP;
        }

        @Override
        public HeaderBlock tcp(TcpHeader header) {
            return HeaderBlock.TCP;
        }
    }
}
