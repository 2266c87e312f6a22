package org.packetwalk.program;

import org.packetwalk.net.Ipv4Address;
import org.packetwalk.packet.IcmpMessage;

/** What ping prints for an ICMP error ({@code pr_icmph} of iputils). */
final class PingMessages {

    private PingMessages() {}

    /** The sentence of a type and code; {@code info} is the MTU or the new gateway where there is one. */
    static String of(int type, int code, int info) {
        return switch (type) {
            case IcmpMessage.DESTINATION_UNREACHABLE -> unreachable(code, info);
            case IcmpMessage.TIME_EXCEEDED ->
                code == 0
                        ? "Time to live exceeded"
                        : code == 1 ? "Frag reassembly time exceeded" : "Time exceeded, Bad Code: " + code;
            case IcmpMessage.PARAMETER_PROBLEM -> "Parameter problem: pointer = " + info;
            case IcmpMessage.SOURCE_QUENCH -> "Source Quench";
            case IcmpMessage.REDIRECT -> redirect(code) + "(New nexthop: " + new Ipv4Address(info) + ")";
            default -> "Bad ICMP type: " + type;
        };
    }

    private static String redirect(int code) {
        return switch (code) {
            case 0 -> "Redirect Network";
            case 1 -> "Redirect Host";
            case 2 -> "Redirect Type of Service and Network";
            case 3 -> "Redirect Type of Service and Host";
            default -> "Redirect, Bad Code: " + code;
        };
    }

    private static String unreachable(int code, int info) {
        return switch (code) {
            case 0 -> "Destination Net Unreachable";
            case 1 -> "Destination Host Unreachable";
            case 2 -> "Destination Protocol Unreachable";
            case 3 -> "Destination Port Unreachable";
            case 4 -> "Frag needed and DF set (mtu = " + info + ")";
            case 5 -> "Source Route Failed";
            case 6 -> "Destination Net Unknown";
            case 7 -> "Destination Host Unknown";
            case 8 -> "Source Host Isolated";
            case 9 -> "Destination Net Prohibited";
            case 10 -> "Destination Host Prohibited";
            case 11 -> "Destination Net Unreachable for Type of Service";
            case 12 -> "Destination Host Unreachable for Type of Service";
            case 13 -> "Packet filtered";
            case 14 -> "Precedence Violation";
            case 15 -> "Precedence Cutoff";
            default -> "Dest Unreachable, Bad Code: " + code;
        };
    }
}
