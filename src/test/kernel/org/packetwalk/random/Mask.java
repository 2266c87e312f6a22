package org.packetwalk.random;

/** Takes out of printed text what two runs of one kernel do not share: times, ids, states that pass by themselves. */
final class Mask {

    private Mask() {}

    static String of(String line, String text) {
        String masked = text.replaceAll("time[= ][0-9.]+ ?ms", "<time>")
                .replaceAll("rtt [^\n]*", "<rtt>")
                .replaceAll("[0-9.]+ ms", "<time>")
                .replaceAll("\\b(REACHABLE|STALE|DELAY|PROBE)\\b", "VALID")
                .replaceAll("expires -?\\d+sec", "expires <t>sec")
                .replaceAll("\"expires\":\\d+", "\"expires\":<t>");
        return line.contains("/proc/net/snmp") ? masked.replaceAll("(?m)^(Tcp|UdpLite|IcmpMsg):.*\n", "") : masked;
    }
}
