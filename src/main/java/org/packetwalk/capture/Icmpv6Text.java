package org.packetwalk.capture;

import java.util.List;

/** ICMPv6 as tcpdump prints it ({@code print-icmp6.c}). */
final class Icmpv6Text {

    private static final int HEADER = 8;
    private static final int MLD = 24;
    private static final int UNREACHABLE = 1;
    private static final int PORT = 4;
    private static final int PARAMETER_PROBLEM = 4;
    private static final List<String> RECORDS = List.of("is_in", "is_ex", "to_in", "to_ex", "allow", "block");
    private static final List<Integer> DISCOVERY = List.of(133, 134, 135, 136, 137);

    private final Dissection d;
    private final int ip;

    Icmpv6Text(Dissection d, int ip) {
        this.d = d;
        this.ip = ip;
    }

    void print(int at, int length, boolean fragmented) {
        try {
            message(at, length, fragmented);
        } catch (Truncated end) {
            boolean here = d.u8(at) == PARAMETER_PROBLEM || d.u8(at) == UNREACHABLE && d.u8(at + 1) == PORT;
            if (!here) {
                throw end;
            }
            d.truncated();
        }
    }

    private void message(int at, int length, boolean fragmented) {
        d.in("icmp6");
        d.need(at, 4);
        if (d.verbose() && !fragmented && d.has(at, length)) {
            int over = IpChecksum.over6(d, ip, IpProtocols.ICMPV6, d.slice(at, length));
            int there = d.u16(at + 2);
            d.print(
                    over == 0
                            ? "[icmp6 sum ok] "
                            : String.format(
                                    "[bad icmp6 cksum 0x%04x -> 0x%04x!] ", there, IpChecksum.shouldBe(there, over)));
        }
        int type = d.u8(at);
        d.print("ICMP6, " + name(type));
        d.print(d.verbose() && DISCOVERY.contains(type) ? ", length " + length : "");
        if (body(at, length, type, d.u8(at + 1)) && !d.verbose()) {
            d.print(", length " + length);
        }
    }

    private static String name(int type) {
        return switch (type) {
            case 1 -> "destination unreachable";
            case 2 -> "packet too big";
            case 3 -> "time exceeded in-transit";
            case 4 -> "parameter problem";
            case 128 -> "echo request";
            case 129 -> "echo reply";
            case 130 -> "multicast listener query";
            case 131 -> "multicast listener report";
            case 132 -> "multicast listener done";
            case 133 -> "router solicitation";
            case 134 -> "router advertisement";
            case 135 -> "neighbor solicitation";
            case 136 -> "neighbor advertisement";
            case 137 -> "redirect";
            case 143 -> "multicast listener report v2";
            default -> "unknown icmp6 type (" + type + ")";
        };
    }

    /** Whether the length is still to be printed. */
    private boolean body(int at, int length, int type, int code) {
        switch (type) {
            case 1 -> {
                return unreachable(at, length, code);
            }
            case 2 -> d.print(", mtu " + d.u32l(at + 4));
            case 3 ->
                d.print(
                        switch (code) {
                            case 0 -> " for " + d.host6(at + HEADER + 24);
                            case 1 -> " (reassembly)";
                            default -> ", unknown code (" + code + ")";
                        });
            case 4 -> {
                d.need(at + HEADER + 24, 16);
                String octet = " - octet " + d.u32l(at + 4);
                d.print(
                        switch (code) {
                            case 0 -> ", erroneous" + octet;
                            case 1 -> ", next header" + octet;
                            case 2 -> ", option" + octet;
                            case 3 -> ", incomplete header chain" + octet;
                            default -> ", code-#" + code;
                        });
            }
            case 128, 129 -> {
                d.need(at + 4, 4);
                d.print(", id " + d.u16(at + 4) + ", seq " + d.u16(at + 6));
            }
            case 130, 131, 132 -> listener(at, length);
            case 133 -> options(at + HEADER, at + length);
            case 134 -> advertisement(at, length);
            case 135 -> {
                d.print(", who has " + d.host6(at + 8));
                options(at + 24, at + length);
            }
            case 136 -> neighbor(at, length);
            case 137 -> {
                d.print(", " + d.host6(at + 24) + " to " + d.host6(at + 8));
                options(at + 40, at + length);
            }
            case 143 -> records(at, length);
            default -> {
                d.print(", length " + length);
                dump(at, length);
                return false;
            }
        }
        return true;
    }

    private void dump(int at, int length) {
        if (d.options().verbosity() <= 1) {
            HexText.digits(d, "\n\t", at, Math.min(length, d.end() - at));
        }
    }

