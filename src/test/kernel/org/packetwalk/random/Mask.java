package org.packetwalk.random;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes out of printed text what two runs of one kernel do not share: times, ids, states that pass by themselves. */
final class Mask {

    /** Commands that print a hash table in its order, which is by chance. */
    private static final Pattern HASHED = Pattern.compile(" neigh|/proc/net/arp|arp -n|ss -|netstat -|bridge fdb");

    private Mask() {}

    private static String sorted(String text) {
        return text.lines().sorted().collect(Collectors.joining("\n", "", "\n"));
    }

    static String of(String line, String text) {
        String masked = text.replaceAll("time[= ][0-9.]+ ?ms", "<time>")
                .replaceAll("rtt min[^=]*= [0-9./]+ ms", "<rtt>")
                .replaceAll("[0-9.]+ ms", "<time>")
                .replaceAll("\\b(REACHABLE|STALE|DELAY|PROBE)\\b", "VALID")
                .replaceAll("(_timer|\"[a-z]+_timer\":) +[0-9.]+", "$1 <t>")
                .replaceAll("expires -?\\d+sec", "expires <t>sec")
                .replaceAll("\"expires\":\\d+", "\"expires\":<t>");
        if (line.contains("/proc/net/snmp")) {
            return masked.replaceAll("(?m)^(Tcp|UdpLite|IcmpMsg):.*\n", "");
        }
        return HASHED.matcher(line).find() ? sorted(masked) : masked;
    }
}
