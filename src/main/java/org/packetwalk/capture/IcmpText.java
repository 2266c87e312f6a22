package org.packetwalk.capture;

/** ICMP as tcpdump prints it ({@code print-icmp.c}). */
final class IcmpText {

    private static final int HEADER = 8;
    private static final int QUOTED_DESTINATION = HEADER + 16;
    private static final int MILLIS_PER_SECOND = 1000;

    private final Dissection d;

    IcmpText(Dissection d) {
        this.d = d;
    }

    void print(int at, int length, boolean fragmented) {
        d.in("icmp");
        int type = d.u8(at);
        int code = d.u8(at + 1);
        String text = text(at, type, code);
        d.print("ICMP " + text + ", length " + length);
        if (d.verbose() && !fragmented && d.has(at, length)) {
            int over = IpChecksum.over(d.slice(at, length));
            if (over != 0) {
                int there = d.u16(at + 2);
                d.print(String.format(" (wrong icmp cksum %x (->%x)!)", there, IpChecksum.shouldBe(there, over)));
            }
        }
        boolean quotes = type == 3 || type == 4 || type == 5 || type == 11 || type == 12;
        if (d.verbose() && quotes) {
            d.print("\n\t");
            new Ipv4Text(d).print(at + HEADER, d.u16(at + HEADER + 2));
        }
    }

    private String text(int at, int type, int code) {
        return switch (type) {
            case 0, 8 -> {
                d.need(at, HEADER);
                yield "echo " + (type == 8 ? "request" : "reply") + ", id " + d.u16(at + 4) + ", seq " + d.u16(at + 6);
            }
            case 3 -> unreachable(at, code);
            case 4 -> "source quench";
            case 5 -> redirect(at, code);
            case 9 -> advertisement(at);
            case 10 -> "router solicitation";
            case 11 -> {
                d.need(at + QUOTED_DESTINATION, 4);
                yield code == 0
                        ? "time exceeded in-transit"
                        : code == 1 ? "ip reassembly time exceeded" : "time exceeded-#" + code;
            }
            case 12 -> code == 0 ? "parameter problem - octet " + d.u8(at + 4) : "parameter problem - code " + code;
            case 13 -> "time stamp query id " + d.u16(at + 4) + " seq " + d.u16(at + 6);
            case 14 ->
                "time stamp reply id " + d.u16(at + 4) + " seq " + d.u16(at + 6) + ": org " + clock(at + 8) + ", recv "
                        + clock(at + 12) + ", xmit " + clock(at + 16);
            case 15 -> "information request";
            case 16 -> "information reply";
            case 17 -> "address mask request";
            case 18 -> String.format("address mask is 0x%08x", d.u32(at + 8));
            default -> "type-#" + type;
        };
    }

    /** Milliseconds since midnight. */
    private String clock(int at) {
        long millis = d.u32l(at);
        long seconds = millis / MILLIS_PER_SECOND;
        return String.format(
                "%02d:%02d:%02d.%03d", seconds / 3600, seconds / 60 % 60, seconds % 60, millis % MILLIS_PER_SECOND);
    }

    private String unreachable(int at, int code) {
        String host = d.host4(at + QUOTED_DESTINATION);
        return switch (code) {
            case 0 -> "net " + host + " unreachable";
            case 1 -> "host " + host + " unreachable";
            case 2 -> host + " protocol " + d.u8(at + HEADER + 9) + " unreachable";
            case 3 -> port(at + HEADER, host);
            case 4 -> {
                int mtu = d.u16(at + 6);
                yield host + " unreachable - need to frag" + (mtu == 0 ? "" : " (mtu " + mtu + ")");
            }
            case 5 -> host + " unreachable - source route failed";
            case 6 -> "net " + host + " unreachable - unknown";
            case 7 -> "host " + host + " unreachable - unknown";
            case 8 -> host + " unreachable - source host isolated";
            case 9 -> "net " + host + " unreachable - admin prohibited";
            case 10 -> "host " + host + " unreachable - admin prohibited";
            case 11 -> "net " + host + " unreachable - tos prohibited";
            case 12 -> "host " + host + " unreachable - tos prohibited";
            case 13 -> "host " + host + " unreachable - admin prohibited filter";
            case 14 -> "host " + host + " unreachable - host precedence violation";
            case 15 -> "host " + host + " unreachable - precedence cutoff";
            default -> host + " unreachable - #" + code;
        };
    }

    private String port(int quoted, String host) {
        int protocol = d.u8(quoted + 9);
        int port = d.u16(quoted + (d.u8(quoted) & 0xf) * 4 + 2);
        return host
                + switch (protocol) {
                    case IpProtocols.TCP -> " tcp port " + d.port(port, false) + " unreachable";
                    case IpProtocols.UDP -> " udp port " + d.port(port, true) + " unreachable";
                    default -> " protocol " + protocol + " port " + port + " unreachable";
                };
    }

    private String redirect(int at, int code) {
        String host = d.host4(at + QUOTED_DESTINATION);
        String gateway = d.host4(at + 4);
        return switch (code) {
            case 0 -> "redirect " + host + " to net " + gateway;
            case 1 -> "redirect " + host + " to host " + gateway;
            case 2 -> "redirect-tos " + host + " to net " + gateway;
            case 3 -> "redirect-tos " + host + " to host " + gateway;
            default -> "redirect-#" + code + " " + host + " to " + gateway;
        };
    }

    private String advertisement(int at) {
        int seconds = d.u16(at + 6);
        String lifetime = seconds < 60
                ? Integer.toString(seconds)
                : seconds < 3600
                        ? String.format("%d:%02d", seconds / 60, seconds % 60)
                        : String.format("%d:%02d:%02d", seconds / 3600, seconds % 3600 / 60, seconds % 60);
        int count = d.u8(at + 4);
        StringBuilder text = new StringBuilder("router advertisement lifetime " + lifetime + " " + count + ":");
        if (d.u8(at + 5) != 2) {
            return text.append(" [size " + d.u8(at + 5) + "]").toString();
        }
        for (int i = 0; i < count; i++) {
            text.append(" {" + d.host4(at + HEADER + 8 * i) + " " + d.u32l(at + HEADER + 8 * i + 4) + "}");
        }
        return text.toString();
    }
}
