package org.packetwalk.capture;

/** IPv6 as tcpdump prints it ({@code print-ip6.c}). */
final class Ipv6Text {

    private static final int HEADER = 40;
    private static final int NOT_IN_FIRST_FRAGMENT = 0xfff8;

    private final Dissection d;

    Ipv6Text(Dissection d) {
        this.d = d;
    }

    void print(int at, int length) {
        d.in("ip6");
        if (length < HEADER) {
            d.print("truncated-ip6 " + length);
            return;
        }
        d.need(at, HEADER);
        d.print(d.options().link() ? "" : "IP6 ");
        if (d.u8(at) >> 4 != 6) {
            d.print("version " + (d.u8(at) >> 4) + " != 6 (invalid)");
            return;
        }
        int payload = d.u16(at + 4);
        if (length < payload + HEADER) {
            d.print("truncated-ip6 - " + (payload + HEADER - length) + " bytes missing!");
        }
        int next = d.u8(at + 6);
        if (d.verbose()) {
            int word = d.u32(at);
            int trafficClass = word >>> 20 & 0xff;
            d.print("(").print(trafficClass == 0 ? "" : String.format("class 0x%02x, ", trafficClass));
            d.print((word & 0xfffff) == 0 ? "" : String.format("flowlabel 0x%05x, ", word & 0xfffff));
            d.print("hlim " + d.u8(at + 7) + ", next-header " + IpProtocols.label(next) + " (" + next + ")");
            d.print(" payload length: " + payload + ") ");
        }
        d.end(at + HEADER + payload);
        if (next != IpProtocols.TCP && next != IpProtocols.UDP) {
            d.print(d.host6(at + 8) + " > " + d.host6(at + 24) + ": ");
        }
        headers(at, next, payload);
    }

    private void headers(int ip, int first, int payload) {
        int next = first;
        int at = ip + HEADER;
        boolean fragmented = false;
        while (true) {
            int left = ip + HEADER + payload - at;
            switch (next) {
                case IpProtocols.HOP_BY_HOP, IpProtocols.DESTINATION_OPTIONS -> {
                    int size = options(at, next == IpProtocols.HOP_BY_HOP);
                    next = d.u8(at);
                    at += size;
                }
                case IpProtocols.FRAGMENT -> {
                    d.in("frag6");
                    int offset = d.u16(at + 2);
                    d.print("frag (").print(d.verbose() ? String.format("0x%08x:", d.u32(at + 4)) : "");
                    d.print((offset & NOT_IN_FIRST_FRAGMENT) + "|" + (left - 8) + ")");
                    if ((offset & NOT_IN_FIRST_FRAGMENT) != 0) {
                        return;
                    }
                    d.print(" ");
                    fragmented = true;
                    next = d.u8(at);
                    at += 8;
                }
                default -> {
                    transport(ip, at, left, next, fragmented);
                    return;
                }
            }
        }
    }

    private void transport(int ip, int at, int length, int protocol, boolean fragmented) {
        switch (protocol) {
            case IpProtocols.TCP -> new TcpText(d, ip, 6).print(at, length, fragmented);
            case IpProtocols.UDP -> new UdpText(d, ip, 6).print(at, length, fragmented);
            case IpProtocols.ICMPV6 -> new Icmpv6Text(d, ip).print(at, length, fragmented);
            case IpProtocols.IPV4 -> new Ipv4Text(d).print(at, length);
            case IpProtocols.IPV6 -> print(at, length);
            case IpProtocols.NO_NEXT -> d.print("no next header");
            default ->
                d.print(" " + (d.options().numeric() ? "ip-proto-" + protocol : IpProtocols.word(protocol)))
                        .print(" " + length);
        }
    }

    private int options(int at, boolean hopByHop) {
        d.in(hopByHop ? "hbhopt" : "dstopt");
        int size = (d.u8(at + 1) + 1) * 8;
        d.need(at, size);
        d.print(hopByHop ? "HBH " : "DSTOPT ");
        int option = at + 2;
        while (d.verbose() && option < at + size) {
            int kind = d.u8(option);
            int length = kind == 0 ? 1 : 2 + d.u8(option + 1);
            d.print(
                    switch (kind) {
                        case 0 -> "(pad1)";
                        case 1 -> "(padn)";
                        case 5 -> String.format("(rtalert: 0x%04x)", d.u16(option + 2));
                        default -> "(opt_type 0x" + String.format("%02x", kind) + ": len=" + (length - 2) + ")";
                    });
            option += length;
            d.print(" ");
        }
        return size;
    }
}
