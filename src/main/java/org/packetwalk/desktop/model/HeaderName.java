package org.packetwalk.desktop.model;

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
import org.packetwalk.trace.Stage;

/** How a header is called: the key of its message, the letters in its block, and the layer whose colour it has. */
record HeaderName(String key, String letters, Stage.Layer layer) {

    /** The name of each kind of header. */
    static final class Of implements Header.Visitor<HeaderName> {

        @Override
        public HeaderName ethernet(EthernetHeader header) {
            return new HeaderName("ethernet", "Eth", Stage.Layer.LINK);
        }

        @Override
        public HeaderName arp(ArpMessage header) {
            return new HeaderName("arp", "ARP", Stage.Layer.LINK);
        }

        @Override
        public HeaderName ipv4(Ipv4Header header) {
            return new HeaderName("ipv4", "IP", Stage.Layer.NETWORK);
        }

        @Override
        public HeaderName ipv6(Ipv6Header header) {
            return new HeaderName("ipv6", "IPv6", Stage.Layer.NETWORK);
        }

        @Override
        public HeaderName hopByHop(HopByHopHeader header) {
            return new HeaderName("hopByHop", "HBH", Stage.Layer.NETWORK);
        }

        @Override
        public HeaderName ipv6Fragment(Ipv6FragmentHeader header) {
            return new HeaderName("ipv6Fragment", "Frag", Stage.Layer.NETWORK);
        }

        @Override
        public HeaderName icmp(IcmpMessage header) {
            return new HeaderName("icmp", "ICMP", Stage.Layer.TRANSPORT);
        }

        @Override
        public HeaderName icmpv6(Icmpv6Message header) {
            return new HeaderName("icmpv6", "ICMPv6", Stage.Layer.TRANSPORT);
        }

        @Override
        public HeaderName udp(UdpHeader header) {
            return new HeaderName("udp", "UDP", Stage.Layer.TRANSPORT);
        }

        @Override
        public HeaderName tcp(TcpHeader header) {
            return new HeaderName("tcp", "TCP", Stage.Layer.TRANSPORT);
        }
    }
}