    private boolean unreachable(int at, int length, int code) {
        d.print(
                switch (code) {
                    case 0 -> ", unreachable route";
                    case 1 -> ",  unreachable prohibited";
                    case 2 -> ", beyond scope";
                    case 3 -> ", unreachable address";
                    case 4 -> ", unreachable port";
                    default -> ", unknown unreach code (" + code + ")";
                });
        if (code > 4) {
            dump(at, length);
            return false;
        }
        String destination = d.host6(at + HEADER + 24);
        if (code == 4) {
            int protocol = d.u8(at + HEADER + 6);
            int port = d.u16(at + HEADER + 42);
            boolean udp = protocol == IpProtocols.UDP;
            d.print(", " + destination + (udp ? " udp" : " tcp") + " port " + d.port(port, udp));
        } else {
            d.print(" " + destination);
            d.print(code == 2 ? ", source address " + d.host6(at + HEADER + 8) : "");
        }
        return true;
    }

    private void listener(int at, int length) {
        if (length == MLD) {
            d.print("max resp delay: " + d.u16(at + 4) + " addr: " + d.host6(at + 8));
        } else {
            d.print(" v2");
            d.print(d.verbose() ? " [max resp delay=" + d.u16(at + 4) + "]" : "");
            boolean general = d.ipv6(at + 8).isAny();
            d.print(general ? "" : " [gaddr " + d.host6(at + 8) + "]");
        }
    }

    private void records(int at, int length) {
        int records = d.u16(at + 6);
        d.print(", " + records + " group record(s)");
        int record = at + HEADER;
        for (int i = 0; d.verbose() && i < records && record < at + length; i++) {
            int kind = d.u8(record);
            int sources = d.u16(record + 2);
            d.print(" [gaddr " + d.host6(record + 4) + " ");
            d.print(kind >= 1 && kind <= RECORDS.size() ? RECORDS.get(kind - 1) : " [v2-report-#" + kind + "]");
            if (d.options().verbosity() == 1) {
                d.print(", " + sources + " source(s)");
            } else {
                d.print(" {");
                for (int j = 0; j < sources; j++) {
                    d.print(" " + d.host6(record + 20 + 16 * j));
                }
                d.print(" }");
            }
            d.print("]");
            record += 20 + 16 * sources;
        }
    }

    private void neighbor(int at, int length) {
        d.print(", tgt is " + d.host6(at + 8));
        if (d.verbose()) {
            int bits = d.u8(at + 4);
            String flags = ((bits & 0x80) != 0 ? ", router" : "")
                    + ((bits & 0x40) != 0 ? ", solicited" : "")
                    + ((bits & 0x20) != 0 ? ", override" : "");
            d.print(", Flags [" + (flags.isEmpty() ? "none" : flags.substring(2)) + "]");
            options(at + 24, at + length);
        }
    }

    private void advertisement(int at, int length) {
        if (!d.verbose()) {
            return;
        }
        int bits = d.u8(at + 5);
        String flags = ((bits & 0x80) != 0 ? ", managed" : "")
                + ((bits & 0x40) != 0 ? ", other stateful" : "")
                + ((bits & 0x20) != 0 ? ", home agent" : "");
        List<String> preferences = List.of("medium", "high", "*reserved*", "low");
        d.print("\n\thop limit " + d.u8(at + 4) + ", Flags [" + (flags.isEmpty() ? "none" : flags.substring(2)) + "]");
        d.print(", pref " + preferences.get(bits >> 3 & 3) + ", router lifetime " + d.u16(at + 6) + "s");
        d.print(", reachable time " + d.u32l(at + 8) + "ms, retrans timer " + d.u32l(at + 12) + "ms");
        options(at + 16, at + length);
    }

    private void options(int start, int end) {
        int at = start;
        while (d.verbose() && at + 2 <= end && d.u8(at + 1) > 0) {
            int kind = d.u8(at);
            int words = d.u8(at + 1);
            d.need(at, words * 8);
            d.print("\n\t  " + optionName(kind) + " option (" + kind + "), length " + words * 8 + " (" + words + "): ");
            switch (kind) {
                case 1, 2 -> d.print(d.plainMac(at + 2).toString());
                case 3 -> prefix(at);
                case 5 -> d.print(" " + d.u32l(at + 4));
                default -> HexText.digits(d, "\n\t    ", at + 2, words * 8 - 2);
            }
            if (d.options().verbosity() > 1) {
                HexText.digits(d, "\n\t    ", at + 2, words * 8 - 2);
            }
            at += words * 8;
        }
    }

    private static String optionName(int kind) {
        return switch (kind) {
            case 1 -> "source link-address";
            case 2 -> "destination link-address";
            case 3 -> "prefix info";
            case 4 -> "redirected header";
            case 5 -> "mtu";
            default -> "unknown";
        };
    }

    private void prefix(int at) {
        int bits = d.u8(at + 3);
        String flags = ((bits & 0x80) != 0 ? ", onlink" : "")
                + ((bits & 0x40) != 0 ? ", auto" : "")
                + ((bits & 0x20) != 0 ? ", router" : "");
        d.print(d.host6(at + 16) + "/" + d.u8(at + 2) + (bits == 0 ? "" : ", Flags [" + flags.substring(2) + "]"));
        d.print(", valid time " + lifetime(d.u32(at + 4)) + ", pref. time " + lifetime(d.u32(at + 8)));
    }

    private static String lifetime(int seconds) {
        return seconds == -1 ? "infinity" : Integer.toUnsignedString(seconds) + "s";
    }
}
