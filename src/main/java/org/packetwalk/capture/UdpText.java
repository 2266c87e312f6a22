package org.packetwalk.capture;

import org.packetwalk.net.ByteString;

/** UDP as tcpdump prints it ({@code print-udp.c}). */
final class UdpText {

    private static final int HEADER = 8;
    private static final int DOMAIN = 53;
    private static final int MULTICAST_DOMAIN = 5353;
    private static final int VXLAN = 4789;
    private static final int VERY_VERBOSE = 2;

    private final Dissection d;
    private final int ip;
    private final int version;

    /** Behind an IP header of a version; a later extension header may stand between. */
    UdpText(Dissection d, int ip, int version) {
        this.d = d;
        this.ip = ip;
        this.version = version;
    }

    void print(int at, int length, boolean fragmented) {
        d.in("udp");
        d.need(at, 4);
        int source = d.u16(at);
        int destination = d.u16(at + 2);
        Ends.print(d, ip, version, IpProtocols.UDP, d.port(source, true), d.port(destination, true));
        if (length < HEADER) {
            d.print("truncated-udp " + length);
            return;
        }
        int total = d.u16(at + 4);
        if (total < HEADER) {
            d.print("truncated-udplength " + total);
            return;
        }
        d.need(at, HEADER);
        checksum(at, length, fragmented);
        int data = at + HEADER;
        int size = total - HEADER;
        if (d.options().quiet()) {
            d.print("UDP, length " + size);
        } else if (is(source, destination, DOMAIN) || is(source, destination, MULTICAST_DOMAIN)) {
            new DomainText(d).print(data, length - HEADER);
        } else if (is(source, destination, VXLAN)) {
            vxlan(data, length - HEADER);
        } else {
            d.print("UDP, length " + size);
        }
    }

    private static boolean is(int source, int destination, int port) {
        return source == port || destination == port;
    }

    private void checksum(int at, int length, boolean fragmented) {
        boolean wanted = version == 4 ? d.options().verbosity() >= VERY_VERBOSE : d.verbose();
        if (!wanted || fragmented || version == 6 && d.u16(ip + 4) == 0) {
            return;
        }
        int there = d.u16(at + 6);
        if (version == 4 && there == 0) {
            d.print("[no cksum] ");
            return;
        }
        if (d.has(at, length)) {
            ByteString bytes = d.slice(at, length);
            int over = version == 4
                    ? IpChecksum.over4(d, ip + 12, ip + 16, IpProtocols.UDP, bytes)
                    : IpChecksum.over6(d, ip, IpProtocols.UDP, bytes);
            d.print(
                    over == 0
                            ? "[udp sum ok] "
                            : String.format(
                                    "[bad udp cksum 0x%04x -> 0x%04x!] ", there, IpChecksum.shouldBe(there, over)));
        }
    }

    /** RFC 7348: a header of 8 bytes, then an Ethernet frame. */
    private void vxlan(int at, int length) {
        d.in("vxlan");
        d.print("VXLAN, ");
        int flags = d.u8(at);
        d.print(String.format(
                "flags [%s] (0x%02x), vni %d\n", (flags & 8) == 0 ? "." : "I", flags, d.u32(at + 4) >>> 8));
        new EthernetText(d).print(at + 8, length - 8);
    }
}
