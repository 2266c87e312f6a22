package org.packetwalk.capture;

/** IPv4 as tcpdump prints it ({@code print-ip.c}). */
final class Ipv4Text {

    private static final int MINIMUM = 20;
    private static final int MORE = 0x2000;
    private static final int OFFSET = 0x1fff;

    private final Dissection d;

    Ipv4Text(Dissection d) {
        this.d = d;
    }

    void print(int at, int length) {
        d.in("ip");
        if (d.u8(at) >> 4 != 4) {
            d.print((d.u8(at) >> 4 == 6 ? "IP6, wrong link-layer encapsulation" : "IP" + (d.u8(at) >> 4))
                    + " (invalid)");
            return;
        }
        d.print(d.options().link() ? "" : "IP ");
        d.need(at, MINIMUM);
        int header = (d.u8(at) & 0xf) * 4;
        int total = d.u16(at + 2);
        if (length < MINIMUM || header < MINIMUM || total < header) {
            d.print(
                    length < MINIMUM
                            ? "truncated-ip " + length
                            : header < MINIMUM ? "bad-hlen " + header : "bad-len " + total);
            return;
        }
        if (length < total) {
            d.print("truncated-ip - " + (total - length) + " bytes missing! ");
        }
        d.end(at + total);
        if (d.verbose()) {
            header(at, header, total);
        }
        int position = (d.u16(at + 6) & OFFSET) * 8;
        int protocol = d.u8(at + 9);
        if (position != 0) {
            d.print(d.host4(at + 12) + " > " + d.host4(at + 16) + ": ");
            d.print(d.options().numeric() ? "ip-proto-" + protocol : IpProtocols.word(protocol));
            return;
        }
        if (protocol != IpProtocols.TCP && protocol != IpProtocols.UDP) {
            d.print(d.host4(at + 12) + " > " + d.host4(at + 16) + ": ");
        }
        if (!d.has(at, header)) {
            d.print(" [remaining caplen(" + (d.end() - at) + ") < header length(" + header + ")]");
            throw new Truncated();
        }
        transport(at, at + header, total - header, protocol, (d.u16(at + 6) & MORE) != 0);
    }

    private void transport(int ip, int at, int length, int protocol, boolean fragmented) {
        switch (protocol) {
            case IpProtocols.ICMP -> new IcmpText(d).print(at, length, fragmented);
            case IpProtocols.IGMP -> new IgmpText(d).print(at, length);
            case IpProtocols.TCP -> new TcpText(d, ip, 4).print(at, length, fragmented);
            case IpProtocols.UDP -> new UdpText(d, ip, 4).print(at, length, fragmented);
            case IpProtocols.IPV4 -> print(at, length);
            case IpProtocols.IPV6 -> new Ipv6Text(d).print(at, length);
            default ->
                d.print(" " + (d.options().numeric() ? "ip-proto-" + protocol : IpProtocols.word(protocol)))
                        .print(" " + length);
        }
    }

    private void header(int at, int header, int total) {
        int tos = d.u8(at + 1);
        d.print(String.format("(tos 0x%x", tos));
        d.print(
                switch (tos & 3) {
                    case 1 -> ",ECT(1)";
                    case 2 -> ",ECT(0)";
                    case 3 -> ",CE";
                    default -> "";
                });
        int ttl = d.u8(at + 8);
        d.print(ttl > 0 ? ", ttl " + ttl : "");
        int fragment = d.u16(at + 6);
        String flags = (fragment & MORE) != 0 ? "+" : "";
        if ((fragment & 0x4000) != 0) {
            flags += flags.isEmpty() ? "DF" : ", DF";
        }
        int protocol = d.u8(at + 9);
        d.print(", id " + d.u16(at + 4) + ", offset " + (fragment & OFFSET) * 8);
        d.print(", flags [" + (flags.isEmpty() ? "none" : flags) + "], proto " + IpProtocols.label(protocol));
        d.print(" (" + protocol + "), length " + total);
        if (header > MINIMUM) {
            d.print(", options (");
            new Ipv4OptionsText(d).print(at + MINIMUM, header - MINIMUM);
            d.print(")");
        }
        if (d.has(at, header)) {
            int over = IpChecksum.over(d.slice(at, header));
            if (over != 0) {
                int there = d.u16(at + 10);
                d.print(String.format(", bad cksum %x (->%x)!", there, IpChecksum.shouldBe(there, over)));
            }
        }
        d.print(")\n    ");
    }
}
